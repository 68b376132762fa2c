using FrameworkBench.Claims;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Claims;
using FrameworkBench.Scoring;
using FrameworkBench.Trials;

namespace FrameworkBench.Tests.Claims;

/// <summary>A claim has one verdict, whatever the number of engines: that of their mean.</summary>
public sealed class EnginesTogetherTests
{
    private static readonly ClaimSpec Base = new()
    {
        Id = "claim",
        Says = "something",
        Kind = "beats",
        Model = "net",
        Against = "other",
        Metric = new MetricReference("accuracy"),
    };

    [Fact]
    public void Engines_are_averaged_by_split_and_seed_and_count_as_one()
    {
        double[] noise = [.. Enumerable.Range(0, 20).Select(seed => 0.01 * Math.Sin(seed * 12.9898))];
        Observation[] one = [.. Model("a", noise)], three = [.. Model("a", noise), .. Model("b", noise), .. Model("c", noise)];
        Observation[] base1 = [.. Model("a", new double[20])],
        base3 = [.. Model("a", new double[20]), .. Model("b", new double[20]), .. Model("c", new double[20])];

        PairedLead alone = PairedLead.Of(one, base1, true, 0.25, 0.95)!, together = PairedLead.Of(three, base3, true, 0.25, 0.95)!;

        // Three engines that do the same are one engine: no narrower interval.
        Assert.Equal(alone.Lead, together.Lead);
        Assert.Equal((20, 1, 3), (together.Pairs, together.Splits, together.Engines));
    }

    [Fact]
    public void A_split_and_seed_that_an_engine_lacks_is_left_out_for_all()
    {
        Observation[] model = [.. Model("a", [0.1, 0.2, 0.3]), .. Model("b", [0.5, 0.6])],
        against = [.. Model("a", [0, 0, 0]), .. Model("b", [0, 0])];

        PairedLead lead = PairedLead.Of(model, against, true, 0.25, 0.95)!;

        Assert.Equal((2, 2, 1), (lead.Pairs, lead.Engines, lead.Incomplete));
        Assert.Equal(0.35, lead.Lead.Difference, 12);
    }

