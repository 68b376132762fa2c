using FrameworkBench.Experiments;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Scoring;
using FrameworkBench.Trials;

namespace FrameworkBench.Tests.Scoring;

public sealed class TrialFiguresTests
{
    private static readonly int[] Labels = [0, 0, 0, 1, 1, 2];

    [Theory]
    [InlineData("lowest_precision", 0.5)]
    [InlineData("lowest_recall", 1.0 / 2)]
    [InlineData("lowest_f1", 0.5)]
    public void The_lowest_score_of_a_class_leaves_out_classes_without_rows(string metric, double expected)
    {
        // Predicted 0 0 1 1 2 2; the fourth class does not occur.
        double[] probabilities = [1, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0];
        Scores scores = Scorer.Classification(Labels, probabilities, ["a", "b", "c", "d"]);

        Assert.Equal(expected, Read(scores, metric)!.Value, 12);
    }

    [Fact]
    public void A_regression_has_no_lowest_score_of_a_class() =>
        Assert.Null(Read(Scorer.Regression([1, 2], [1, 3]), "lowest_f1"));

    [Theory]
    [InlineData("loss@0", 0.9)]
    [InlineData("loss@1", 0.5)]
    [InlineData("loss@2", null)]
    [InlineData("validation_loss@0", null)]
    public void A_figure_of_an_epoch_counts_from_zero(string metric, double? expected)
    {
        var outcome = new Outcome { Status = TrialStatus.Done, History = new History { Loss = [0.9, 0.5] } };

        Assert.Equal(expected, TrialFigures.Read(new TrialResult(null!, null!, outcome, null, null), MetricReference.Parse(metric)!));
    }

    private static double? Read(Scores scores, string metric) =>
        TrialFigures.Read(new TrialResult(null!, null!, new Outcome { Status = TrialStatus.Done }, scores, null), new MetricReference(metric));
}
