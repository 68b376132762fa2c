using FrameworkBench.Claims;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Claims;

namespace FrameworkBench.Tests.Claims;

public sealed class ClaimKindTests
{
    private static readonly ClaimSpec Base = new()
    {
        Id = "claim",
        Says = "something",
        Kind = "reaches",
        Model = "net",
        Metric = new MetricReference("accuracy"),
    };

    [Theory]
    [InlineData(98, 100, 0.9, Ruling.Holds)]
    [InlineData(20, 20, 0.9, Ruling.Inconclusive)]
    [InlineData(3, 20, 0.9, Ruling.DoesNotHold)]
    [InlineData(0, 0, 0.9, Ruling.NotJudged)]
    public void A_share_holds_only_when_the_whole_Wilson_interval_reaches_it(int successes, int trials, double share, Ruling expected)
    {
        ClaimSpec claim = Base with { Kind = "reaches", Value = 1, Share = share };
        var figures = Enumerable.Range(0, trials).Select(trial => (double?)(trial < successes ? 1 : 0.75));

        Assert.Equal(expected, Judge(claim, figures).Ruling);
    }

    [Fact]
    public void The_evidence_of_a_share_has_the_count_the_interval_and_what_is_required()
    {
        ClaimSpec claim = Base with { Kind = "reaches", Value = 1, Share = 0.9 };
        var figures = Enumerable.Range(0, 100).Select(trial => (double?)(trial < 98 ? 1 : 0.75));

        Finding finding = Judge(claim, figures);

        // Wilson's interval of 98 in 100 at 95 %: 0.9300 to 0.9945 (R's prop.test without correction gives the same).
        Assert.Equal("98 of 100 trials of “net” reached accuracy 1: 98 % [93 %, 99.4 %]; required: ≥ 90 %", finding.Evidence);
        Assert.Equal(0.98, finding.Estimate);
    }

