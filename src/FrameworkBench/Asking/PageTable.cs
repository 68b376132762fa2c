namespace FrameworkBench.Asking;

/// <summary>A table of plain texts.</summary>
/// <param name="Headings">One a column; a heading that starts with <c>&gt;</c> makes its column flush right, for numbers.</param>
/// <param name="Rows">A text a column, row by row.</param>
public sealed record PageTable(IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string>> Rows);
