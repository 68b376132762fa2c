using FrameworkBench.Scratch.Linear;
using FrameworkBench.Scratch.Tests.Networks;

namespace FrameworkBench.Scratch.Tests.Linear;

public class LogisticRegressionTests
{
    public static TheoryData<string> Cases => new(Golden.Read("linear.json")["logistic"].Items.Select(item => item.Text("name")));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Coefficients_and_probabilities_are_scikit_learns(string name)
    {
        Golden golden = Golden.Read("linear.json")["logistic"].Items.Single(item => item.Text("name") == name);
        int[] labels = [.. golden.Array("labels").Select(label => (int)label)];
        LogisticRegression model = Fit(golden.Array("x"), labels, golden.Whole("classes"), new(golden.Number("C"), 1e-11));
        Assert.True(model.Converged);
        int outputs = model.Intercepts.Count;
        int features = model.Weights.Count / outputs;
        double[] byOutput = Numerics.PlainProduct.Transpose(model.Weights.ToArray(), features, outputs);
        GoldenNetworks.AssertClose(golden.Array("weights"), byOutput, 1e-7, "weights");
        GoldenNetworks.AssertClose(golden.Array("intercepts"), [.. model.Intercepts], 1e-7, "intercepts");
        GoldenNetworks.AssertClose(
            golden.Array("probabilities"), model.PredictProbabilities(golden.Array("x")), 1e-8, "probabilities");
    }

    [Fact]
    public void Separable_classes_without_a_penalty_end_without_a_failure()
    {
        LogisticRegression model = Fit([-2, -1, 1, 2], [0, 0, 1, 1], 2, new(double.PositiveInfinity, 1e-9, 200));
        double[] probabilities = model.PredictProbabilities([-2, 2]);
        Assert.True(probabilities[0] > 0.999 && probabilities[3] > 0.999, string.Join(' ', probabilities));
    }

    [Theory]
    [InlineData(1e5, 4e4)]
    [InlineData(1e-7, 0)]
    [InlineData(1, 1.6e9)]
    public void The_unit_and_the_origin_of_a_column_do_not_move_the_minimum(double unit, double origin)
    {
        var random = new Random(3);
        double[] inputs = [.. Enumerable.Range(0, 400).Select(_ => random.NextDouble() - 0.5)];
        int[] labels = [.. inputs.Chunk(2).Select(row => row[0] + row[1] + (random.NextDouble() - 0.5) > 0 ? 1 : 0)];
        double[] far = [.. inputs.Select((x, i) => i % 2 == 0 ? x : origin + (unit * x))];

        // Without a penalty, which depends on the unit.
        LogisticRegression near = Fit(inputs, labels, 2, new(double.PositiveInfinity, 1e-9));
        LogisticRegression other = Fit(far, labels, 2, new(double.PositiveInfinity, 1e-9));

        Assert.True(other.Converged);
        GoldenNetworks.AssertClose(near.PredictProbabilities(inputs), other.PredictProbabilities(far), 1e-6, "probabilities");
    }

    [Theory]
    [InlineData(1e-3)]
    [InlineData(1e-7)]
    public void A_small_column_that_the_penalty_holds_near_zero_costs_no_steps(double unit)
    {
        var random = new Random(4);
        double[] inputs = [.. Enumerable.Range(0, 600).Select(i => (random.NextDouble() - 0.5) * (i % 2 == 1 ? unit : 4))];
        int[] labels = [.. inputs.Chunk(2).Select(row => row[0] + random.NextDouble() - 0.5 > 0 ? 1 : 0)];

        LogisticRegression model = Fit(inputs, labels, 2, new(1, 1e-8));

        Assert.True(model.Converged);
        Assert.InRange(model.Iterations, 1, 30);
        Assert.InRange(model.Weights[0], 1, 10);
    }

    [Fact]
    public void The_penalty_is_that_of_the_columns_own_units()
    {
        // w solves Σ (σ(w·x) − y)·x + w = 0: for x = ±100 that is 200·(σ(100·w) − 1) + w = 0.
        LogisticRegression model = Fit([-100, 100], [0, 1], 2, new(1, 1e-12));

        double weight = model.Weights[0];
        Assert.Equal(0, (200 * ((1 / (1 + Math.Exp(-100 * weight))) - 1)) + weight, 1e-7);
    }

    [Fact]
    public void A_constant_feature_and_a_strong_penalty_leave_the_class_shares()
    {
        LogisticRegression model = Fit([5, 5, 5, 5], [0, 0, 0, 1], 2, new(1e-9, 1e-12));
        Assert.Equal(0.75, model.PredictProbabilities([5])[0], 1e-6);
    }

    [Fact]
    public void A_class_that_is_not_one_is_refused()
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => Fit([1, 2], [0, 3], 3, null));
        Assert.StartsWith("Row 1 has class 3; classes are 0 to 2.", error.Message, StringComparison.Ordinal);
    }

    private static LogisticRegression Fit(double[] inputs, int[] labels, int classes, LogisticRegressionOptions? options) =>
        LogisticRegression.Fit(inputs, labels, classes, options, TestContext.Current.CancellationToken);
}
