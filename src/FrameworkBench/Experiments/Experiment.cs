using FrameworkBench.Datasets.Splits;
using FrameworkBench.Experiments.Claims;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Experiments.Report;
using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Experiments;

/// <summary>One experiment, as its file describes it: data, models, protocol, what is measured and what is claimed.</summary>
public sealed record Experiment
{
    /// <summary>The file's name without its extension.</summary>
    public required string Name { get; init; }

    /// <summary>The file's path as it was given.</summary>
    public required string Path { get; init; }

    /// <summary>A heading for its page.</summary>
    public required string Title { get; init; }

    /// <summary>What it asks, in one sentence; empty when the file does not say.</summary>
    public string Question { get; init; } = "";

    /// <summary>What a reader of the results must know, such as where the experiment departs from its source.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>
    /// What was changed after results of it had been seen, and what that did to them: verdicts on such choices prove less.
    /// </summary>
    public IReadOnlyList<string> ChangedAfterResults { get; init; } = [];

    /// <summary>The lesson that it repeats, or null.</summary>
    public Citation? Source { get; init; }

    /// <summary>Names of the data sets, at least one. As loaded, those of every profile; <see cref="At"/> leaves those of one.</summary>
    public required IReadOnlyList<string> Datasets { get; init; }

    /// <summary>Names of the data sets of each profile; null where every profile takes all.</summary>
    public ByProfile<IReadOnlyList<string>>? DatasetsByProfile { get; init; }

    /// <summary>The user's own tables among the data sets, by name; the others are in the catalog.</summary>
    public IReadOnlyDictionary<string, CsvTable> Tables { get; init; } = new Dictionary<string, CsvTable>();

    /// <summary>Whether its models reconstruct the inputs instead of predicting the target.</summary>
    public bool Reconstructs { get; init; }

    /// <summary>How each data set is divided.</summary>
    public required ByProfile<SplitPlan> Split { get; init; }

    /// <summary>The line of the file that says how; null where it does not.</summary>
    public int? SplitLine { get; init; }

    /// <summary>The models, in the order of the file, at least one.</summary>
    public required IReadOnlyList<ExperimentModel> Models { get; init; }

    /// <summary>
    /// The seed that a model's seeds count from. Claims that were changed after results were seen need others than those had.
    /// </summary>
    public int FirstSeed { get; init; }

    /// <summary>The float width that engines compute in.</summary>
    public Precision Precision { get; init; } = Precision.Float32;

    /// <summary>Names of the only engines that it is for; null when it is for all. <see cref="At"/> leaves those of one profile.</summary>
    public IReadOnlyList<string>? Engines { get; init; }

    /// <summary>The only engines of each profile; null where every profile takes the same.</summary>
    public ByProfile<IReadOnlyList<string>?>? EnginesByProfile { get; init; }

    /// <summary>
    /// Whether it takes part in the timing pass. As loaded, in a default run; <see cref="At"/> leaves the answer for one profile.
    /// </summary>
    public bool Timing { get; init; }

    /// <summary>Whether it takes part in the timing pass of each profile; null where every profile does the same.</summary>
    public ByProfile<bool>? TimingByProfile { get; init; }

    /// <summary>Whether it takes so long that an ordinary run of all experiments leaves it out.</summary>
    public bool IsLong { get; init; }

    /// <summary>Whether its fits run one at a time, its models in turn, so that their times can be compared.</summary>
    public bool OneAtATime { get; init; }

    /// <summary>What each of its trials may take before it is stopped, where the experiment says so.</summary>
    public TrialLimits Limits { get; init; } = new();

    /// <summary>What its page shows.</summary>
    public ReportSettings Report { get; init; } = new();

    /// <summary>What is claimed, in the order of the file.</summary>
    public IReadOnlyList<ClaimSpec> Claims { get; init; } = [];

    /// <summary>
    /// The id of the claim whose verdict answers <see cref="Question"/> on one line; null where none does. A quick run of all experiments
    /// takes those that have one.
    /// </summary>
    public string? Answer { get; init; }

    /// <summary>The experiment as a profile runs it: on that profile's data sets, by its engines, timed or not.</summary>
    public Experiment At(Profile profile) => this with
    {
        Datasets = DatasetsByProfile?.For(profile) ?? Datasets,
        Engines = EnginesByProfile is null ? Engines : EnginesByProfile.For(profile),
        Timing = TimingByProfile?.For(profile) ?? Timing,
    };
}
