using System.CommandLine;
using FrameworkBench.Cli.Commands.Planning;
using FrameworkBench.Engines;
using FrameworkBench.Experiments;
using FrameworkBench.Reading;
using FrameworkBench.Trials;
using FrameworkBench.Trials.Sharding;

namespace FrameworkBench.Cli.Commands;

/// <summary>The options of <c>run</c> and <c>run-all</c>.</summary>
/// <param name="resultsFolder">Where pages go unless <c>--results</c> says otherwise, relative to the project.</param>
/// <param name="installs">Whether engines that are not installed are installed first.</param>
internal sealed class RunOptionSet(string resultsFolder, bool installs)
{
    private readonly PlanOptionSet plan = new(
        installs
            ? "The lessons and one small table, with the seeds that their verdicts need: about a minute"
            : "Few seeds and small profiles: seconds instead of minutes",
        "All seeds and splits: slow");
    private readonly Option<int?> jobs = CommonOptions.Positive("--jobs", "Trials at once [default: one per processor]");
    private readonly Option<int?> seconds =
        CommonOptions.Positive("--limit-seconds", "Seconds a trial may take [default: the experiment's, else 600]");

    private readonly Option<string?> memory =
        CommonOptions.Size("--limit-memory", "Memory a trial may hold, such as 8 GB [default: the experiment's, else no limit]");

    private readonly Option<string?> output =
        CommonOptions.Size("--limit-output", "Log a trial may write, such as 500 MB [default: the experiment's, else 100 MB]");

    private readonly Option<bool> fresh = new("--fresh") { Description = "Ignore the store and run every trial again" };
    private readonly Option<bool> onlyFailed = new("--only-failed") { Description = "Run only trials that failed before" };
    private readonly Option<bool> noTimings = new("--no-timings") { Description = "Skip the timing pass" };
    private readonly Option<bool> replace = CommonOptions.Replace();
    private readonly Option<bool> noInstall = new("--no-install") { Description = "Install no missing Python engines" };
    private readonly Option<string?> results = resultsFolder == Workspace.ResultsFolder
        ? CommonOptions.Results(
            resultsFolder, $"{Workspace.QuickResultsFolder} with --quick", $"{Workspace.SmokeResultsFolder} with --smoke")
        : CommonOptions.Results(resultsFolder);
    private readonly Option<bool> json = CommonOptions.Json();
    private readonly Option<string?> register = CommonOptions.Register();
    private readonly Option<string?> shard = CommonOptions.Shard();

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        plan.AddTo(command);
        Option[] options =
        [
            jobs, seconds, memory, output, fresh, onlyFailed, noTimings, shard, results, replace, register, json, CommonOptions.Python,
        ];
        foreach (Option option in options)
            command.Options.Add(option);
        if (installs)
            command.Options.Add(noInstall);
        command.Validators.Add(result =>
        {
            if (CommonOptions.IsOn(result, shard) && CommonOptions.IsOn(result, json))
                result.AddError("--shard and --json cannot be combined: a shard has no results of its own");
        });
    }

    /// <summary>Lets a command refuse options of its own together with those that say how thorough a run is.</summary>
    public void Exclude(Command command, Option<bool> smoke, Option<bool> @long)
    {
        plan.ExcludeQuick(command, smoke);
        plan.ExcludeFull(command, smoke);
        CommonOptions.Exclude(command, smoke, @long);
        plan.ExcludeQuick(command, @long);
    }

    /// <summary>What was requested.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="experiments">Names or files; empty for all.</param>
    /// <param name="smoke">Whether one trial of everything is enough.</param>
    public RunRequest Read(ParseResult parsed, IReadOnlyList<string> experiments, bool smoke = false)
    {
        Profile profile = smoke ? Profile.Quick : plan.ProfileOf(parsed);
        return new RunRequest
        {
            Experiments = experiments,
            Engines = plan.EnginesOf(parsed),
            Workspace =
                Workspace.Find(
                    plan.StoreOf(parsed), parsed.GetValue(results),
                    smoke ? Workspace.SmokeResultsFolder : Workspace.FolderFor(profile, resultsFolder),
                    parsed.GetValue(register)),
            Sources = EngineSources.Of(parsed),
            Plan = new PlanOptions { Profile = profile, Seeds = plan.SeedsOf(parsed) ?? (smoke ? 1 : null) },
            Run = new RunOptions
            {
                Jobs = parsed.GetValue(jobs) ?? Environment.ProcessorCount,
                Fresh = parsed.GetValue(fresh),
                OnlyFailed = parsed.GetValue(onlyFailed),
                Limits = new TrialLimits
                {
                    Time = parsed.GetValue(seconds) is { } limit ? TimeSpan.FromSeconds(limit) : null,
                    MemoryBytes = parsed.GetValue(memory) is { } held ? ByteSize.Parse(held) : null,
                    OutputBytes = parsed.GetValue(output) is { } written ? ByteSize.Parse(written) : null,
                },
            },
            Shard = parsed.GetValue(shard) is { } share ? Shard.Parse(share) : null,
            Install = installs && profile != Profile.Quick && !parsed.GetValue(noInstall),
            Timings = !parsed.GetValue(noTimings),
            Replace = parsed.GetValue(replace),
            Json = parsed.GetValue(json),
        };
    }
}
