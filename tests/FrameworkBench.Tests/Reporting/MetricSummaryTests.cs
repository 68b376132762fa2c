using FrameworkBench.Claims;
using FrameworkBench.Experiments;
using FrameworkBench.Reporting.Summaries;
using FrameworkBench.Scoring;
using FrameworkBench.Statistics;

namespace FrameworkBench.Tests.Reporting;

public class MetricSummaryTests
{
    [Theory]
    [InlineData(0.96612, 0.00489, "0.9661 ± 0.0049")]
    [InlineData(0.5, 0.36, "0.50 ± 0.36")]
    [InlineData(1, 0, "1 ± 0")]
    [InlineData(15234.4, 321, "15234 ± 321")]
    [InlineData(3.7234e-7, 6.8741e-7, "3.7e-7 ± 6.9e-7")]
    public void A_mean_is_rounded_where_its_interval_makes_digits_meaningless(double mean, double half, string text) =>
        Assert.Equal(text.Replace(' ', '\u00A0'), new MetricSummary(20, mean, new Interval(mean - half, mean + half, 0.95)).ToString());

    [Fact]
    public void One_trial_has_no_interval() =>
        Assert.Equal("0.9 (one trial)", new MetricSummary(1, 0.9, Interval.Unbounded(0.95)).ToString());

    [Fact]
    public void Splits_that_share_training_rows_widen_the_interval_of_their_mean()
    {
        var run = SampleRun.Make();
        var trials = run.Results.Where(result => result.Trial is { Dataset: "line", Engine: "scratch" }).ToList();
        var metric = new MetricReference("rmse");

        MetricSummary summary = MetricSummary.Of(trials, metric)!;

        MeanEstimate independent = MeanEstimate.Of([.. trials.Select(trial => trial.Figure(metric)!.Value)]);
        Assert.Equal(independent.Mean, summary.Mean, 1e-12);
        Assert.Equal(independent.Interval.Width * Math.Sqrt((1.0 / 3 + 0.5) * 3), summary.Interval.Width, 1e-9);
    }

    [Theory]
    [InlineData("line", "rmse", 3)]
    [InlineData("gate", "log_loss", 1)]
    public void A_claim_about_a_mean_has_the_interval_that_the_table_shows(string dataset, string metric, int splits)
    {
        var run = SampleRun.Make();
        List<TrialResult> trials = [.. run.Results.Where(result => result.Trial.Dataset == dataset && result.Trial is { Engine: "scratch", Model.Name: "net" or "line" })];
        Assert.Equal(splits, trials.Select(result => result.Trial.Split).Distinct().Count());
        var claim = new ClaimSpec { Id = "mean", Says = "", Kind = "at_least", Model = trials[0].Trial.Model.Name, Metric = new MetricReference(metric), Value = 0, Dataset = dataset };
        Experiment experiment = trials[0].Trial.Experiment with { Claims = [claim] };

        Finding finding = Assert.Single(ClaimJudge.Judge(experiment, trials, ["scratch"])).Finding;

        MetricSummary shown = MetricSummary.Of(trials, claim.Metric)!;
        Assert.Equal((shown.Mean, shown.Interval), (finding.Estimate!.Value, finding.Interval!));
        Assert.Equal(shown.Mean, MeanAcross(experiment, claim, trials), 1e-12);
    }

    // The same mean as the one number that the table adds to a claim across tables.
    private static double MeanAcross(Experiment experiment, ClaimSpec claim, IReadOnlyList<TrialResult> trials) =>
        Assert.Single(ClaimJudge.Judge(experiment with { Claims = [claim with { Kind = "mean_across", Dataset = null }] }, trials, ["scratch"])).Finding.Estimate!.Value;
}
