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

    [Theory]
    [InlineData("gradient_norm", 0.2)]
    [InlineData("gradient_ratio", 0.1)]
    [InlineData("dead_units", 0.25)]
    [InlineData("gradient_error", null)]
    [InlineData("passes", null)]
    public void What_the_engine_measured_can_be_named(string metric, double? expected)
    {
        var measures =
            new Dictionary<string, double>(
                StringComparer.Ordinal)
            {
                ["gradient_norm_1"] = 0.2,
                ["gradient_norm_2"] = 0.7,
                ["gradient_norm_3"] = 2,
                ["dead_units"] = 0.25
            };
        var outcome = new Outcome { Status = TrialStatus.Done, Measures = measures };

        Assert.Equal(expected, TrialFigures.Read(new TrialResult(null!, null!, outcome, null, null), new MetricReference(metric)));
    }

    [Theory]
    [InlineData("fit_seconds", 30, 1.5)]
    [InlineData("milliseconds_per_epoch", 30, 50.0)]
    [InlineData("milliseconds_per_epoch", 0, null)]
    public void What_a_fit_took_can_be_named(string metric, int epochs, double? expected)
    {
        var outcome = new Outcome { Status = TrialStatus.Done, FitSeconds = 1.5, Epochs = epochs };

        Assert.Equal(expected, TrialFigures.Read(new TrialResult(null!, null!, outcome, null, null), new MetricReference(metric)));
        Assert.True(TrialFigures.Terms[metric].IsTime);
    }

    [Fact]
    public void Without_a_gradient_at_the_last_layer_there_is_no_ratio()
    {
        var measures = new Dictionary<string, double>(StringComparer.Ordinal) { ["gradient_norm_1"] = 0, ["gradient_norm_2"] = 0 };
        var outcome = new Outcome { Status = TrialStatus.Done, Measures = measures };

        Assert.Null(TrialFigures.Read(new TrialResult(null!, null!, outcome, null, null), new MetricReference("gradient_ratio")));
    }

    private static double? Read(Scores scores, string metric) =>
        TrialFigures.Read(new TrialResult(null!, null!, new Outcome
        {
            Status = TrialStatus.Done,
        }, scores, null), new MetricReference(metric));
}
