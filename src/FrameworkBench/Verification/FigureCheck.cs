using FrameworkBench.Experiments;
using FrameworkBench.Pages.Data;
using FrameworkBench.Scoring;
using FrameworkBench.Wording;

namespace FrameworkBench.Verification;

/// <summary>Finds figures that contradict one another, by what relates them whatever the trial.</summary>
internal static class FigureCheck
{
    private const string Train = "train_";

    // Sums of shares may be beyond by their rounding.
    private const double Rounding = 1e-9;

    /// <summary>The figures of one row that do not follow from its others.</summary>
    internal static IEnumerable<(string Column, string Right)> Of(TrialRow row) =>
        [.. Ranges(row), .. Shares(row), .. OfSide(row, ""), .. OfSide(row, Train), .. Overfit(row), .. PerEpoch(row)];

    /// <summary>
    /// Rows whose error and R² do not belong together: R² is 1 − mse / v, with v the spread of the values to predict, which is the same
    /// for every trial on the same rows.
    /// </summary>
    internal static IEnumerable<Discrepancy> OfSpread(TrialTable table) =>
        from rows in table.Rows.Where(row => Spread(row) is not null).GroupBy(row => $"{row["dataset"]}, split {row["split"]}")
        let usual = rows.Select(row => Spread(row)!.Value).Order().ElementAt((rows.Count() - 1) / 2)
        from row in rows
        where Math.Abs(Spread(row)!.Value - usual) > 1e-6 * Math.Abs(usual)
        let right = Numbers.Text(1 - (row.Number("mse")!.Value / usual))
        select new Discrepancy(table.Path, row.Line, "r2", row["r2"], $"{right}, by its mse and the other trials of {rows.Key}");

    // Near an R² of 1 the difference has too few digits left.
    private static double? Spread(TrialRow row) =>
        row.Number("mse") is double error && row.Number("r2") is double determination && 1 - determination > 1e-6
            ? error / (1 - determination)
            : null;

    // Whatever the trial, no error, time or memory is below nothing, and no share above all.
    private static IEnumerable<(string Column, string Right)> Ranges(TrialRow row) =>
        from column in row.Cells.Keys
        let number = row.Number(column)
        where number is not null && MetricReference.Parse(column) is not null
        let range = MetricRange.Of(MetricReference.Parse(column)!)
        where number < range.Least - Rounding || number > range.Most + Rounding
        select (column, Said(range));

    private static string Said(MetricRange range) => (double.IsFinite(range.Least), double.IsFinite(range.Most)) switch
    {
        (true, true) => $"from {Figures.Number(range.Least)} to {Figures.Number(range.Most)}",
        (true, false) => $"at least {Figures.Number(range.Least)}",
        _ => $"at most {Figures.Number(range.Most)}",
    };

    // A share of test rows is a whole number of them.
    private static IEnumerable<(string Column, string Right)> Shares(TrialRow row)
    {
        foreach ((string column, string rows) in new[] { ("accuracy", "test_rows"), ("train_accuracy", "train_rows") })
        {
            if (row.Number(column) is double share && row.Number(rows) is double count
                && Math.Abs((share * count) - Math.Round(share * count)) > 1e-6)
                yield return (column, $"a share of {row[rows]} rows");
        }
    }

    private static IEnumerable<(string Column, string Right)> OfSide(TrialRow row, string side)
    {
        if (Pooled(row, side) is double pooled && Differs(row, side + "score", pooled))
            yield return (side + "score", Numbers.Text(pooled));
        if (row.Number(side + "mse") is double squared && Differs(row, side + "rmse", Math.Sqrt(squared)))
            yield return (side + "rmse", Numbers.Text(Math.Sqrt(squared)));
        if (row.Number(side + "mae") is double absolute && row.Number(side + "rmse") is double root && absolute > root * (1 + Rounding))
            yield return (side + "mae", $"at most {Numbers.Text(root)}, its root mean square");
    }

    private static IEnumerable<(string Column, string Right)> Overfit(TrialRow row)
    {
        if (Pooled(row, Train) - Pooled(row, "") is double right && Differs(row, "overfit", right))
            yield return ("overfit", Numbers.Text(right));
    }

    private static IEnumerable<(string Column, string Right)> PerEpoch(TrialRow row)
    {
        if (row.Number(ScoresFile.Epochs) is > 0 and double epochs && row.Number(TimesFile.FitSeconds) is double seconds
            && Differs(row, TimesFile.PerEpoch, 1e3 * seconds / epochs))
            yield return (TimesFile.PerEpoch, Numbers.Text(1e3 * seconds / epochs));
    }

    private static double? Pooled(TrialRow row, string side) =>
        row.Number(side + "accuracy") ?? (row.Number(side + "r2") is double determination ? Math.Max(0, determination) : null);

    private static bool Differs(TrialRow row, string column, double right) =>
        row.Number(column) is double found && !Numbers.Agree(found, right);
}