    [Theory]
    [InlineData(0.95, Ruling.Holds)]
    [InlineData(0.99, Ruling.Inconclusive)]
    public void The_interval_of_a_mean_is_reported_within_what_is_possible_and_decides_as_a_whole(double value, Ruling expected)
    {
        ClaimSpec claim = Base with { Kind = "at_least", Metric = new MetricReference("roc_auc"), Value = value };
        var figures = Enumerable.Range(0, 10).Select(trial => (double?)(trial == 0 ? 0.93 : 1));

        Finding finding = Judge(claim, figures);

        // Student's interval of the mean 0.993 with 9 degrees of freedom is 0.9772 to 1.0088.
        Assert.Equal(expected, finding.Ruling);
        Assert.Equal(1, finding.Interval!.High);
        Assert.Contains("of 0.993 [0.977, 1.000] over 10 trials", finding.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_cut_for_the_eye_does_not_turn_a_verdict()
    {
        ClaimSpec claim = Base with { Kind = "within", Metric = new MetricReference("roc_auc"), Value = 0.95, Margin = 0.05 };
        var figures = Enumerable.Range(0, 10).Select(trial => (double?)(trial == 0 ? 0.93 : 1));

        Assert.Equal(Ruling.Inconclusive, Judge(claim, figures).Ruling);
    }

    [Fact]
    public void Reaching_a_loss_means_going_below_it()
    {
        ClaimSpec claim = Base with { Kind = "reaches", Metric = new MetricReference("log_loss"), Value = 0.1, Share = 0.5 };

        Assert.Equal(Ruling.Holds, Judge(claim, Enumerable.Repeat<double?>(0.05, 30), higherIsBetter: false).Ruling);
        Assert.Equal(Ruling.DoesNotHold, Judge(claim, Enumerable.Repeat<double?>(0.5, 30), higherIsBetter: false).Ruling);
    }

    [Fact]
    public void A_trial_without_the_figure_neither_reaches_nor_stays_short()
    {
        IEnumerable<double?> failed = Enumerable.Repeat<double?>(null, 100);

        Assert.Equal(Ruling.DoesNotHold, Judge(Base with { Kind = "reaches", Value = 1 }, failed).Ruling);
        Assert.Equal(Ruling.DoesNotHold, Judge(Base with { Kind = "never_reaches", Value = 1 }, failed).Ruling);
    }

    [Fact]
    public void Never_reaching_is_judged_on_the_trials_that_stay_short()
    {
        ClaimSpec claim = Base with { Kind = "never_reaches", Value = 1, Share = 0.95 };

        Assert.Equal(Ruling.Holds, Judge(claim, Enumerable.Repeat<double?>(0.5, 100)).Ruling);
        Assert.Equal(Ruling.DoesNotHold, Judge(claim, Enumerable.Repeat<double?>(1, 100)).Ruling);
    }

    [Theory]
    [InlineData(0.96, 0.002, Ruling.Holds)]
    [InlineData(0.90, 0.002, Ruling.DoesNotHold)]
    [InlineData(0.96, 0.2, Ruling.Inconclusive)]
    public void A_mean_is_within_when_its_whole_interval_is(double mean, double spread, Ruling expected)
    {
        ClaimSpec claim = Base with { Kind = "within", Value = 0.9667, Margin = 0.02 };
        var figures = Enumerable.Range(0, 20).Select(trial => (double?)(mean + (trial % 2 == 0 ? spread : -spread)));

        Assert.Equal(expected, Judge(claim, figures).Ruling);
    }

    [Fact]
    public void One_trial_has_no_interval_and_proves_nothing()
    {
        ClaimSpec claim = Base with { Kind = "within", Value = 0.9667, Margin = 0.02 };

        Finding finding = Judge(claim, [0.9667]);

        Assert.Equal(Ruling.Inconclusive, finding.Ruling);
        Assert.Equal("“net” has a mean accuracy of 0.9667 [no interval: one trial] over 1 trial; required: 0.9667 ± 0.02; a verdict "
            + "needs at least 10 trials", finding.Evidence);
    }

    [Theory]
    [InlineData(9, Ruling.Inconclusive)]
    [InlineData(10, Ruling.Holds)]
    public void A_few_equal_scores_decide_nothing(int trials, Ruling expected)
    {
        ClaimSpec claim = Base with { Kind = "within", Value = 0.9667, Margin = 0.02 };

        Assert.Equal(expected, Judge(claim, Enumerable.Repeat<double?>(0.9667, trials)).Ruling);
    }

    [Theory]
    [InlineData("at_least", 0.9, Ruling.Holds)]
    [InlineData("at_least", 0.99, Ruling.DoesNotHold)]
    [InlineData("at_most", 0.99, Ruling.Holds)]
    [InlineData("at_most", 0.9, Ruling.DoesNotHold)]
    public void A_bound_on_a_mean_holds_on_its_side_only(string kind, double value, Ruling expected)
    {
        ClaimSpec claim = Base with { Kind = kind, Value = value };
        var figures = Enumerable.Range(0, 20).Select(trial => (double?)(0.95 + (trial % 3 * 0.001)));

        Assert.Equal(expected, Judge(claim, figures).Ruling);
    }

    [Fact]
    public void A_model_beats_another_by_the_paired_difference_and_not_by_the_means_alone()
    {
        ClaimSpec claim = Base with { Kind = "beats", Against = "other" };
        double?[] model = [.. Enumerable.Range(0, 20).Select(seed => (double?)(0.90 + (seed * 0.01)))];
        double?[] constantLead = [.. model.Select((figure, seed) => figure - 0.005 - (seed % 2 * 0.001))];
        double?[] shuffled = [.. model.Reverse()];

        // The lead of half a point is far smaller than the spread over seeds: only pairing shows it.
        Assert.Equal(Ruling.Holds, Judge(claim, model, constantLead).Ruling);
        Assert.Equal(Ruling.Inconclusive, Judge(claim, model, shuffled).Ruling);
        Assert.Equal(Ruling.DoesNotHold, Judge(claim, constantLead, model).Ruling);
    }

    [Fact]
    public void A_lower_loss_is_a_lead()
    {
        ClaimSpec claim = Base with { Kind = "beats", Against = "other", Metric = new MetricReference("log_loss") };
        double?[] low = [.. Enumerable.Range(0, 20).Select(seed => (double?)(0.1 + (seed % 2 * 0.01)))];
        double?[] high = [.. Enumerable.Range(0, 20).Select(seed => (double?)(0.3 + (seed % 3 * 0.01)))];

        Assert.Equal(Ruling.Holds, Judge(claim, low, high, higherIsBetter: false).Ruling);
    }

    [Fact]
    public void Over_several_splits_the_corrected_test_is_the_stricter_one()
    {
        ClaimSpec claim = Base with { Kind = "beats", Against = "other" };
        double[] leads = [0.02, -0.01, 0.03, 0.01, 0.00, 0.02, 0.03, -0.01, 0.02, 0.01];
        var splits = Observations(leads.Select((lead, split) => (split, 0L, (double?)(0.9 + lead))));
        var seeds = Observations(leads.Select((lead, seed) => (0, (long)seed, (double?)(0.9 + lead))));
        var baseSplits = Observations(leads.Select((_, split) => (split, 0L, (double?)0.9)));
        var baseSeeds = Observations(leads.Select((_, seed) => (0, (long)seed, (double?)0.9)));

        Finding corrected = Judge(new ClaimEvidence(claim, splits, baseSplits, true, TestTrainRatio: 1.0 / 9));
        Finding plain = Judge(new ClaimEvidence(claim, seeds, baseSeeds, true, TestTrainRatio: 1.0 / 9));

        Assert.Equal(Ruling.Holds, plain.Ruling);
        Assert.Equal(Ruling.Inconclusive, corrected.Ruling);
    }

    [Fact]
    public void Seeds_of_a_split_add_nothing_to_a_mean_over_several_splits()
    {
        ClaimSpec claim = Base with { Kind = "at_least", Value = 0.89 };
        double[] splits = [0.95, 0.88, 0.93, 0.91, 0.90, 0.92, 0.87, 0.94, 0.89, 0.91];
        var trials =
            Observations(
                splits.SelectMany(
                    (figure, split) => Enumerable.Range(0, 50)
                    .Select(seed => (split, (long)seed, (double?)(figure + (0.0001 * (seed % 2)))))));
        var shuffled = Seeds(trials.Select(trial => trial.Figure));

        Finding corrected = Judge(new ClaimEvidence(claim, trials, [], true, TestTrainRatio: 1.0 / 9));
        Finding plain = Judge(new ClaimEvidence(claim, shuffled, [], true, TestTrainRatio: 1.0 / 9));

        Assert.Equal((Ruling.Inconclusive, Ruling.Holds), (corrected.Ruling, plain.Ruling));
        Assert.Equal(plain.Estimate!.Value, corrected.Estimate!.Value, 12);
        Assert.Contains(" over 500 trials on 10 splits; ", corrected.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_share_over_several_splits_proves_less_than_one_over_as_many_seeds()
    {
        ClaimSpec claim = Base with { Kind = "reaches", Value = 0.9, Share = 0.5 };
        var splits = Observations(Enumerable.Range(0, 20).Select(split => (split, 0L, (double?)0.95)));

        Assert.Equal(Ruling.Holds, Judge(claim, splits.Select(trial => trial.Figure)).Ruling);
        Assert.Equal(Ruling.Inconclusive, Judge(new ClaimEvidence(claim, splits, [], true, TestTrainRatio: 0.25)).Ruling);
    }

    [Fact]
    public void Equivalence_asks_for_an_interval_inside_the_margin_and_not_for_a_missing_difference()
    {
        ClaimSpec claim = Base with { Kind = "equivalent", Against = "other", Margin = 0.01 };
        double?[] same = [.. Enumerable.Range(0, 30).Select(seed => (double?)(0.9 + (seed % 2 * 0.001)))];
        double?[] alike = [.. same.Select((figure, seed) => figure + (seed % 3 * 0.0005))];
        double?[] noisy = [.. same.Select((figure, seed) => figure + ((seed % 5) - 2) * 0.05)];
        double?[] worse = [.. same.Select((figure, seed) => figure - 0.05 + (seed % 3 * 0.0005))];

        Assert.Equal(Ruling.Holds, Judge(claim, same, alike).Ruling);
        Assert.Equal(Ruling.Inconclusive, Judge(claim, same, noisy).Ruling);
        Assert.Equal(Ruling.DoesNotHold, Judge(claim, same, worse).Ruling);
    }

    [Fact]
    public void Pairs_with_a_missing_half_are_left_out_and_counted()
    {
        ClaimSpec claim = Base with { Kind = "beats", Against = "other" };
        double?[] model = [0.9, 0.91, null, 0.9, 0.92];
        double?[] other = [0.8, 0.81, 0.8, null, 0.83];

        Assert.EndsWith(
            "over 3 pairs; 2 trials unpaired; a verdict needs at least 10 pairs", Judge(claim, model, other).Evidence,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reaches", 10, "10 of 10 trials of “net” reached accuracy 1: 100 % [72.2 %, 100 %]; required: ≥ 80 %; 10 trials cannot "
        + "prove 80 %; at least 16 are needed")]
    [InlineData("never_reaches", 0, "10 of 10 trials of “net” stayed below accuracy 1: 100 % [72.2 %, 100 %]; required: ≥ 80 %; 10 "
        + "trials cannot prove 80 %; at least 16 are needed")]
    [InlineData("reaches", 15, "15 of 20 trials of “net” reached accuracy 1: 75 % [53.1 %, 88.8 %]; required: ≥ 80 %")]
    [InlineData(
        "reaches", 2, "2 of 20 trials of “net” reached accuracy 1: 10 % [2.8 %, 30.1 %]; required: ≥ 80 %; median 0.75, range 0.75 to 1")]
    [InlineData("reaches", 0, "0 of 20 trials of “net” reached accuracy 1: 0 % [0 %, 16.1 %]; required: ≥ 80 %; all gave 0.75")]
    public void A_share_says_when_no_outcome_could_have_proved_it_and_what_was_seen_instead(string kind, int ones, string evidence)
    {
        ClaimSpec claim = Base with { Kind = kind, Value = 1 };
        int trials = evidence.Contains("10 trials", StringComparison.Ordinal) ? 10 : 20;

        Assert.Equal(evidence, Judge(claim, Enumerable.Range(0, trials).Select(trial => (double?)(trial < ones ? 1 : 0.75))).Evidence);
    }

    [Fact]
    public void A_share_over_splits_that_no_outcome_could_prove_says_so()
    {
        var splits = Observations(Enumerable.Range(0, 10).Select(split => (split, 0L, (double?)0.95)));

        Finding finding = Judge(new ClaimEvidence(Base with { Value = 0.9 }, splits, [], true, TestTrainRatio: 1.0 / 9));

        Assert.EndsWith("required: ≥ 80 %; even all trials on 10 splits would not prove 80 %", finding.Evidence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reaches", "passes", 9, "stayed at or below 9 passes")]
    [InlineData("never_reaches", "passes", 9, "stayed above 9 passes")]
    [InlineData("reaches", "loss@100", 0.3, "stayed at or below training loss at epoch 100 0.3")]
    [InlineData("reaches", "log_loss", 0.3, "stayed at or below log loss 0.3")]
    public void Reaching_a_small_figure_is_staying_below_it(string kind, string metric, double value, string behavior)
    {
        ClaimSpec claim = Base with { Kind = kind, Metric = MetricReference.Parse(metric)!, Value = value };

        Assert.Contains(
            $" trials of “net” {behavior}: ", Judge(claim, Enumerable.Repeat<double?>(0.1, 20), higherIsBetter: false).Evidence,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_mean_of_what_is_counted_says_how_much_is_needed()
    {
        ClaimSpec claim = Base with { Kind = "at_most", Metric = new MetricReference("epochs"), Value = 30 };

        Assert.Equal(
            "“net” needs 20 [no spread] epochs on average over 20 trials; required: ≤ 30",
            Judge(claim, Enumerable.Repeat<double?>(20, 20), higherIsBetter: false).Evidence);
    }

    [Theory]
    [InlineData("at_least")]
    [InlineData("beats")]
    [InlineData("equivalent")]
    public void A_figure_that_no_trial_reports_is_not_judged_and_named(string kind)
    {
        ClaimSpec claim = Base with
        {
            Kind = kind,
            Metric = new MetricReference("accuracy", 4),
            Value = 0.9,
            Margin = 0.1,
            Against = "other",
        };
        double?[] none = [.. Enumerable.Repeat<double?>(null, 10)], some = [.. Enumerable.Repeat<double?>(0.9, 10)];

        Finding finding = Judge(claim, none, some);

        Assert.Equal((Ruling.NotJudged, "none of the 10 trials reports training accuracy at epoch 4"), (finding.Ruling, finding.Evidence));
    }

    [Fact]
    public void Every_kind_is_found_by_its_name_and_declares_what_it_needs()
    {
        Assert.All(ClaimKinds.OfTrials, kind => Assert.Same(kind, ClaimKinds.Find(kind.Name)));
        Assert.All(ClaimKinds.AcrossTables, kind => Assert.Same(kind, ClaimKinds.FindAcrossTables(kind.Name)));
        Assert.All(ClaimKinds.Terms.Values, term => Assert.Contains(term.Required, key => key is "metric" or "printed"));
        Assert.All(ClaimKinds.AcrossTables, kind => Assert.True(kind.Term.IsAcrossTables));
        Assert.DoesNotContain(ClaimKinds.OfTrials, kind => kind.Term.IsAcrossTables || ClaimKinds.FindAcrossTables(kind.Name) is not null);
        Assert.Throws<ArgumentException>(() => ClaimKinds.Find("no-such-kind"));
    }

    private static Finding Judge(ClaimSpec claim, IEnumerable<double?> model, bool higherIsBetter = true) =>
        Judge(new ClaimEvidence(claim, Seeds(model), [], higherIsBetter, 0.25) { AllRowsTrain = true });

    private static Finding Judge(ClaimSpec claim, double?[] model, double?[] against, bool higherIsBetter = true) =>
        Judge(new ClaimEvidence(claim, Seeds(model), Seeds(against), higherIsBetter, 0.25) { AllRowsTrain = true });

    private static Finding Judge(ClaimEvidence evidence) => ClaimKinds.Find(evidence.Claim.Kind).Judge(evidence);

    private static List<Observation> Seeds(IEnumerable<double?> figures) =>
        Observations(figures.Select((figure, seed) => (0, (long)seed, figure)));

    private static List<Observation> Observations(IEnumerable<(int Split, long Seed, double? Figure)> trials) =>
        [.. trials.Select(trial => new Observation(trial.Split, trial.Seed, trial.Figure))];
}
