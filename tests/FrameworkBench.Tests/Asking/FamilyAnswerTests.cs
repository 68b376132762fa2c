using System.Globalization;
using FrameworkBench.Asking;
using FrameworkBench.Statistics;

namespace FrameworkBench.Tests.Asking;

public sealed class FamilyAnswerTests
{
    // The large simulation, by hand: FRAMEWORKBENCH_TABLES=5000.
    private static readonly int Tables =
        int.Parse(Environment.GetEnvironmentVariable("FRAMEWORKBENCH_TABLES") ?? "100", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Where_both_families_are_equal_it_is_too_close_to_call_on_95_tables_of_100(int repeats)
    {
        int close = Enumerable.Range(0, Tables).AsParallel()
            .Count(table => EqualFamilies.Answer(table, repeats).Verdict == FamilyVerdict.TooClose);

        TestContext.Current.TestOutputHelper?.WriteLine($"{close} of {Tables} with {repeats} repeats");
        Assert.InRange(close, 0.95 * Tables, Tables);
    }

    [Fact]
    public void A_clear_lead_is_told_with_its_family()
    {
        FamilyAnswer answer = Of(("boosted", [0.80, 0.82, 0.81, 0.79, 0.83]), ("network", [0.70, 0.73, 0.70, 0.70, 0.73]));

        Assert.Equal((FamilyVerdict.Trees, Family.Trees), (answer.Verdict, answer.Leading));
        Assert.Equal(0.098, answer.Lead.Difference, 1e-12);
        Assert.InRange(answer.ChanceOfLeading, 0.99, 1);
    }

    [Fact]
    public void A_sure_lead_that_is_smaller_than_what_matters_is_no_verdict()
    {
        FamilyAnswer answer =
            Of(("boosted", [0.805, 0.825, 0.815, 0.795, 0.8351]), ("network", [0.80, 0.82, 0.81, 0.79, 0.83]));

        Assert.True(answer.Lead.Interval.Low > 0);
        Assert.Equal((FamilyVerdict.TooClose, true), (answer.Verdict, answer.IsEqual));
    }

    [Fact]
    public void A_lead_that_is_more_likely_than_not_smaller_than_what_matters_is_no_verdict()
    {
        FamilyAnswer answer = Of(
            ("boosted", [0.8092, 0.8302, 0.8197, 0.8000, 0.8394]), ("network", [0.80, 0.82, 0.81, 0.79, 0.83]));

        Assert.True(answer.Lead.Interval.Low > 0);
        Assert.InRange(answer.Chances.Within, 0.6, 0.94);
        Assert.Equal((FamilyVerdict.TooClose, true), (answer.Verdict, answer.IsEqual));
    }

    [Fact]
    public void The_intervals_are_corrected_for_shared_training_rows()
    {
        double[] trees = [0.80, 0.85, 0.81, 0.79, 0.83], networks = [0.70, 0.73, 0.72, 0.70, 0.71];

        FamilyAnswer answer = Of(("boosted", trees), ("network", networks));

        Assert.Equal(CorrectedResampledTTest.Of(trees, networks, 0.25), answer.Lead);
        Assert.Equal(CorrectedResampledTTest.Of(networks, 0.25), answer.Expected[Family.Networks]);
    }

    [Fact]
    public void The_interval_of_an_accuracy_stays_between_0_and_1()
    {
        FamilyAnswer answer = Of(("boosted", [1, 1, 0.9, 1, 1]), ("network", [0, 0.1, 0, 0, 0.05]));

        Assert.Equal((0.98, 1), (answer.Expected[Family.Trees].Difference, answer.Expected[Family.Trees].Interval.High));
        Assert.Equal(0, answer.Expected[Family.Networks].Interval.Low);
    }

    [Theory]
    [InlineData(0.012345, "0.0123")]
    [InlineData(1234.6, "1,235")]
    [InlineData(9_876_543, "9,876,543")]
    [InlineData(947_760_465, "9.48e+8")]
    public void Amounts_are_short(double amount, string text) => Assert.Equal(text, AnswerWords.Amount(amount));

    [Fact]
    public void A_family_is_represented_by_the_model_that_is_best_on_average_not_by_the_best_of_each_split()
    {
        FamilyAnswer answer = Of(
            ("forest", [0.9, 0.5, 0.9, 0.5, 0.5]), ("boosted", [0.5, 0.9, 0.5, 0.9, 0.55]), ("network", [0.6, 0.6, 0.6, 0.6, 0.6]));

        Assert.Equal(0.67, answer.Expected[Family.Trees].Difference, 1e-12);
        Assert.Equal("boosted", answer.Best[Family.Trees].Name);
    }

    [Fact]
    public void A_lead_of_networks_is_seen_from_their_side()
    {
        FamilyAnswer answer = Of(("boosted", [0.7, 0.71, 0.72, 0.7, 0.71]), ("realmlp", [0.80, 0.82, 0.81, 0.79, 0.83]));

        Assert.Equal(FamilyVerdict.Networks, answer.Verdict);
        Assert.True(answer.LeadOfLeading.Interval.Low > 0);
        Assert.Equal(answer.Chances.Below, answer.ChanceOfLeading);
    }

    [Fact]
    public void Without_a_model_of_each_family_there_is_no_answer() =>
        Assert.Null(FamilyAnswer.Of([ScoresOf("boosted", [0.7, 0.7, 0.7, 0.7, 0.7]), ScoresOf("linear", [0.7, 0.7, 0.7, 0.7, 0.7])]));

    [Fact]
    public void A_repeat_that_was_cut_short_does_not_count()
    {
        FamilyAnswer answer = Of(
            ("boosted", [0.80, 0.82, 0.81, 0.79, 0.83, 0.1, 0.1, 0.1, 0.1, 0.1]), ("network", [0.70, 0.73, 0.70, 0.70, 0.73, 0.9]));

        Assert.Equal(5, answer.Splits);
        Assert.Equal(0.81, answer.Expected[Family.Trees].Difference, 1e-12);
    }

    [Fact]
    public void Leads_over_the_simple_models_are_told()
    {
        FamilyAnswer answer = Of(
            ("constant", [0.5, 0.5, 0.5, 0.5, 0.5]), ("linear", [0.8, 0.81, 0.82, 0.8, 0.8]),
            ("boosted", [0.80, 0.82, 0.81, 0.79, 0.83]), ("network", [0.70, 0.73, 0.70, 0.70, 0.73]));

        Assert.Equal((0.31, 0.004), (Math.Round(answer.OverConstant!.Difference, 9), Math.Round(answer.OverLinear!.Difference, 9)));
    }

    internal static ModelScores ScoresOf(string name, double[] scores) => new(
        name, name, scores.Index().ToDictionary(split => split.Index, split => split.Item), 1, 1, new Dictionary<string, double>
        {
            ["rmse"] = 1234.6,
            ["mae"] = 1000,
        })
    {
        Folds = 5,
        TestedRows = 1000,
    };

    private static FamilyAnswer Of(params (string Name, double[] Scores)[] models) =>
        FamilyAnswer.Of([.. models.Select(model => ScoresOf(model.Name, model.Scores))])!;
}
