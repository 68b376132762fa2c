using FrameworkBench.Charts;
using FrameworkBench.Claims;
using FrameworkBench.Pages.Experiments;
using FrameworkBench.Results;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Statistics;
using FrameworkBench.Tests.Samples;
using FrameworkBench.Writing;

namespace FrameworkBench.Tests.Pages;

public class RowsCurveTests
{
    [Fact]
    public void The_page_of_a_learning_curve_is_as_approved() =>
        ApprovedResults.Hold(
            [.. ResultsWriter.Make(SampleRowsRun.Make())
            .Where(file => file.Path is "rows/README.md" || file.Path.StartsWith("rows/slope", StringComparison.Ordinal))],
            "approved-rows");

    [Fact]
    public void Who_is_ahead_follows_from_the_intervals_of_the_paired_differences()
    {
        RowsCurve curve = Curve(SampleRowsRun.Make());

        Assert.Equal([10, 20, 40], curve.Sizes);
        Assert.Equal([Standing.Behind, Standing.Undecided, Standing.Ahead], curve.Sizes.Select(curve.OfNetworks));
        Assert.Equal(["tree", "net", "net"], curve.Sizes.Select(size => curve.Best(size)!.Model.Name));
    }

    [Fact]
    public void Scores_at_different_sizes_are_not_averaged()
    {
        ModelResults line = Curve(SampleRowsRun.Make()).Models[0];

        Assert.Equal([10, 20, 40], line.BySize.Select(size => size.Trials.Select(trial => trial.Input.TrainingRows).Distinct().Single()));
        Assert.Equal(line.Trials.Count, line.BySize.Sum(size => size.Trials.Count));
    }

    [Fact]
    public void A_lead_is_positive_for_the_better_one_and_has_the_corrected_interval()
    {
        RowsCurve curve = Curve(SampleRowsRun.Make());
        ModelResults line = curve.Models[0], tree = curve.Models[2];

        MeanDifference lead = curve.Lead(tree, line, 10)!;

        double[] differences =
            [.. line.Trials.Zip(tree.Trials).Where(pair => pair.First.Input.TrainingRows == 10)
                .Select(pair => pair.First.Figure(curve.Metric)!.Value - pair.Second.Figure(curve.Metric)!.Value)];
        Assert.Equal(CorrectedResampledTTest.Of(differences, 100.0 / 50), lead);
        Assert.InRange(lead.Difference, 0.1, 1);
    }

    [Fact]
    public void One_repeat_decides_nothing() =>
        Assert.All(
            Curve(SampleRowsRun.Make(repeats: 1)).Sizes,
            size => Assert.Equal(Standing.Undecided, Curve(SampleRowsRun.Make(repeats: 1)).OfNetworks(size)));

    [Fact]
    public void A_claim_about_a_point_of_the_curve_is_judged_by_its_trials_alone()
    {
        IReadOnlyList<Verdict> verdicts = SampleRowsRun.Make(repeats: 10).Verdicts;

        Assert.Equal([Ruling.Holds, Ruling.DoesNotHold], verdicts.Select(verdict => verdict.Finding.Ruling));
        Assert.All(verdicts, verdict => Assert.Contains("over 10 pairs", verdict.Finding.Evidence, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("BBUA", "trees lead at 100 to 300, undecided at 1,000, networks lead at 3,000", "between 300 and 3,000 rows")]
    [InlineData("BUAA", "trees lead at 100, undecided at 300, networks lead from 1,000 on", "between 100 and 1,000 rows")]
    [InlineData(
        "BABU", "trees lead at 100, networks lead at 300, trees lead at 1,000, undecided at 3,000",
        "between 100 and 300 rows and between 300 and 1,000 rows")]
    [InlineData("AAAA", "networks lead at every size", null)]
    [InlineData("UUUA", "undecided at 100 to 1,000, networks lead at 3,000", null)]
    public void Standings_are_reported_along_the_curve(string standings, string told, string? crossings)
    {
        int[] sizes = [100, 300, 1000, 3000];
        Standing[] all =
            [.. standings.Select(letter => letter switch { 'A' => Standing.Ahead, 'B' => Standing.Behind, _ => Standing.Undecided })];

        Assert.Equal(told, StandingWords.Along(sizes, all, "networks lead", "trees lead"));
        Assert.Equal(crossings, StandingWords.Crossings(sizes, all));
    }

    [Fact]
    public void A_model_and_a_pair_look_alike_in_every_panel_whichever_others_an_engine_has()
    {
        RunResult run = SampleRowsRun.Make();
        RowsCurve whole = Curve(run);
        RowsCurve few = whole with { Engine = "sklearn", Models = [.. whole.Models.Skip(1)] };

        LineChart[] scores = [.. RowsCurvePictures.OfScores([whole, few], run.Experiments[0].Models).Charts.Cast<LineChart>()];
        LineChart[] leads = [.. RowsCurvePictures.OfLeads([whole, few], run.Experiments[0].Models).Charts.Cast<LineChart>()];

        Assert.Equal([0, 1, 2], scores[0].Series.Select(series => series.Look));
        Assert.Equal([1, 2], scores[1].Series.Select(series => series.Look));
        Assert.Equal(
            leads[0].Series.Select(series => (series.Name, series.Look)), leads[1].Series.Select(series => (series.Name, series.Look)));
        Assert.Equal(scores[0].Y, scores[1].Y);
    }

    private static RowsCurve Curve(RunResult run) =>
        Assert.Single(RowsCurve.Of(ExperimentResults.Of(run)[0]), curve => curve.Metric.Name == "rmse");
}
