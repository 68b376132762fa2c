using FrameworkBench.Protocol.Arrays;

namespace FrameworkBench.Protocol.FittedModels.Steps;

/// <summary>
/// Makes numbers of a table's columns: of each number x, where there are <see cref="Cosines"/>, some linear combinations of cosines,
/// V·cos(2π·w·x + φ) + c; then the numbers themselves, the indicators, and a row of its table for each code.
/// </summary>
public sealed record EmbedStep : Step
{
    /// <summary>Which columns are numbers.</summary>
    public required IReadOnlyList<int> Numbers { get; init; }

    /// <summary>Which columns are indicators, passed on as they are.</summary>
    public required IReadOnlyList<int> Indicators { get; init; }

    /// <summary>Which columns are codes.</summary>
    public required IReadOnlyList<int> Codes { get; init; }

    /// <summary>The cosines of the numbers; null for none.</summary>
    public CosineTables? Cosines { get; init; }

    /// <summary>A table for each column of codes: (categories + 1) × width; row 0 is for a missing code, row k + 1 for code k.</summary>
    public required IReadOnlyList<NpyArray> Tables { get; init; }

    /// <inheritdoc/>
    public override int OutputsOf(int inputs)
    {
        int[] all = [.. Numbers, .. Indicators, .. Codes];
        Require(all.Length == inputs && all.Order().SequenceEqual(Enumerable.Range(0, inputs)), "each column must have one place");
        Require(Tables.Count == Codes.Count, $"{Tables.Count} tables for {Codes.Count} columns of codes");
        foreach (NpyArray table in Tables)
            RequireFinite(table, "table", table.Rows, table.Columns);
        if (Cosines is { } cosines)
        {
            RequireFinite(cosines.Frequencies, "frequencies", Numbers.Count, cosines.Width);
            RequireFinite(cosines.Phases, "phases", Numbers.Count, cosines.Width);
            RequireFinite(cosines.Weights, "weights", Numbers.Count * cosines.Combinations, cosines.Width);
            RequireFinite(cosines.Constants, "constants", Numbers.Count, cosines.Combinations);
        }

        return ((1 + (Cosines?.Combinations ?? 0)) * Numbers.Count) + Indicators.Count + Tables.Sum(table => table.Columns);
    }

    /// <inheritdoc/>
    public override Rows Apply(Rows rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        double[][] tables = [.. Tables.Select(table => table.ToDoubles())];
        CosineValues? cosines = Cosines is null ? null : new CosineValues(Cosines);
        Rows embedded = rows.Blank(OutputsOf(rows.Columns));
        for (int row = 0; row < rows.Count; row++)
        {
            ReadOnlySpan<double> from = rows.Row(row);
            Span<double> to = embedded.Row(row);
            for (int place = 0; cosines is not null && place < Numbers.Count; place++)
                to = to[cosines.Combine(place, from[Numbers[place]], to)..];
            foreach (int column in Numbers.Concat(Indicators))
            {
                to[0] = from[column];
                to = to[1..];
            }

            for (int place = 0; place < tables.Length; place++)
            {
                int width = Tables[place].Columns;
                tables[place].AsSpan(RowOf(from[Codes[place]], Tables[place].Rows) * width, width).CopyTo(to);
                to = to[width..];
            }
        }

        return embedded;
    }

    // Whatever is no code counts as missing.
    private static int RowOf(double code, int rows) => code >= 0 && code < rows - 1 ? (int)code + 1 : 0;
}
