using FrameworkBench.Claims;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Claims;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Scoring;
using FrameworkBench.Statistics;
using FrameworkBench.Tests.Samples;

namespace FrameworkBench.Tests.Results;

public class MetricSummaryTests
{
    [Theory]
    [InlineData(0.96612, 0.00489, "0.9661 ± 0.0049")]
    [InlineData(0.5, 0.36, "0.50 ± 0.36")]
    [InlineData(1, 0, "1 [no spread]")]
    [InlineData(15234.4, 321, "15234 ± 321")]
    [InlineData(3.7234e-7, 6.8741e-7, "3.7e-7 ± 6.9e-7")]
    [InlineData(0.6931471806, 4.8e-9, "0.693147 ± 4.8e-9")]
    public void A_mean_is_rounded_where_its_interval_makes_digits_meaningless(double mean, double half, string text) =>
        Assert.Equal(text.Replace(' ', '\u00A0'), new MetricSummary(20, mean, new Interval(mean - half, mean + half, 0.95)).ToString());

    [Fact]
    public void One_trial_has_no_interval() =>
        Assert.Equal("0.9 (one trial)", new MetricSummary(1, 0.9, Interval.Unbounded(0.95)).ToString());

    [Theory]
    [InlineData("roc_auc", 0.97, 1, "0.990\u00A0[0.970,\u00A01.000]")]
    [InlineData("accuracy", 0.97, 1, "0.990\u00A0[0.970,\u00A01.000]")]
    [InlineData("train_macro_f1", 0.97, 1, "0.990\u00A0[0.970,\u00A01.000]")]
    [InlineData("ece", 0.97, 1, "0.990\u00A0[0.970,\u00A01.000]")]
    [InlineData("score", 0.97, 1, "0.990\u00A0[0.970,\u00A01.000]")]
    [InlineData("brier", 0.97, 1.01, "0.990\u00A0±\u00A00.020")]
    public void An_interval_that_is_cut_at_what_is_possible_is_given_by_its_ends(string metric, double low, double high, string text)
    {
        Interval cut = MetricRange.Of(new MetricReference(metric)).Cut(new Interval(0.97, 1.01, 0.95));

        Assert.Equal((low, high, 0.95), (cut.Low, cut.High, cut.Confidence));
        Assert.Equal(text, new MetricSummary(20, 0.99, cut).ToString());
    }

    [Fact]
    public void Every_summary_of_a_figure_stays_within_its_range()
    {
        var run = SampleRun.Make();
        var trials = run.Results.Where(result => result.Trial is { Dataset: "gate", Engine: "scratch" }).ToList();

        MetricSummary accuracy = MetricSummary.Of(trials, new MetricReference("accuracy"))!,
        loss = MetricSummary.Of(trials, new MetricReference("log_loss"))!;

        Assert.InRange(accuracy.Interval.High, accuracy.Mean, 1);
        Assert.InRange(loss.Interval.Low, 0, loss.Mean);
    }

    [Theory]
    [InlineData("r2")]
    [InlineData("explained_variance")]
    public void What_has_no_lower_bound_is_not_cut_there(string metric)
    {
        Interval cut = MetricRange.Of(new MetricReference(metric)).Cut(new Interval(-3, 1.2, 0.95));

        Assert.Equal((-3, 1), (cut.Low, cut.High));
    }

    [Fact]
    public void Splits_that_share_training_rows_widen_the_interval_of_their_mean()
    {
        var run = SampleRun.Make();
        var trials = run.Results.Where(result => result.Trial is { Dataset: "line", Engine: "scratch" }).ToList();
        var metric = new MetricReference("rmse");

        MetricSummary summary = MetricSummary.Of(trials, metric)!;

        var independent = MeanEstimate.Of([.. trials.Select(trial => trial.Figure(metric)!.Value)]);
        Assert.Equal(independent.Mean, summary.Mean, 1e-12);

        // Upwards: downwards the error's interval is cut at 0.
        Assert.Equal(
            (independent.Interval.High - independent.Mean) * Math.Sqrt((1.0 / 3 + 0.5) * 3), summary.Interval.High - summary.Mean, 1e-9);
    }

    [Theory]
    [InlineData("line", "rmse", 3)]
    [InlineData("gate", "log_loss", 1)]
    public void A_claim_about_a_mean_has_the_interval_that_the_table_shows(string dataset, string metric, int splits)
    {
        var run = SampleRun.Make();
        List<TrialResult> trials =
            [.. run.Results.Where(
                result => result.Trial.Dataset == dataset && result.Trial is { Engine: "scratch", Model.Name: "net" or "line" })];
        Assert.Equal(splits, trials.Select(result => result.Trial.Split).Distinct().Count());
        var claim = new ClaimSpec
        {
            Id = "mean",
            Says = "",
            Kind = "at_least",
            Model = trials[0].Trial.Model.Name,
            Metric = new MetricReference(metric),
            Value = 0,
            Dataset = dataset,
        };
        Experiment experiment = trials[0].Trial.Experiment with { Claims = [claim] };

        Finding finding = Assert.Single(ClaimJudge.Judge(experiment, trials, ["scratch"])).Finding;

        MetricSummary shown = MetricSummary.Of(trials, claim.Metric)!;
        Assert.Equal((shown.Mean, shown.Interval), (finding.Estimate!.Value, finding.Interval!));
        Assert.Equal(shown.Mean, MeanAcross(experiment, claim, trials), 1e-12);
    }

    // The same mean as the one number that the table adds to a claim across tables.
    private static double MeanAcross(Experiment experiment, ClaimSpec claim, IReadOnlyList<TrialResult> trials) =>
        Assert.Single(ClaimJudge.Judge(experiment with
        {
            Claims = [claim with { Kind = "mean_across", Dataset = null }],
        }, trials, ["scratch"])).Finding.Estimate!.Value;
}
