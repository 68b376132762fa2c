using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Catalog;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Experiments;
using FrameworkBench.Pages.Data;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Reading;
using FrameworkBench.Scoring;
using FrameworkBench.Trials;

namespace FrameworkBench.Verification;

/// <summary>
/// Holds each row of a data file against itself and the others: its table, its rows, its status, and figures that follow from one another.
/// </summary>
internal static class RowCheck
{
    // An engine that learns in no epochs has no time per epoch.
    private static readonly string[] OfFit = [ScoresFile.Epochs, .. TimesFile.Figures.Except([TimesFile.PerEpoch])];

    internal static IEnumerable<Discrepancy> Of(VerifiedExperiment verified, DatasetCatalog catalog) =>
        [.. Columns(verified), .. Times(verified.Table), .. verified.Table.Rows.SelectMany(row => Row(verified, row, catalog)),
            .. Alike(verified)];

    private static IEnumerable<Discrepancy> Columns(VerifiedExperiment verified)
    {
        IReadOnlyList<string> columns = verified.Table.Columns;
        string[] fixedOnes = [.. ScoresFile.First, .. ScoresFile.OfTable, ScoresFile.Epochs, .. TimesFile.Figures];
        IEnumerable<string> judged = verified.Experiment.Claims.SelectMany(claim => claim.Figures)
            .Select(figure => figure.Metric.ToString());
        string[] needed = [.. fixedOnes, .. judged.Distinct()];
        string[] unknown = [.. columns.Where(column => !fixedOnes.Contains(column) && !IsFigure(column))];
        string[] twice = [.. columns.GroupBy(column => column).Where(column => column.Count() > 1).Select(column => column.Key)];
        if (needed.Except(columns).ToArray() is { Length: > 0 } absent)
            yield return new Discrepancy(verified.Table.Path, 1, "columns", string.Join(",", columns), $"also {string.Join(",", absent)}");
        if (unknown.Length > 0)
            yield return new Discrepancy(verified.Table.Path, 1, "columns", string.Join(",", unknown), "names of figures");
        if (twice.Length > 0)
            yield return new Discrepancy(verified.Table.Path, 1, "columns", $"{string.Join(",", twice)} twice", "each once");
    }

    // The file of times has the same trials in the same order.
    private static IEnumerable<Discrepancy> Times(TrialTable table)
    {
        if (table.Times.Count == 0)
            return [new Discrepancy(table.TimesPath, null, "times", "none", "a row for each trial")];
        foreach ((TrialRow time, TrialRow score) in table.Times.Zip(table.Rows))
        {
            if (time["experiment"] != score["experiment"])
                return [new Discrepancy(table.TimesPath, time.Line, "experiment", time["experiment"], score["experiment"])];
            if (time.Place != score.Place)
                return [new Discrepancy(table.TimesPath, time.Line, "trial", $"{time.Place}", $"{score.Place}")];
        }

        return table.Times.Count == table.Rows.Count
            ? []
            : [new Discrepancy(table.TimesPath, null, "rows", $"{table.Times.Count}", $"{table.Rows.Count}, as the scores have")];
    }

    private static bool IsFigure(string column) =>
        MetricReference.Parse(column) is { } figure && TrialFigures.Terms.ContainsKey(figure.Name);

    private static IEnumerable<Discrepancy> Row(VerifiedExperiment verified, TrialRow row, DatasetCatalog catalog)
    {
        Discrepancy Wrong(string column, string right) => verified.Table.Wrong(row, column, right);
        if (row["experiment"] != verified.Experiment.Name)
            yield return Wrong("experiment", verified.Experiment.Name);
        foreach ((string column, string right) in OfTable(row, verified.Experiment, catalog).Where(cell => row[cell.Column] != cell.Right))
            yield return Wrong(column, right);
        foreach ((string column, string right) in OfRows(row, verified.Split, PlanCheck.InOrder(row["dataset"], verified, catalog)))
            yield return Wrong(column, right);
        foreach ((string column, string right) in OfStatus(row, verified.Table.Columns, verified.Run.Absent.Contains(row["engine"])))
            yield return Wrong(column, right);
        foreach ((string column, string right) in FigureCheck.Of(row))
            yield return Wrong(column, right);
    }

