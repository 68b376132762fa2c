using FrameworkBench.Charts;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Results.Suite;
using FrameworkBench.Scoring;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Cost;

/// <summary>Mean score against time: what one pays for more.</summary>
internal static class ParetoPicture
{
    private const int FrontLook = 5;

    /// <summary>The picture; null when on no table every model has a score and a time.</summary>
    internal static LineChart? Of(SuiteResults suite)
    {
        var costs = ModelCost.Of(suite.Main.Trials);
        ILookup<(string Model, string Dataset), TrialResult> trials =
            suite.Main.Trials.ToLookup(trial => (trial.Trial.Model.Name, trial.Trial.Dataset));
        // A model that looks at no input would take up most of the picture.
        ExperimentModel[] models =
            [.. suite.Experiment.Models.Where(
                model => model.Spec is not ConstantSpec
                && suite.Main.Trials.Any(trial => trial.Trial.Model.Name == model.Name && SuiteRanks.WasRun(trial)))];
        string[] tables =
            [.. suite.Experiment.Datasets.Where(
                table =>
                    models.All(
                        model => costs.ContainsKey((model.Name, table)) && double.IsFinite(SuiteRanks.Mean(trials[(model.Name, table)]))))];
        if (tables.Length == 0)
            return null;
        var points = models
            .Select(model => (Family: PairSides.Family(model.Spec), Point: new ChartPoint(
                ModelCost.GeometricMean(tables.Select(table => costs[(model.Name, table)].FitSeconds)),
                tables.Average(table => SuiteRanks.Mean(trials[(model.Name, table)])))
            { Label = model.Title }))
            .OrderBy(model => model.Point.X)
            .ToList();
        var front = points.Select(model => model.Point)
            .Where(point => !points.Exists(other => other.Point.X < point.X && other.Point.Y >= point.Y)).ToList();
        return new LineChart(
            "Score against fit time",
            new Axis("Fit time including the search: geometric mean over tables")
            {
                Scale = AxisScale.Logarithmic,
                Numbers = NumberStyle.Seconds,
            },
            new Axis("Mean score over tables"),
            [
                new Series("best score for its time", [.. front.Select(point => point with
                {
                    Label = null,
                })]) { Style = SeriesStyle.Step, Look = FrontLook, IsMarked = false },
                .. points.GroupBy(model => model.Family).Select(family => new Series(family.Key, [.. family.Select(model => model.Point)])
                {
                    Style = SeriesStyle.Points,
                    Look = LookOf(suite, family.Key),
                }),
            ])
        {
            Subtitle = $"{suite.Main.Name}, over the {Counting.Of(tables.Length, "table")} where every model has a score; "
                + "without the constant model. Upper left is better.",
        };
    }

    // The sides have the looks that they have in the forests.
    private static int LookOf(SuiteResults suite, string family) => family == suite.Sides.First ? 0 : family == suite.Sides.Second ? 1 : 2;
}
