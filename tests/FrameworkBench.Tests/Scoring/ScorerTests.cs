using FrameworkBench.Protocol.Messages;
using FrameworkBench.Scoring;

namespace FrameworkBench.Tests.Scoring;

public sealed class ScorerTests
{
    [Fact]
    public void Hard_labels_have_no_scores_of_probabilities()
    {
        Scores scores = Scorer.Classification([0, 1, 1, 0], [1, 0, 0, 1, 1, 0, 1, 0], ["0", "1"], hardLabels: true);
        Assert.Equal(["accuracy", "macro_f1", "balanced_accuracy"], scores.Values.Keys);
        Assert.Equal(0.75, scores["accuracy"]);
        Assert.Null(scores["log_loss"]);
    }

    [Fact]
    public void The_clip_of_the_log_loss_bounds_a_sure_mistake()
    {
        // As scikit-learn's log_loss of 64-bit probabilities: −ln(numpy.finfo(float64).eps).
        Assert.Equal(36.04365338911715, Scorer.Classification([0], [0, 1], ["a", "b"])["log_loss"]!.Value, 9);
        Assert.Equal(-Math.Log(1e-7), Scorer.Classification([0], [0, 1], ["a", "b"], logLossClip: 1e-7)["log_loss"]!.Value, 9);
    }

    [Fact]
    public void The_first_of_equal_probabilities_is_predicted()
    {
        Assert.Equal(1, Scorer.Classification([0], [0.4, 0.4, 0.2], ["a", "b", "c"])["accuracy"]);
    }

    [Fact]
    public void The_area_of_two_classes_is_that_of_the_second()
    {
        // Rounded probabilities, of which only the second class's tell the rows apart.
        Assert.Equal(1, Scorer.Classification([0, 1], [0.5, 0.4999, 0.5, 0.5], ["a", "b"])["roc_auc"]);
    }

    [Fact]
    public void Ranks_of_many_rows_do_not_overflow()
    {
        int[] labels = [.. Enumerable.Range(0, 200_000).Select(row => row % 2)];
        double[] probabilities = [.. labels.SelectMany(label => new[] { 1.0 - label, label })];
        Assert.Equal(1.0, Scorer.Classification(labels, probabilities, ["a", "b"])["roc_auc"]!.Value, 12);
    }

    [Theory]
    [InlineData(new int[0], new double[0], "0 rows of 2 classes need 0 probabilities, found 0.")]
    [InlineData(new[] { 0, 1 }, new[] { 1.0, 0 }, "2 rows of 2 classes need 4 probabilities, found 2.")]
    [InlineData(new[] { 2 }, new[] { 1.0, 0 }, "Class 2 is not one of 0 … 1.")]
    [InlineData(new[] { 0 }, new[] { double.NaN, 0 }, "Value 0 is NaN, not a finite number.")]
    public void Predictions_that_cannot_be_scored_are_refused(int[] labels, double[] probabilities, string message)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => Scorer.Classification(labels, probabilities, ["a", "b"]));
        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new double[0], new double[0], "0 true values and 0 predicted ones cannot be compared.")]
    [InlineData(new[] { 1.0, 2 }, new[] { 1.0 }, "2 true values and 1 predicted ones cannot be compared.")]
    [InlineData(new[] { 1.0 }, new[] { double.PositiveInfinity }, "Value 0 is Infinity, not a finite number.")]
    public void Values_that_cannot_be_scored_are_refused(double[] values, double[] predicted, string message)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => Scorer.Regression(values, predicted));
        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_of_one_value_have_an_R2_of_0_or_1_whatever_rounding_leaves_of_their_mean()
    {
        double[] values = [.. Enumerable.Repeat(0.3, 33)];

        Assert.Equal(0, Scorer.Regression(values, [.. values.Select(value => value + 0.1)])["r2"]);
        Assert.Equal(1, Scorer.Regression(values, values)["r2"]);
        Assert.Null(Scorer.Reconstruction(values, [.. values.Select(value => value + 0.1)], 3)["explained_variance"]);
    }

    [Fact]
    public void What_overflows_is_no_score() =>
        Assert.Equal(["mae"], Scorer.Regression([1e200, -1e200], [0, 0]).Values.Keys);

    [Fact]
    public void Every_score_is_in_the_registry_with_its_task()
    {
        Scores multiclass = Scorer.Classification([0, 1, 2], [1, 0, 0, 0, 1, 0, 0, 0, 1], ["a", "b", "c"]);
        Assert.Equal(MetricRegistry.For(TaskKind.Multiclass).Select(metric => metric.Name), multiclass.Values.Keys);
        Assert.Equal(MetricRegistry.For(TaskKind.Regression).Select(metric => metric.Name), Scorer.Regression([1, 2], [1, 3]).Values.Keys);
        Assert.Equal(MetricRegistry.All.Count, MetricRegistry.All.Select(metric => metric.Name).Distinct().Count());
    }

    [Fact]
    public void An_unknown_metric_is_not_found() => Assert.Null(MetricRegistry.Find("accurracy"));
}
