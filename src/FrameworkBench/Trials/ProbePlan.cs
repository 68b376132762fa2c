namespace FrameworkBench.Trials;

/// <summary>
/// Further rows that a trial predicts, to see what its model sees. They are no test rows: nothing is scored on them by itself.
/// </summary>
public sealed record ProbePlan
{
    /// <summary>No further rows.</summary>
    public static ProbePlan None { get; } = new();

    /// <summary>Cells along each side of a grid over the plane of two inputs, whose centres are predicted; 0 for no grid.</summary>
    public int PlaneCells { get; init; }

    /// <summary>How often each input column of the test rows is permuted while the others stay; 0 for never.</summary>
    public int Permutations { get; init; }

    /// <summary>Whether the engine is asked for its own word on the model: which inputs it relies on, and its tree.</summary>
    public bool Explanation { get; init; }

    /// <summary>Stands for all of it in a key.</summary>
    internal string Digest => FormattableString.Invariant($"plane {PlaneCells}, permutations {Permutations}, explanation {Explanation}");
}
