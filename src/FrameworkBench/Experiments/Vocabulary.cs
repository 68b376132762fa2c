using FrameworkBench.Experiments.Claims;

namespace FrameworkBench.Experiments;

/// <summary>The names that an experiment may use and that are defined elsewhere in the harness.</summary>
public sealed record Vocabulary
{
    /// <summary>Data sets by name.</summary>
    public required IReadOnlyDictionary<string, DatasetTerm> Datasets { get; init; }

    /// <summary>Metrics by name.</summary>
    public required IReadOnlyDictionary<string, MetricTerm> Metrics { get; init; }

    /// <summary>Kinds of claims by name.</summary>
    public required IReadOnlyDictionary<string, ClaimTerm> Claims { get; init; }

    /// <summary>Engines by name; an experiment may name some as the only ones it is for.</summary>
    public IReadOnlyCollection<string> Engines { get; init; } = [];
}
