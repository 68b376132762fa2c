using FrameworkBench.Scratch.Perceptrons;

namespace FrameworkBench.Scratch.Tests.Perceptrons;

public class PerceptronTests
{
    private static readonly double[] Gates = [0, 0, 0, 1, 1, 0, 1, 1];
    private static readonly int[] And = [0, 0, 0, 1];
    private static readonly int[] Or = [0, 1, 1, 1];
    private static readonly int[] Xor = [0, 1, 1, 0];

    // The lesson "Neural Networks: The Foundation of Deep Learning".
    private static readonly PerceptronOptions Foundation = new() { InitialDeviation = 0.01 };

    // The lesson "Neural Networks Basics".
    private static readonly PerceptronOptions Basics = new()
    {
        FiresAtZero = true,
        LearningRate = 0.01,
        MaximumEpochs = 15,
        StopsWhenLearned = false,
    };

    public static TheoryData<string, int[]> SeparableGates => new() { { "AND", And }, { "OR", Or } };

    [Theory]
    [MemberData(nameof(SeparableGates))]
    public void The_foundation_variant_learns_gates_that_a_line_separates_and_stops(string gate, int[] labels)
    {
        for (ulong seed = 0; seed < 20; seed++)
        {
            var perceptron = new Perceptron(2, Foundation with { Seed = seed });
            PerceptronResult result = Fit(perceptron, labels);
            Assert.True(result.HasLearned, $"{gate}, seed {seed}");
            Assert.Equal(result.FirstErrorFreeEpoch + 1, result.Epochs);
            Assert.Equal(labels, perceptron.Predict(Gates));
        }
    }

    [Fact]
    public void Without_a_bias_the_boundary_stays_at_the_origin_and_AND_is_never_learned()
    {
        for (ulong seed = 0; seed < 20; seed++)
        {
            var perceptron = new Perceptron(2, Foundation with { Seed = seed, HasBias = false });
            Assert.False(Fit(perceptron, And).HasLearned, $"seed {seed}");
            Assert.Equal(0, perceptron.Bias);
        }
    }

    // The errors are those that the document's listing makes, run by NumPy 1.24.
    [Fact]
    public void The_basics_variant_errs_on_AND_as_the_document_does_and_makes_every_pass()
    {
        var perceptron = new Perceptron(2, Basics);
        PerceptronResult result = Fit(perceptron, And);
        Assert.Equal([2, 3, 3, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], result.Errors);
        Assert.Equal(5, result.FirstErrorFreeEpoch);
        Assert.Equal([0.02, 0.01], perceptron.Weights);
        Assert.Equal(-0.03, perceptron.Bias, 1e-15);
    }

    [Fact]
    public void The_basics_variant_errs_on_OR_as_the_document_does_and_makes_every_pass()
    {
        var perceptron = new Perceptron(2, Basics);
        PerceptronResult result = Fit(perceptron, Or);
        Assert.Equal([2, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], result.Errors);
        Assert.Equal(3, result.FirstErrorFreeEpoch);
        Assert.Equal(Or, perceptron.Predict(Gates));
    }

    [Fact]
    public void One_nudge_follows_the_learning_rule()
    {
        var perceptron = new Perceptron(2, new PerceptronOptions { LearningRate = 0.5, MaximumEpochs = 1 });
        perceptron.SetParameters([0.25, -1], 0.125);
        perceptron.Fit([3, 2], [1], TestContext.Current.CancellationToken);
        Assert.Equal([0.25 + (0.5 * 3), -1 + (0.5 * 2)], perceptron.Weights);
        Assert.Equal(0.625, perceptron.Bias);
    }

    [Fact]
    public void Xor_is_never_learned_and_its_errors_never_end()
    {
        for (ulong seed = 0; seed < 10; seed++)
        {
            var perceptron = new Perceptron(2, Foundation with { MaximumEpochs = 1000, Seed = seed });
            PerceptronResult result = Fit(perceptron, Xor);
            Assert.False(result.HasLearned);
            Assert.Null(result.FirstErrorFreeEpoch);
            Assert.Equal(1000, result.Epochs);
            Assert.All(result.Errors, errors => Assert.InRange(errors, 1, 4));
        }
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public void Zero_fires_only_where_the_variant_says_so(bool firesAtZero, int expected)
    {
        var perceptron = new Perceptron(2, new PerceptronOptions { FiresAtZero = firesAtZero });
        Assert.Equal([expected], perceptron.Predict([0, 0]));
    }

    [Fact]
    public void The_same_seed_gives_the_same_weights_and_another_seed_others()
    {
        var options = new PerceptronOptions { InitialDeviation = 0.01, Seed = 4 };
        Assert.Equal(new Perceptron(3, options).Weights, new Perceptron(3, options).Weights);
        Assert.NotEqual(new Perceptron(3, options).Weights, new Perceptron(3, options with { Seed = 5 }).Weights);
    }

    [Fact]
    public void A_label_that_is_no_class_is_refused()
    {
        var perceptron = new Perceptron(1, new PerceptronOptions());
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => perceptron.Fit([1, 2], [0, 2], TestContext.Current.CancellationToken));
        Assert.Equal("Row 1 has class 2; classes are 0 and 1. (Parameter 'labels')", error.Message);
    }

    [Fact]
    public void Rows_that_do_not_fit_are_refused()
    {
        var perceptron = new Perceptron(2, new PerceptronOptions());
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => perceptron.Fit([1, 2, 3], [0], TestContext.Current.CancellationToken));
        Assert.Equal("3 numbers are not 1 rows of 2 inputs. (Parameter 'inputs')", error.Message);
    }

    private static PerceptronResult Fit(Perceptron perceptron, int[] labels) =>
        perceptron.Fit(Gates, labels, TestContext.Current.CancellationToken);
}
