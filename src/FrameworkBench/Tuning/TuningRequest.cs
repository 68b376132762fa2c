using FrameworkBench.Experiments.Searches;

namespace FrameworkBench.Tuning;

/// <summary>How an experiment's models are tuned, as far as it is not as the experiment says.</summary>
public sealed record TuningRequest
{
    /// <summary>Names of the only models to tune; empty for all that have a search.</summary>
    public IReadOnlyList<string> Models { get; init; } = [];

    /// <summary>The budget of each model on each split, in whole fits; null takes the experiment's.</summary>
    public int? Trials { get; init; }

    /// <summary>How the budget is spent; null takes the experiment's.</summary>
    public SearchStrategy? Strategy { get; init; }

    /// <summary>Parts that the rows are divided into, each of which tests once; null takes the experiment's folds, or five.</summary>
    public int? Folds { get; init; }

    /// <summary>Other seeds draw other candidates and divide the rows otherwise.</summary>
    public uint Seed { get; init; }
}
