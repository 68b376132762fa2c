using FrameworkBench.Claims;

namespace FrameworkBench.Reporting.Charts;

/// <summary>How many claims have which ruling: a cell of a picture of verdicts.</summary>
/// <param name="Rulings">The rulings, in any order; none where nothing was asked.</param>
public sealed record VerdictTally(IReadOnlyList<Ruling> Rulings)
{
    /// <summary>How many claims have a ruling.</summary>
    public int this[Ruling ruling] => Rulings.Count(other => other == ruling);
}
