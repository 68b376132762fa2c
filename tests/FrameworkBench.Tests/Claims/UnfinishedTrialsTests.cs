using FrameworkBench.Claims;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Claims;
using FrameworkBench.Scoring;
using FrameworkBench.Statistics;
using FrameworkBench.Trials;

namespace FrameworkBench.Tests.Claims;

/// <summary>What trials say that failed, that never got to what is counted, or that differ by rounding alone.</summary>
public sealed class UnfinishedTrialsTests
{
    private static readonly ClaimSpec Share = new()
    {
        Id = "claim",
        Says = "something",
        Kind = "reaches",
        Model = "net",
        Metric = new MetricReference("accuracy"),
        Value = 0.9,
        Share = 0.8,
    };

    [Fact]
    public void Failed_trials_may_have_gone_either_way()
    {
        Finding finding = Judge(Share, [.. Figures(18, 1), .. Failed(2)]);

        Assert.Equal((1, Ruling.Inconclusive), (finding.Estimate, finding.Ruling));
        Assert.Equal(
            new Interval(Proportion.Of(18, 20).Interval.Low, Proportion.Of(20, 20).Interval.High, 0.95), finding.Interval);
        Assert.Contains("18 of 18 finished trials", finding.Evidence, StringComparison.Ordinal);
        Assert.Contains("; 2 failed trials may have gone either way", finding.Evidence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reaches")]
    [InlineData("never_reaches")]
    public void Where_all_trials_failed_nothing_is_judged(string kind)
    {
        Finding finding = Judge(Share with { Kind = kind }, [.. Failed(20)]);
        Assert.Equal((Ruling.NotJudged, "all 20 trials failed"), (finding.Ruling, finding.Evidence));
    }

    [Theory]
    [InlineData(5, 15)]
    [InlineData(3, 10)]
    [InlineData(1, 99)]
    public void Trials_that_failed_decide_neither_a_claim_nor_its_opposite(int finished, int failed)
    {
        Observation[] trials = [.. Figures(finished, 0.5), .. Failed(failed)];

        Assert.Equal(Ruling.Inconclusive, Judge(Share, trials).Ruling);
        Assert.Equal(Ruling.Inconclusive, Judge(Share with { Kind = "never_reaches" }, trials).Ruling);
    }

    [Fact]
    public void The_p_value_is_the_larger_of_both_ways_and_1_where_they_disagree()
    {
        Finding refuted = Judge(Share, [.. Figures(60, 0.5), .. Failed(2)]), open = Judge(Share, [.. Figures(5, 1), .. Failed(15)]);

        Assert.Equal(Proportion.Of(2, 62).PValueOf(0.8), refuted.PValue!.Value, 1e-12);
        Assert.True(refuted.PValue > Proportion.Of(0, 62).PValueOf(0.8));
        Assert.Equal(1, open.PValue);
    }

    [Fact]
    public void Enough_finished_trials_decide_whatever_the_others_would_have_done()
    {
        Observation[] trials = [.. Figures(60, 0.5), .. Failed(2)];

        Assert.Equal(Ruling.DoesNotHold, Judge(Share, trials).Ruling);
        Assert.Equal(Ruling.Holds, Judge(Share with { Kind = "never_reaches" }, trials).Ruling);
    }

    [Theory]
    [InlineData("reaches", 0)]
    [InlineData("never_reaches", 1)]
    public void A_perceptron_without_passes_stays_above_any_number_of_them(string kind, double share)
    {
        ClaimSpec claim = Share with { Kind = kind, Metric = new MetricReference("passes"), Value = 3 };
        Outcome[] outcomes = [.. Enumerable.Repeat(new Outcome { Status = TrialStatus.Done }, 30)];
        TrialResult[] results = [.. SampleTables.Outcomes(SampleTables.Table("one"), "net", new Protocol.Models.ForestSpec(), outcomes)];

        Finding finding = Assert.Single(ClaimJudge.Judge(
            results[0].Trial.Experiment with { Claims = [claim] }, results, ["scratch"])).Finding;

        Assert.Equal(share, finding.Estimate);
    }

    [Theory]
    [InlineData(90, 0, Ruling.ByConstruction)]
    [InlineData(84, 6, Ruling.DoesNotHold)]
    [InlineData(3, 0, Ruling.ByConstruction)]
    public void One_contrary_trial_refutes_what_is_true_by_construction(int agreeing, int contrary, Ruling expected)
    {
        ClaimSpec claim = Share with { Share = 0.6, ByConstruction = "a theorem" };
        Finding finding = Judge(claim, [.. Figures(agreeing, 1), .. Figures(contrary, 0.5)]);
        Assert.Equal(expected, ByConstruction.Mark(claim, finding).Ruling);
    }

    [Theory]
    [InlineData("at_least", 0.1)]
    [InlineData("at_most", 0.1)]
    public void Rounding_refutes_no_claim_about_a_mean(string kind, double value)
    {
        foreach (double figure in new[] { 0.9 - 0.8, 0.1, 0.1 + 3.3e-16 })
        {
            Finding finding = Judge(Share with { Kind = kind, Value = value }, [.. Figures(20, figure)]);
            Assert.Equal((Ruling.Holds, 0.0), (finding.Ruling, finding.PValue!.Value));
        }
    }

    private static IEnumerable<Observation> Figures(int count, double figure) =>
        Enumerable.Range(0, count).Select(seed => new Observation(0, seed, figure));

    private static IEnumerable<Observation> Failed(int count) =>
        Enumerable.Range(1_000, count).Select(seed => new Observation(0, seed, null) { Failed = true });

    private static Finding Judge(ClaimSpec claim, Observation[] model) =>
        ClaimKinds.Find(claim.Kind).Judge(new ClaimEvidence(claim, model, [], claim.Metric.Name != "passes", 0.25));
}
