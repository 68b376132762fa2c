using FrameworkBench.Experiments;

namespace FrameworkBench.Trials;

/// <summary>How much of the experiments is planned.</summary>
public sealed record PlanOptions
{
    /// <summary>Decides how many seeds each model gets.</summary>
    public Profile Profile { get; init; } = Profile.Default;

    /// <summary>Seeds for every model instead of the experiment's number; null takes that.</summary>
    public int? Seeds { get; init; }

    /// <summary>Whether engines return the fitted models.</summary>
    public bool KeepsModels { get; init; }
}
