using System.Text.Json.Serialization;
using FrameworkBench.Protocol.Arrays;

namespace FrameworkBench.Datasets.Preparation.Kept;

/// <summary>A row of numbers for each category.</summary>
/// <param name="Input">The number of the input among the row's cells.</param>
/// <param name="Table">(categories + 2) × numbers, float64: the categories, one that the table does not have, and a missing one.</param>
public sealed record CategoryPart(int Input, NpyArray Table) : KeptPart(Input)
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override int Width => Table.Columns;

    /// <inheritdoc/>
    public override void Write(double cell, Span<double> into)
    {
        int row = double.IsNaN(cell) ? Table.Rows - 1 : (int)cell;
        ((double[])Table.Values).AsSpan(row * Width, Width).CopyTo(into);
    }

    /// <inheritdoc/>
    public override string? Problem(int categories) =>
        Table is { Shape.Count: 2, Values: double[] values } && Table.Rows == categories + 2 && !Array.Exists(values, double.IsInfinity)
            ? null : $"input {Input} has {categories} categories and a table of shape ({string.Join(", ", Table.Shape)})";
}
