using FrameworkBench.Claims;
using FrameworkBench.Experiments;
using FrameworkBench.Wording;

namespace FrameworkBench.Tests.Wording;

public sealed class LeadSentenceTests
{
    private static readonly double[] Spread = [-1, 1, -2, 2, 0, -1, 1, -2, 2, 0];

    [Theory]
    [InlineData("accuracy", 0.05, 0.01, "“a” leads “b” by 0.050 [0.039, 0.061] in accuracy over 10 pairs")]
    [InlineData("accuracy", -0.05, 0.01, "“a” is behind “b” by 0.050 [0.039, 0.061] in accuracy over 10 pairs")]
    [InlineData(
        "accuracy", -0.005, 0.01, "no significant difference between “a” and “b”: −0.005 [−0.016, 0.006] in accuracy over 10 pairs")]
    [InlineData("overfit", 0.05, 0.01, "“a” is behind “b” by 0.050 [0.039, 0.061] in overfit (lower is better) over 10 pairs")]
    [InlineData("epochs", -50, 5, "“a” needs 50.0 [44.7, 55.3] fewer epochs than “b” over 10 pairs")]
    [InlineData("epochs", 50, 5, "“a” needs 50.0 [44.7, 55.3] more epochs than “b” over 10 pairs")]
    [InlineData("milliseconds_per_epoch", -2, 0.5, "“a” needs 2.00 [1.47, 2.53] fewer milliseconds per epoch than “b” over 10 pairs")]
    [InlineData("fit_seconds", 0.1, 0.5, "no significant difference between “a” and “b”: −0.10 [−0.63, 0.43] seconds to fit over 10 pairs")]
    public void A_lead_says_who_is_ahead_and_by_how_much(string metric, double difference, double spread, string expected) =>
        Assert.Equal(expected, Say(metric, [.. Spread.Select(step => difference + (spread * step))]));

    [Fact]
    public void Two_at_the_same_ceiling_are_said_to_be_the_same() =>
        Assert.Equal("“a” and “b” have the same accuracy in all 10 pairs (mean 1)", Say("accuracy", new double[10], level: 1));

    [Fact]
    public void A_lead_that_is_hardly_one_is_not_written_as_none() =>
        Assert.Equal(
            "“a” leads “b” by 0.011 [0.0002, 0.021] in accuracy over 10 pairs",
            Say("accuracy", [.. Spread.Select(step => 0.01083 + (0.01 * step))]));

    private static string Say(string metric, double[] differences, double level = 0.5)
    {
        Observation[] against = [.. differences.Select((_, seed) => new Observation(0, seed, level))];
        Observation[] model = [.. differences.Select((difference, seed) => new Observation(0, seed, level + difference))];
        bool higherIsBetter = metric == "accuracy";
        return new LeadSentence("“a”", "“b”", new MetricReference(metric))
        {
            AllRowsTrain = true,
        }.Of(PairedLead.Of(model, against, higherIsBetter, 0.25, 0.95)!, 0);
    }
}
