using System.CommandLine;
using FrameworkBench.Experiments;
using FrameworkBench.Trials;

namespace FrameworkBench.Cli.Commands.Planning;

/// <summary>The options that say which trials a command is about.</summary>
/// <param name="quick">What <c>--quick</c> does.</param>
/// <param name="full">What <c>--full</c> does.</param>
internal sealed class PlanOptionSet(string quick, string full)
{
    private readonly Option<bool> quickly = new("--quick") { Description = quick };
    private readonly Option<bool> fully = new("--full") { Description = full };
    private readonly Option<string[]> engine = CommonOptions.Engine();
    private readonly Option<int?> seeds = CommonOptions.Positive("--seeds", "Seeds per model, instead of the experiment's number");
    private readonly Option<string?> store = CommonOptions.Store();

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { quickly, fully, engine, seeds, store })
            command.Options.Add(option);
        CommonOptions.Exclude(command, quickly, fully);
    }

    /// <summary>Lets a command refuse an option of its own together with <c>--quick</c>.</summary>
    public void ExcludeQuick(Command command, Option<bool> other) => CommonOptions.Exclude(command, other, quickly);

    /// <summary>Lets a command refuse an option of its own together with <c>--full</c>.</summary>
    public void ExcludeFull(Command command, Option<bool> other) => CommonOptions.Exclude(command, other, fully);

    /// <summary>How thorough a run is.</summary>
    public Profile ProfileOf(ParseResult parsed) =>
        parsed.GetValue(quickly) ? Profile.Quick : parsed.GetValue(fully) ? Profile.Full : Profile.Default;

    /// <summary>Seeds per model; null for the experiment's number.</summary>
    public int? SeedsOf(ParseResult parsed) => parsed.GetValue(seeds);

    /// <summary>Names of engines; empty for all.</summary>
    public IReadOnlyList<string> EnginesOf(ParseResult parsed) => parsed.GetValue(engine) ?? [];

    /// <summary>The folder of kept trials; null for the project's own.</summary>
    public string? StoreOf(ParseResult parsed) => parsed.GetValue(store);

    /// <summary>What was requested.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="experiments">Names or files; empty for those of <c>run-all</c>.</param>
    /// <param name="long">Whether the long ones are among those.</param>
    public PlanRequest Read(ParseResult parsed, IReadOnlyList<string> experiments, bool @long)
    {
        Profile profile = ProfileOf(parsed);
        return new PlanRequest
        {
            Experiments = experiments,
            Long = @long && experiments.Count == 0,
            Takes = experiments.Count == 0 ? RunAllCommand.TakenBy(profile, smoke: false, @long) : _ => true,
            Engines = EnginesOf(parsed),
            Workspace = Workspace.Find(StoreOf(parsed), null),
            Sources = EngineSources.Of(parsed),
            Plan = new PlanOptions { Profile = profile, Seeds = SeedsOf(parsed) },
        };
    }
}
