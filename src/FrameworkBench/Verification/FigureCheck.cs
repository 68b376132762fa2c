using FrameworkBench.Pages.Data;

namespace FrameworkBench.Verification;

/// <summary>Finds figures that contradict one another, by what relates them whatever the trial.</summary>
internal static class FigureCheck
{
    private const string Train = "train_";

    /// <summary>The figures of one row that do not follow from its others.</summary>
    internal static IEnumerable<(string Column, string Right)> Of(TrialRow row) =>
        [.. Shares(row), .. OfSide(row, ""), .. OfSide(row, Train), .. Overfit(row), .. PerEpoch(row)];

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
        foreach (string column in new[] { "accuracy", "macro_f1", "balanced_accuracy", "roc_auc", "ece" }.Select(column => side + column))
        {
            if (row.Number(column) is < -1e-9 or > 1 + 1e-9)
                yield return (column, "from 0 to 1");
        }
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
