namespace FrameworkBench.Reporting.Charts;

/// <summary>A row of a picture of verdicts.</summary>
/// <param name="Label">What the claims are about; wraps where it is too long for its place.</param>
/// <param name="Cells">A tally a column, in the columns' order.</param>
public sealed record VerdictRow(string Label, IReadOnlyList<VerdictTally> Cells);
