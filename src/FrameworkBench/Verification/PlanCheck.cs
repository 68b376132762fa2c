using FrameworkBench.Datasets.Catalog;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Experiments;
using FrameworkBench.Pages.Data;
using FrameworkBench.Results;
using FrameworkBench.Trials;
using FrameworkBench.Wording;

namespace FrameworkBench.Verification;

/// <summary>
/// Holds the rows of a data file against the trials that its experiment plans: none left out, none added, each once, in their order.
/// </summary>
internal static class PlanCheck
{
    internal static IEnumerable<Discrepancy> Of(VerifiedExperiment verified, DatasetCatalog catalog)
    {
        TrialTable table = verified.Table;
        TrialPlace[] planned =
        [
            .. verified.Experiment.Datasets
                .SelectMany(dataset => TrialOrder.Of(
                    verified.Experiment, dataset, SplitsOn(dataset, verified, catalog), verified.Engines, verified.Plan))
                .Select(trial => new TrialPlace(
                    trial.Dataset, trial.Model.Name, trial.Engine, Figures.Count(trial.Split), Figures.Count(trial.Seed))),
        ];
        if (verified.Run.Trials != table.Rows.Count)
            yield return new Discrepancy(
                table.Path, null, "rows", Figures.Count(table.Rows.Count),
                $"{Figures.Count(verified.Run.Trials)}, as {RunFile.Name} has them");

        foreach (EngineRun engine in verified.Run.Engines)
        {
            TrialStatus[] statuses =
                [.. table.Rows.Where(row => row["engine"] == engine.Name).Select(row => row.Status).OfType<TrialStatus>()];
            if (EngineRun.Of(engine.Name, engine.Version, statuses) with { Missing = 0 } is var right && engine != right)
                yield return new Discrepancy(
                    RunFile.PathOf(verified.Experiment.Name), null, engine.Name, Counts(engine), $"{Counts(right)}, by {table.Path}");
        }

        HashSet<TrialPlace> known = [.. planned], seen = [];
        foreach (TrialRow row in table.Rows)
        {
            if (!known.Contains(row.Place))
                yield return new Discrepancy(table.Path, row.Line, "trial", row.Place.ToString(), "no such trial");
            else if (!seen.Add(row.Place))
                yield return new Discrepancy(table.Path, row.Line, "trial", row.Place.ToString(), "one row for this trial");
        }

        foreach (TrialPlace place in planned.Where(place => !seen.Contains(place)))
            yield return new Discrepancy(table.Path, null, "trial", "none", place.ToString());
        if (table.Rows.Count != planned.Length || !known.SetEquals(seen))
            yield break;
        if (table.Rows.Zip(planned).FirstOrDefault(pair => pair.First.Place != pair.Second) is { First: { } first } pair)
            yield return new Discrepancy(
                table.Path, first.Line, "trial", first.Place.ToString(), $"{pair.Second}, by the order of the plan");
    }

    private static string Counts(EngineRun engine) =>
        $"{engine.Ran} ran, {engine.Failed} failed, {engine.Unsupported} not supported";

    // How many numbers of training rows a table is large enough for depends on its equal rows, which only the table tells.
    private static int SplitsOn(string dataset, VerifiedExperiment verified, DatasetCatalog catalog)
    {
        TrialRow[] rows = [.. verified.Table.Rows.Where(row => row["dataset"] == dataset)];
        switch (verified.Split)
        {
            case KFold plan:
                double size = catalog.Contains(dataset) ? RowsOf(dataset, catalog) : rows.FirstOrDefault()?.Number("table_rows") ?? 0;
                plan = plan.On(size, InOrder(dataset, verified, catalog));

                // A table of few groups or sets of equal rows is divided once, and how many it has only the table tells.
                return rows.All(row => row.Number("split") < plan.Folds) ? plan.Folds : plan.Count;
            case LearningCurve plan:
                int found = 1 + (int)rows.Select(row => row.Number("split") ?? 0).DefaultIfEmpty(-1).Max();
                int repeats = InOrder(dataset, verified, catalog) ? 1 : plan.Repeats;
                int all = plan.TrainRows.Count * repeats;
                return found > 0 && found < all && found % repeats == 0 ? found : all;
            default:
                return verified.Split.Count;
        }
    }

    /// <summary>Whether the rows of a table are in order of time.</summary>
    internal static bool InOrder(string dataset, VerifiedExperiment verified, DatasetCatalog catalog) =>
        (verified.Experiment.Tables.TryGetValue(dataset, out CsvTable? own) ? own.Time
            : catalog.Contains(dataset) ? catalog.Find(ReadOf(dataset, catalog)).Time : null) is not null;

    /// <summary>Rows of a table of the catalog, or of the one that stands for it.</summary>
    internal static int RowsOf(string dataset, DatasetCatalog catalog) => catalog.Find(ReadOf(dataset, catalog)).Rows;

    /// <summary>The table that is read for a data set.</summary>
    internal static string ReadOf(string dataset, DatasetCatalog catalog) =>
        catalog.Find(dataset).StandIn is { } standIn && !catalog.IsThere(dataset) ? standIn : dataset;
}
