using FrameworkBench.Claims.Tables;
using FrameworkBench.Results.Suite;

namespace FrameworkBench.Pages.Data;

/// <summary>
/// <c>tables.csv</c>: one line for each comparison, engine and table, from which every pooled figure can be computed again.
/// </summary>
internal static class TablesFile
{
    internal const string Name = "tables.csv";

    internal static readonly string[] Headings =
    [
        "experiment", "comparison", "engine", "model", "against_engine", "against", "dataset", "rows", "columns", "mixed", "classes",
        "smooth", "model_mean", "against_mean", "difference", "low", "high", "splits", "incomplete", "verdict", "way", "share", "share_low",
        "share_high",
    ];

    internal static string PathOf(string experiment) => $"{experiment}/{Name}";

    internal static ResultFile Write(SuiteResults suite) => new(
        PathOf(suite.Experiment.Name),
        CsvText.Of(
            Headings,
            from engine in suite.Engines
            from pair in engine.Pairs
            from table in pair.Tables
            select Cells(suite.Experiment.Name, pair, table)));

    private static IEnumerable<string> Cells(string experiment, PairOnTables pair, TableComparison table)
    {
        TableTraits traits = table.Traits;
        return
        [
            experiment, pair.Pair.Title, pair.Engines.First, pair.Pair.Model, pair.Engines.Second, pair.Pair.Against, traits.Dataset,
            CsvText.Cell(traits.Rows),
            CsvText.Cell(traits.Table.Columns),
            Word(traits.Table.IsMixed), Word(traits.Table.IsClassification), traits.IsSmooth is { } smooth ? Word(smooth) : "",
            CsvText.Cell(table.ModelMean), CsvText.Cell(table.AgainstMean), CsvText.Cell(table.Lead.Difference),
            CsvText.End(table.Lead.Interval.Low), CsvText.End(table.Lead.Interval.High),
            CsvText.Cell(table.Lead.Count), CsvText.Cell(table.Incomplete), TableVerdicts.Of(table.Lead).ToString().ToLowerInvariant(),
            table.Way is double way ? CsvText.Cell(way) : "", CsvText.End(table.Share?.Difference), CsvText.End(table.Share?.Interval.Low),
            CsvText.End(table.Share?.Interval.High),
        ];
    }

    private static string Word(bool flag) => flag ? "yes" : "no";
}
