using System.CommandLine;
using FrameworkBench.Engines;
using FrameworkBench.Experiments;
using FrameworkBench.Reading;
using FrameworkBench.Trials;

namespace FrameworkBench.Cli.Commands;

/// <summary>The options of <c>run</c> and <c>run-all</c>.</summary>
/// <param name="resultsFolder">Where pages go unless <c>--results</c> says otherwise, relative to the project.</param>
/// <param name="installs">Whether engines that are not installed are installed first.</param>
internal sealed class RunOptionSet(string resultsFolder, bool installs)
{
    private readonly Option<bool> quick = new("--quick")
    {
        Description = installs
            ? "The lessons and one small table, with the seeds that their verdicts need: about a minute"
            : "Few seeds and small profiles: seconds instead of minutes",
    };
    private readonly Option<bool> full = new("--full") { Description = "All seeds and splits: slow" };
    private readonly Option<string[]> engine = CommonOptions.Engine();
    private readonly Option<int?> seeds = CommonOptions.Positive("--seeds", "Seeds per model, instead of the experiment's number");
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
    private readonly Option<bool> noInstall = new("--no-install") { Description = "Install no engines" };
    private readonly Option<string?> store = CommonOptions.Store();
    private readonly Option<string?> results = CommonOptions.Results(resultsFolder);
    private readonly Option<bool> json = CommonOptions.Json();
    private readonly Option<string?> register = CommonOptions.Register();

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        Option[] options =
        [
            quick, full, engine, seeds, jobs, seconds, memory, output, fresh, onlyFailed, noTimings, store, results, replace, register,
            json, CommonOptions.Python,
        ];
        foreach (Option option in options)
            command.Options.Add(option);
        if (installs)
            command.Options.Add(noInstall);
        CommonOptions.Exclude(command, quick, full);
    }

    /// <summary>Lets a command refuse options of its own together with those that say how thorough a run is.</summary>
    public void Exclude(Command command, Option<bool> smoke, Option<bool> @long)
    {
        foreach (Option<bool> other in new[] { quick, full, @long })
            CommonOptions.Exclude(command, smoke, other);
        CommonOptions.Exclude(command, quick, @long);
    }

    /// <summary>What was requested.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="experiments">Names or files; empty for all.</param>
    /// <param name="smoke">Whether one trial of everything is enough.</param>
    public RunRequest Read(ParseResult parsed, IReadOnlyList<string> experiments, bool smoke = false)
    {
        Profile profile = smoke || parsed.GetValue(quick) ? Profile.Quick : parsed.GetValue(full) ? Profile.Full : Profile.Default;
        return new RunRequest
        {
            Experiments = experiments,
            Engines = parsed.GetValue(engine) ?? [],
            Workspace =
                Workspace.Find(
                    parsed.GetValue(store), parsed.GetValue(results),
                    smoke ? Workspace.SmokeResultsFolder : Workspace.FolderFor(profile, resultsFolder),
                    parsed.GetValue(register)),
            Sources = EngineSources.Of(parsed),
            Plan = new PlanOptions { Profile = profile, Seeds = parsed.GetValue(seeds) ?? (smoke ? 1 : null) },
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
            Install = installs && profile != Profile.Quick && !parsed.GetValue(noInstall),
            Timings = !parsed.GetValue(noTimings),
            Replace = parsed.GetValue(replace),
            Json = parsed.GetValue(json),
        };
    }
}
