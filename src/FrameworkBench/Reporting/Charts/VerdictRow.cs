using FrameworkBench.Claims;

namespace FrameworkBench.Reporting.Charts;

/// <summary>A row of a picture of verdicts.</summary>
/// <param name="Label">The claim; wraps where it is too long for its place.</param>
/// <param name="Cells">A ruling a column, in the columns' order; null where the claim is not for that engine.</param>
public sealed record VerdictRow(string Label, IReadOnlyList<Ruling?> Cells)
{
    /// <summary>A heading above the first row that has it; rows of a group stand together.</summary>
    public string? Group { get; init; }
}
