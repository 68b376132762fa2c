using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Report;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Site;

/// <summary>Says what the explorer compares.</summary>
internal static class ExplorerWords
{
    /// <summary>"178 rows, 13 columns, numeric, classification".</summary>
    /// <param name="table">Its line in the data file.</param>
    internal static string About(IReadOnlyDictionary<string, string> table) =>
        $"{Grouped(table["rows"])} rows, {table["columns"]} columns, {(table["mixed"] == "yes" ? "with categories" : "numeric")}, "
            + (table["classes"] == "yes" ? "classification" : "regression");

    /// <summary>"boosted trees, bagged against RealMLP, bagged".</summary>
    internal static string Models(Experiment experiment, ModelPair pair) =>
        $"{Title(experiment, pair.Model)} against {Title(experiment, pair.Against)}";

    private static string Title(Experiment experiment, string model) =>
        ModelTitle.Of(experiment, model).Quoted();

    private static string Grouped(string rows) => long.TryParse(rows, out long count) ? Figures.Whole(count) : rows;
}
