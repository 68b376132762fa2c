using System.CommandLine;
using System.Text.RegularExpressions;
using FrameworkBench.Cli.Commands.Planning;
using FrameworkBench.Cli.Display;
using FrameworkBench.Engines;
using FrameworkBench.Experiments;
using FrameworkBench.Reading;
using FrameworkBench.Trials;
using FrameworkBench.Trials.Sharding;
using FrameworkBench.Trials.Storing;
using FrameworkBench.Tuning;
using FrameworkBench.Wording;

namespace FrameworkBench.Cli.Commands.Submitting;

/// <summary>
/// <c>submit slurm EXPERIMENT…</c>: a job array over a shared folder, with a task for each shard that has something to do.
/// </summary>
internal static partial class SubmitSlurmCommand
{
    private const int UsualShards = 8;

    public static Command Make()
    {
        Argument<string[]> experiments = CommonOptions.Experiments(ArgumentArity.ZeroOrMore, " [default: those of run-all]");
        var plan = new PlanOptionSet("Submit a quick run", "Submit a full run");
        var @long = new Option<bool>("--long") { Description = "Also the long experiments, where no experiment is named" };
        Option<int?> shards = CommonOptions.Shards($"Tasks of the array, each with a share of the trials [default: {UsualShards}]");
        Option<int?> jobs = CommonOptions.Positive("--jobs", "Trials at once in a task, and its processors [default: 1]");
        Option<string?> time = TimeOption();
        Option<string?> memory = CommonOptions.Size("--memory", "Memory a task may take, such as 8 GB [default: the partition's]");
        var partition = new Option<string?>("--partition") { Description = "Partition [default: the cluster's]", HelpName = "NAME" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Show the script and the call of sbatch, and submit nothing" };
        var command = new Command("slurm", "Submit a run to Slurm as a job array")
        {
            experiments, @long, shards, jobs, time, memory, partition, dryRun,
        };
        plan.AddTo(command);
        plan.ExcludeQuick(command, @long);
        command.Options.Add(CommonOptions.Python);
        command.SetAction((parsed, cancellation) => SubmitAsync(
            plan.Read(parsed, parsed.GetValue(experiments) ?? [], parsed.GetValue(@long)),
            new SlurmResources
            {
                Shards = parsed.GetValue(shards) ?? UsualShards,
                Jobs = parsed.GetValue(jobs) ?? 1,
                Time = parsed.GetValue(time),
                MemoryBytes = parsed.GetValue(memory) is { } size ? ByteSize.Parse(size) : null,
                Partition = parsed.GetValue(partition),
            },
            parsed.GetValue(dryRun), cancellation));
        return command;
    }

    private static Option<string?> TimeOption()
    {
        var time = new Option<string?>("--time")
        {
            Description = "Time a task may take, such as 30 (minutes), 2:30:00 or 1-12 [default: the partition's]",
            HelpName = "TIME",
        };
        time.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } found && !Time().IsMatch(found))
                result.AddError(
                    $"--time must be minutes, hours:minutes:seconds or days-hours, such as 30, 2:30:00 or 1-12, found '{found}'");
        });
        return time;
    }

    private static async Task<int> SubmitAsync(
        PlanRequest request, SlurmResources resources, bool dryRun, CancellationToken cancellation)
    {
        var session = new Session(request.Workspace, request.Sources);
        IReadOnlyList<Experiment> experiments = session.Experiments(request);
        ShardRunner.RefuseTimed(experiments);
        IReadOnlyList<EngineStatus> engines = await session.EnginesAsync(request.Engines, cancellation).ConfigureAwait(false);
        EngineDisplay.Show(engines);
        IReadOnlyList<PlannedTrial> plan = session.Plan(experiments, engines, request.Plan, cancellation);
        using var store = new OutcomeStore(request.Workspace.Store);
        PlannedWork work = await StoredWork.OfAsync(plan, store).ConfigureAwait(false);
        var shards = new ShardPlan(plan, resources.Shards);
        int[] waiting = [.. work.Missing.Select(fit => shards.Of(fit.Fit)).OfType<int>().Distinct().Order()];
        if (waiting.Length == 0)
            Terminal.Say($"nothing to submit: {SubmissionWords.ReportOf(request)}");
        else if (dryRun)
            ShowDryRun(request, resources, waiting);
        else
            await SubmitAsync(request, resources, waiting, work, cancellation).ConfigureAwait(false);
        return ExitCode.After(engines);
    }

    private static async Task SubmitAsync(
        PlanRequest request, SlurmResources resources, int[] waiting, PlannedWork work, CancellationToken cancellation)
    {
        var submission = Submission.Begin(request, resources.Shards, DateTime.UtcNow);
        string script = Path.Combine(submission.Folder, JobScript.FileName);
        await File.WriteAllTextAsync(script, JobScript.Of(request, resources), cancellation).ConfigureAwait(false);
        string job = await Slurm.SubmitAsync(resources.Arguments(waiting, submission.Folder, script), cancellation).ConfigureAwait(false);
        submission.Keep(job);
        Terminal.Say(SubmissionWords.Submitted(job, waiting.Length, work));
        Terminal.Say($"frameworkbench status {job} says how far it is; its script and logs are in {Workspace.Shown(submission.Folder)}");
    }

    private static void ShowDryRun(PlanRequest request, SlurmResources resources, int[] waiting)
    {
        string folder = Path.Combine(Submission.FolderIn(request.Workspace.Store), "NAME");
        IEnumerable<string> call =
            resources.Arguments(waiting, folder, Path.Combine(folder, JobScript.FileName)).Prepend(Slurm.SubmitProgram);
        Terminal.Say(string.Join(' ', call.Select(ShellWord.Quote)));
        Terminal.Say($"\n{JobScript.FileName}:\n{JobScript.Of(request, resources)}".TrimEnd());
    }

    // As sbatch reads it: minutes, minutes:seconds, hours:minutes:seconds, days-hours, days-hours:minutes and days-hours:minutes:seconds.
    [GeneratedRegex(
        @"\A(\d{1,6}(:\d{1,2}){0,2}|\d{1,4}-\d{1,2}(:\d{1,2}){0,2})\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Time();
}
