using System.Globalization;
using FrameworkBench.Statistics;
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
    internal FigureSeries? Series(string metric) => Of(
        from row in scored
        let value = row.Number(metric)
        where value is not null
        select Figure(row, value.Value));

    /// <summary>A one for each trial that diverged, a zero for the others; null when none was fitted.</summary>
    internal FigureSeries? Diverged => Of(Rows.Select(row => Figure(row, row.Status == TrialStatus.Diverged ? 1 : 0)));

    private FigureSeries? Of(IEnumerable<SeedFigure> figures) =>
        figures.ToArray() is { Length: > 0 } some ? new FigureSeries(some, Division, TestTrainRatio) : null;

    // The same table, divided by the same generator into parts of the same size.
    private string Division => $"{Rows[0]["table_sha256"]}/{RandomState}/{testRows}";

    private double TestTrainRatio => SplitRatio.Of(Rows.Select(row => (SplitOf(row), RatioOf(row))));

    private static double RatioOf(TrialRow row) => row.Number("test_rows") is { } tested
        ? tested / Math.Max(1, (row.Number("table_rows") ?? 0) - tested) : 0;

    private static int SplitOf(TrialRow row) => int.Parse(row["split"], CultureInfo.InvariantCulture);

    private static SeedFigure Figure(TrialRow row, double value) =>
        new(SplitOf(row), long.Parse(row["seed"], CultureInfo.InvariantCulture), value);
}
