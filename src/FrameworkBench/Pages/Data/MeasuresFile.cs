using FrameworkBench.Results.Suite;

namespace FrameworkBench.Pages.Data;

/// <summary>
/// <c>measures.csv</c>: one line for each comparison, measure and table on the engine that the page is about. A lead is positive where
/// the first model is better; a ratio is given by its natural logarithm.
/// </summary>
internal static class MeasuresFile
{
    internal const string Name = "measures.csv";

    internal static readonly string[] Headings =
    [
        "experiment", "comparison", "engine", "measure", "ratio", "dataset", "model_mean", "against_mean", "lead", "low", "high", "splits",
    ];

    internal static string PathOf(string experiment) => $"{experiment}/{Name}";

    internal static ResultFile Write(SuiteResults suite) => new(
        PathOf(suite.Experiment.Name),
        CsvText.Of(
            Headings,
            from lead in suite.Main.Measures
            from table in lead.Tables
            select (string[])
            [
                suite.Experiment.Name, lead.Pair.Pair.Title, suite.Main.Name, lead.Metric.ToString(), lead.IsRatio ? "yes" : "no",
                table.Traits.Dataset, CsvText.Cell(table.ModelMean), CsvText.Cell(table.AgainstMean), CsvText.Cell(table.Lead.Difference),
                CsvText.End(table.Lead.Interval.Low), CsvText.End(table.Lead.Interval.High), CsvText.Cell(table.Lead.Count),
            ]));
}
