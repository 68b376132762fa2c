namespace FrameworkBench.Reporting.Charts;

/// <summary>Claims by engines: in each cell the verdict, told by shape, colour and word.</summary>
/// <param name="Title">What is seen.</param>
/// <param name="Columns">The engines, from left to right.</param>
/// <param name="Rows">The claims, from top to bottom.</param>
public sealed record VerdictChart(string Title, IReadOnlyList<string> Columns, IReadOnlyList<VerdictRow> Rows) : Chart(Title)
{
    private const int MostWithWords = 5;

    /// <summary>Whether a cell says its verdict in words as well; with many engines the marks alone must do.</summary>
    internal bool HasWords => Columns.Count <= MostWithWords;

    /// <summary>The width of a column in pixels; what the columns leave of the picture is for the claims.</summary>
    /// <param name="columns">How many there are.</param>
    public static int ColumnWidth(int columns) => columns <= MostWithWords ? 118 : 88;
}
