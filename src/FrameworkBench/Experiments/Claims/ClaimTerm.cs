namespace FrameworkBench.Experiments.Claims;

/// <summary>
/// The parameters of a kind of claim, named as in the file: <c>model</c>, <c>against</c>, <c>metric</c>, <c>value</c>, <c>printed</c>,
/// <c>margin</c>, <c>share</c>, <c>confidence</c>, <c>dataset</c>, <c>tables</c>, <c>against_tables</c>.
/// </summary>
/// <param name="Required">The ones it cannot do without.</param>
/// <param name="Optional">The ones it takes besides.</param>
public sealed record ClaimTerm(IReadOnlyList<string> Required, IReadOnlyList<string> Optional)
{
    /// <summary>
    /// Whether such a claim is judged once over all tables or some of them, and not on each data set: it takes <c>tables</c>.
    /// </summary>
    public bool IsAcrossTables => Required.Concat(Optional).Contains("tables", StringComparer.Ordinal);
}
