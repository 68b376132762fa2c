namespace FrameworkBench.Charts;

/// <summary>
/// Numbers in a grid, coloured by size: a confusion matrix, scores per model and data set, a gradient's norm. Numbers are
/// written into the cells where all fit; a 0 is left blank.
/// </summary>
/// <param name="Title">What is seen.</param>
/// <param name="Rows">The names of the rows, from top to bottom.</param>
/// <param name="Columns">The names of the columns, from left to right.</param>
/// <param name="Values">Rows × columns; NaN for none.</param>
public sealed record HeatMap(
    string Title, IReadOnlyList<string> Rows, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<double>> Values)
    : Chart(Title)
{
    /// <summary>What rows are, such as "true class".</summary>
    public string? RowsLabel { get; init; }

    /// <summary>What columns are, such as "predicted class".</summary>
    public string? ColumnsLabel { get; init; }

    /// <summary>The unit of the values, for the legend, such as "test rows"; and their scale, number style and ends.</summary>
    public Axis Scale { get; init; } = new("");

    /// <summary>True when values have a meaningful zero with both signs: two colours that meet there.</summary>
    public bool IsDiverging { get; init; }

    /// <summary>
    /// What colours the cells when it is not their values, such as how far each is behind the best of its column: rows ×
    /// columns. <see cref="Scale"/> is then that of these.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<double>>? Shades { get; init; }

    /// <summary>What the colours mean, for the legend; when null the ends of the scale.</summary>
    public string? ShadeLabel { get; init; }

    /// <summary>
    /// Stands in a cell without a value where there is room, such as "diverged": rows × columns; null for a dash everywhere.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<string?>>? Reasons { get; init; }
}