    [Fact]
    public void Trials_of_several_engines_prove_no_greater_share_than_those_of_one()
    {
        ClaimSpec claim = Base with { Kind = "reaches", Against = null, Value = 1, Share = 0.8 };
        Observation[] ten = [.. Model("a", [.. Enumerable.Repeat(1.0, 10)])];
        Observation[] thirty = [.. ten, .. Model("b", [.. Enumerable.Repeat(1.0, 10)]), .. Model("c", [.. Enumerable.Repeat(1.0, 10)])];

        Finding alone = Judge(claim, ten, []), together = Judge(claim, thirty, []);

        Assert.Equal(alone.Interval, together.Interval);
        Assert.Equal(Ruling.Inconclusive, together.Ruling);
        Assert.StartsWith(
            "30 of 30 trials of “net” on this split across 3 engines reached accuracy 1", together.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void Identical_pairs_are_inconclusive_for_a_lead()
    {
        Observation[] same = [.. Model("a", [0.9, 0.91, 0.92, 0.93, 0.9, 0.91, 0.92, 0.93, 0.9, 0.91])];

        Finding finding = Judge(Base, same, same);

        Assert.Equal((Ruling.Inconclusive, 1.0), (finding.Ruling, finding.PValue));
    }

    [Fact]
    public void A_lead_that_is_always_short_of_the_margin_does_not_hold()
    {
        Observation[] lower = [.. Model("a", [.. Enumerable.Repeat(0.5, 10)])], higher = [.. Model("a", [.. Enumerable.Repeat(0.625, 10)])];

        Assert.Equal(Ruling.DoesNotHold, Judge(Base with { Margin = 0.25 }, higher, lower).Ruling);
        Assert.Equal(Ruling.Inconclusive, Judge(Base with { Margin = 0.125 }, higher, lower).Ruling);
        Assert.Equal(Ruling.Holds, Judge(Base, higher, lower).Ruling);
    }

    [Theory]
    [InlineData("beats", null, null)]
    [InlineData("beats", null, 0.03)]
    [InlineData("equivalent", null, 0.02)]
    [InlineData("within", 0.91, 0.02)]
    [InlineData("at_least", 0.905, null)]
    [InlineData("at_most", 0.925, null)]
    [InlineData("reaches", 0.9, null)]
    public void The_p_value_is_the_alpha_at_which_the_verdict_turns(string kind, double? value, double? margin)
    {
        var claim = Base with
        {
            Kind = kind,
            Value = value,
            Margin = margin,
            Share = 0.5,
            Against = kind is "beats" or "equivalent" ? "other" : null,
        };
        Observation[] model = [.. Model("a", [.. Enumerable.Range(0, 40).Select(seed => 0.91 + (0.02 * Math.Sin(seed * 12.9898)))])];
        Observation[] other = claim.Against is null
            ? [] : [.. Model("a", [.. Enumerable.Range(0, 40).Select(seed => 0.90 + (0.02 * Math.Sin(seed * 78.233)))])];

        double p = Judge(claim, model, other).PValue!.Value;

        Assert.InRange(p, 1e-12, 0.49);
        Assert.NotEqual(Ruling.Inconclusive, Judge(claim with { Confidence = 1 - (p * 1.001) }, model, other).Ruling);
        Assert.Equal(Ruling.Inconclusive, Judge(claim with { Confidence = 1 - (p * 0.999) }, model, other).Ruling);
    }

    [Theory]
    [InlineData(20, Ruling.ByConstruction)]
    [InlineData(3, Ruling.ByConstruction)]
    [InlineData(0, Ruling.DoesNotHold)]
    public void What_is_true_by_construction_is_no_evidence_and_one_contrary_trial_refutes_it(int right, Ruling expected)
    {
        ClaimSpec claim = Base with { Kind = "reaches", Against = null, Value = 1, Share = 0.95, ByConstruction = "a line separates AND" };
        double[] figures = right == 0 ? [.. Enumerable.Repeat(1.0, 99), 0.75] : [.. Enumerable.Repeat(1.0, right)];

        Finding finding = ByConstruction.Mark(claim, Judge(claim, [.. Model("a", figures)], []));

        Assert.Equal((expected, null), (finding.Ruling, finding.PValue));
        Assert.EndsWith("; by construction: a line separates AND", finding.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void The_verdict_of_all_engines_follows_those_of_each()
    {
        var results = (from engine in new[] { "scratch", "sklearn" } from result in Results(engine) select result).ToArray();
        Experiment experiment = results[0].Trial.Experiment;

        IReadOnlyList<Verdict> verdicts = ClaimJudge.Judge(experiment, results, ["scratch", "sklearn", "keras"]);

        Assert.Equal(["scratch", "sklearn", "keras", Verdict.AllEngines], verdicts.Select(verdict => verdict.Engine));
        Assert.Equal([Ruling.Holds, Ruling.Holds, Ruling.NotJudged, Ruling.Holds], verdicts.Select(verdict => verdict.Finding.Ruling));
        Assert.EndsWith(
            "over 12 trials on 12 splits for each of 2 engines; required: ≥ 0.5", verdicts[^1].Finding.Evidence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gradient_error", TrialStatus.Done, Ruling.NotJudged)]
    [InlineData("loss@50", TrialStatus.Done, Ruling.DoesNotHold)] // stopped before
    [InlineData("passes", TrialStatus.Done, Ruling.DoesNotHold)] // without an error-free pass
    [InlineData("gradient_error", TrialStatus.Failed, Ruling.NotJudged)]
    [InlineData("passes", TrialStatus.Failed, Ruling.NotJudged)]
    public void An_engine_that_measures_no_such_thing_is_not_judged(string metric, TrialStatus status, Ruling expected)
    {
        ClaimSpec claim = Base with { Kind = "reaches", Against = null, Value = 1, Metric = MetricReference.Parse(metric)!, Share = 0.8 };
        Outcome[] outcomes = [.. Enumerable.Repeat(status == TrialStatus.Done ? new Outcome
        {
            Status = status,
        } : Outcome.Without(status, "crashed"), 30)];
        TrialResult[] results = [.. SampleTables.Outcomes(SampleTables.Table("one"), "net", new Protocol.Models.ForestSpec(), outcomes)];

        Finding finding = Assert.Single(ClaimJudge.Judge(results[0].Trial.Experiment with
        {
            Claims = [claim],
        }, results, ["scratch"])).Finding;

        Assert.Equal(expected, finding.Ruling);
    }

    private static IEnumerable<TrialResult> Results(string engine)
    {
        ClaimSpec claim = Base with { Kind = "at_least", Model = "net", Against = null, Value = 0.5 };
        TrialResult[] results =
            SampleTables.Results(
                "one", "net", new Protocol.Models.ForestSpec(),
                [.. Enumerable.Range(0, 12).Select(split => (double?)(0.9 + (0.001 * split)))]).ToArray();
        Experiment experiment = results[0].Trial.Experiment with { Claims = [claim], Datasets = ["one"] };
        return results.Select(result => result with { Trial = result.Trial with { Engine = engine, Experiment = experiment } });
    }

    private static IEnumerable<Observation> Model(string engine, IReadOnlyList<double> figures) =>
        figures.Select((figure, seed) => new Observation(0, seed, figure, engine));

    private static Finding Judge(ClaimSpec claim, Observation[] model, Observation[] against) =>
        ClaimKinds.Find(claim.Kind).Judge(new ClaimEvidence(claim, model, against, true, 0.25));
}
