using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Trials.Combining;
using FrameworkBench.Trials.Searches;

namespace FrameworkBench.Trials;

/// <summary>A trial with all that is needed to run it. What it gives stands in <see cref="Outcomes"/>.</summary>
/// <param name="Trial">The trial.</param>
/// <param name="Input">Its rows.</param>
/// <param name="Model">Its model with every layer width filled in.</param>
/// <param name="Key">What its outcome is stored under.</param>
public sealed record PlannedTrial(Trial Trial, TrialInput Input, ModelSpec Model, TrialKey Key)
{
    /// <summary>Its outcome where that is known before any engine is asked, as by an engine that is not installed; else null.</summary>
    public Outcome? Known { get; init; }

    /// <summary>How its outcome follows from those of other trials; null where it is fitted itself.</summary>
    public ICombination? Combination { get; init; }

    /// <summary>The trials that are fitted and stored for it: itself, or those that it combines.</summary>
    public IEnumerable<PlannedTrial> Fits => Combination is null ? [this] : Combination.Members.SelectMany(member => member.Fits);

    /// <summary>The search that settles its model before it is run; null where there is none.</summary>
    public PlannedSearch? Search { get; init; }

    /// <summary>How that search stands; null until the plan was settled.</summary>
    public SearchStanding? Standing { get; init; }

    /// <summary>What the engine is asked for, given the files of the input.</summary>
    public FitRequest Request(string id, ArrayFiles arrays, IReadOnlyList<FeatureColumn> features, TimeSpan limit, int threads) => new()
    {
        Id = id,
        Model = Model,
        Task = Input.Dataset.Task,
        Classes = Input.Dataset.IsClassification ? Input.Dataset.ClassNames.Count : 0,
        Arrays = arrays,
        Codes = arrays.Codes is not null,
        Features = features,
        Seed = Trial.Seed,
        Threads = threads,
        Precision = Input.Precision,
        Explain = Input.Probes.Explanation ? true : null,
        LimitSeconds = limit.TotalSeconds,
    };
}
