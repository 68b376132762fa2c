using FrameworkBench.Claims.Tables;
using FrameworkBench.Results.Suite;

namespace FrameworkBench.Pages.Data;

/// <summary>
/// <c>tables.csv</c>: one line for each comparison, engine and table, from which every pooled figure can be computed again.
/// </summary>
internal static class TablesFile
{
    internal const string Name = "tables.csv";

    private static readonly string[] Headings =
    [
        "experiment", "comparison", "engine", "model", "against_engine", "against", "dataset", "rows", "columns", "mixed", "classes",
        "smooth", "model_mean", "against_mean", "difference", "low", "high", "splits", "incomplete", "verdict", "way", "share", "share_low",
        "share_high",
    ];

    internal static ResultFile Write(SuiteResults suite) => new(
        $"{suite.Experiment.Name}/{Name}",
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
            End(table.Lead.Interval.Low), End(table.Lead.Interval.High),
            CsvText.Cell(table.Lead.Count), CsvText.Cell(table.Incomplete), TableVerdicts.Of(table.Lead).ToString().ToLowerInvariant(),
            table.Way is double way ? CsvText.Cell(way) : "", End(table.Share?.Difference), End(table.Share?.Interval.Low),
            End(table.Share?.Interval.High),
        ];
    }

    private static string Word(bool flag) => flag ? "yes" : "no";

    private static string End(double? end) => end is double number && double.IsFinite(number) ? CsvText.Cell(number) : "";
}
