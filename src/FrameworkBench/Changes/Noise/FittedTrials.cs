using FrameworkBench.Trials;
using FrameworkBench.Verification;

namespace FrameworkBench.Changes.Noise;

/// <summary>The trials of one model by one engine on one table that were fitted.</summary>
/// <param name="RandomState">Where the division of the rows comes from; empty when they are not drawn.</param>
/// <param name="Rows">The trials.</param>
internal sealed record FittedTrials(string RandomState, IReadOnlyList<TrialRow> Rows)
{
    private readonly TrialRow[] scored = [.. Rows.Where(row => row.Status == TrialStatus.Done)];
    private readonly double testRows = Rows.Select(row => row.Number("test_rows") ?? 0).DefaultIfEmpty().Max();

    /// <summary>A score of the trials that have it; null when none has.</summary>
    internal FigureSeries? Series(string metric)
    {
        SeedFigure[] figures =
        [
            .. from row in scored
               let value = row.Number(metric)
               where value is not null
               select Figure(row, value.Value),
        ];
        return figures.Length == 0 ? null : Of(figures);
    }

    /// <summary>A one for each trial that diverged, a zero for the others.</summary>
    internal FigureSeries DivergedSeries => Of([.. Rows.Select(row => Figure(row, row.Status == TrialStatus.Diverged ? 1 : 0))]);

    private FigureSeries Of(SeedFigure[] figures) => new(figures, Division, TestTrainRatio);

    // The same table, divided by the same generator into parts of the same size.
    private string Division => $"{Rows[0]["table_sha256"]}/{RandomState}/{testRows}";

    private double TestTrainRatio => testRows / Math.Max(1, (Rows[0].Number("table_rows") ?? 0) - testRows);

    private static SeedFigure Figure(TrialRow row, double value) =>
        new((int)row.Number("split")!.Value, (long)row.Number("seed")!.Value, value);
}
