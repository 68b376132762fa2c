using FrameworkBench.Claims;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Scoring;
using FrameworkBench.Trials;

namespace FrameworkBench.Tests.Claims;

public sealed class EngineEquivalenceTests
{
    private static readonly double?[] Scores = [.. Enumerable.Range(0, 10).Select(split => (double?)(0.8 + (0.05 * (split % 3))))];

    [Fact]
    public void Engines_with_the_same_scores_are_equivalent_and_engines_apart_are_not()
    {
        TrialResult[] results =
            [.. By("scratch", Scores), .. By("sklearn", Scores), .. By("xgboost", [.. Scores.Select(score => score - 0.1)])];

        IReadOnlyList<EngineEquivalence> found = EngineEquivalence.Of(results, "scratch");

        Assert.Equal([("sklearn", Ruling.Holds), ("xgboost", Ruling.DoesNotHold)], found.Select(row => (row.Engine, row.Finding.Ruling)));
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void Fewer_pairs_than_decide_anything_cannot_decide_on_one_table(int pairs, bool canDecide)
    {
        EngineEquivalence row =
            Assert.Single(EngineEquivalence.Of([.. By("scratch", Scores[..pairs]), .. By("sklearn", Scores[..pairs])], "scratch"));

        Assert.Equal((pairs, canDecide), (row.Pairs, row.CanDecide));
    }

    [Fact]
    public void A_model_that_the_reference_has_no_trial_of_is_not_judged_and_says_so()
    {
        EngineEquivalence row = Assert.Single(EngineEquivalence.Of([.. By("sklearn", Scores)], "scratch"));

        Assert.Equal((Ruling.NotJudged, "scratch: no trials were planned"), (row.Finding.Ruling, row.Finding.Evidence));
    }

    [Fact]
    public void What_an_engine_cannot_fit_is_not_judged()
    {
        TrialResult[] unsupported =
            [.. SampleTables.Outcomes(
                SampleTables.Table("one"), "trees", new ForestSpec(), Outcome.Without(TrialStatus.Unsupported, "model forest"))
                .Select(result => result with
        {
            Trial = result.Trial with { Engine = "pytorch" },
        })];

        EngineEquivalence row = Assert.Single(EngineEquivalence.Of([.. By("scratch", Scores), .. unsupported], "scratch"));

        Assert.Equal((Ruling.NotJudged, "the engine does not support model forest"), (row.Finding.Ruling, row.Finding.Evidence));
    }

    private static IEnumerable<TrialResult> By(string engine, double?[] scores) =>
        SampleTables.Results(SampleTables.Table("one"), "trees", new ForestSpec(), scores).Select(result => result with
        {
            Trial = result.Trial with { Engine = engine },
        });
}