    private static IEnumerable<(string Column, string Right)> OfTable(TrialRow row, Experiment experiment, DatasetCatalog catalog)
    {
        if (!catalog.Contains(row["dataset"]))
            yield break;
        string read = PlanCheck.ReadOf(row["dataset"], catalog);
        CatalogEntry entry = catalog.Find(read);
        CatalogEntry whole = entry.Sample is { } sample ? catalog.Find(sample.Of) : entry;
        yield return ("table", read);
        yield return ("table_rows", $"{entry.Rows}");
        int? wholeRows = entry.Sample is not null ? whole.Rows : catalog.Entries.FirstOrDefault(other => other.StandIn == read)?.Rows;
        yield return ("sample_of", $"{wholeRows}");
        yield return ("table_sha256", catalog.ChecksumOf(row["dataset"]));
        yield return ("table_task", Words<TaskKind>.Of(experiment.Reconstructs ? TaskKind.Reconstruction : entry.Task));
        if (entry.IsIdx)
            yield break;
        yield return ("table_columns", $"{whole.Count(ColumnRole.Numeric) + whole.Count(ColumnRole.Categorical)}");
        yield return ("table_inputs", whole.Count(ColumnRole.Categorical) > 0 ? "mixed" : "numeric");
    }

    private static IEnumerable<(string Column, string Right)> OfRows(TrialRow row, SplitPlan split, bool inOrder)
    {
        double train = row.Number("train_rows") ?? -1, validation = row.Number("validation_rows") ?? -1;
        double test = row.Number("test_rows") ?? -1, all = row.Number("table_rows") ?? -1;
        bool belong = split switch
        {
            AllRows => train + validation == all && test == all,
            LearningCurve or HoldOut { TrainRows: not null } => train + validation + test <= all,
            KFold when inOrder => train + validation + test <= all,
            _ => train + validation + test == all,
        };
        if (train < 1 || validation < 0 || test < 1 || all < 1)
            yield return ("train_rows", "numbers of rows");
        else if (!belong)
            yield return ("train_rows", split is AllRows ? $"{all} that train and test" : $"{all - validation - test}");
        if (split is LearningCurve curve && train + validation > 0 && !curve.TrainRows.Contains((int)(train + validation)))
            yield return ("train_rows", string.Join(" or ", curve.TrainRows));
    }

    private static IEnumerable<(string Column, string Right)> OfStatus(TrialRow row, IReadOnlyList<string> columns, bool absent)
    {
        if (row.Status is not { } status)
        {
            yield return ("status", "done, diverged, unsupported, failed or missing");
            yield break;
        }

        if (absent && status != TrialStatus.Missing)
            yield return ("status", "missing: the engine was not available");
        if (status == TrialStatus.Done != (row["reason"].Length == 0))
            yield return ("reason", status == TrialStatus.Done ? "none of a trial that is done" : $"why it is {row["status"]}");
        bool ran = status is TrialStatus.Done or TrialStatus.Diverged;
        foreach (string column in columns.Except(ScoresFile.First).Except(ScoresFile.OfTable).Where(column => row[column].Length > 0))
        {
            if (!ran)
                yield return (column, $"nothing of a trial that is {row["status"]}");
            else if (!Numbers.IsWritten(row[column]))
                yield return (column, "a number in its shortest form");
        }

        if (ran && OfFit.FirstOrDefault(column => row[column].Length == 0) is { } empty)
            yield return (empty, "a figure of the fit");
    }

    // What does not depend on the seed or the model is the same in all rows that share the rest.
    private static IEnumerable<Discrepancy> Alike(VerifiedExperiment verified)
    {
        TrialTable table = verified.Table;

        // The candidate that a search chose on one engine may set other rows aside than that of another one.
        HashSet<string> searched = [.. verified.Experiment.Models.Where(model => model.Search is not null).Select(model => model.Name)];
        HashSet<string> lacking = [.. table.Rows.Where(row => row.Status == TrialStatus.Unsupported).Select(Fit)];
        return
        [
            .. Same(table, row => row["dataset"], "table_columns", "table_inputs", "table_task", "table_sha256"),
            .. Same(table, row => $"{row["dataset"]}/{row["split"]}", "test_rows"),
            .. Same(table, row => searched.Contains(row["model"]) ? null : Rows(row), "train_rows", "validation_rows"),
            .. Same(table, row => lacking.Contains(Fit(row)) ? Fit(row) : null, "status", "reason"),
            .. Same(table, row => row.Status == TrialStatus.Missing ? row["engine"] : null, "reason"),
            .. FigureCheck.OfSpread(table),
        ];
    }

    private static string Rows(TrialRow row) => $"{row["dataset"]}/{row["model"]}, split {row["split"]}, seed {row["seed"]}";

    private static string Fit(TrialRow row) => $"{row["dataset"]}/{row["model"]} by {row["engine"]}";

    private static IEnumerable<Discrepancy> Same(TrialTable table, Func<TrialRow, string?> sharing, params string[] columns) =>
        from rows in table.Rows.GroupBy(sharing)
        where rows.Key is not null
        from column in columns
        let usual = rows.GroupBy(row => row[column]).MaxBy(value => value.Count())!.Key
        from row in rows
        where row[column] != usual
        select table.Wrong(row, column, $"{usual}, as in the other rows of {rows.Key}");
}
