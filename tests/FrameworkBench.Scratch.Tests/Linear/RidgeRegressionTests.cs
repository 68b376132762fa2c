using FrameworkBench.Scratch.Linear;
using FrameworkBench.Scratch.Tests.Networks;

namespace FrameworkBench.Scratch.Tests.Linear;

public class RidgeRegressionTests
{
    public static TheoryData<string> Cases => new(Golden.Read("linear.json")["ridge"].Items.Select(item => item.Text("name")));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Weights_and_intercepts_are_scikit_learns(string name)
    {
        Golden golden = Golden.Read("linear.json")["ridge"].Items.Single(item => item.Text("name") == name);
        var model = RidgeRegression.Fit(
            golden.Array("x"), golden.Array("y"), golden.Whole("rows"), golden.Number("alpha"));
        GoldenNetworks.AssertClose(golden.Array("weights"), [.. model.Weights], 1e-9, "weights");
        GoldenNetworks.AssertClose(golden.Array("intercepts"), [.. model.Intercepts], 1e-9, "intercepts");
    }

    [Fact]
    public void Without_a_penalty_it_goes_through_points_on_a_plane()
    {
        var model = RidgeRegression.Fit([0, 0, 1, 0, 0, 1, 1, 2], [3, 5, 2, 3], rows: 4, alpha: 0);
        GoldenNetworks.AssertClose([2, -1], [.. model.Weights], 1e-12, "weights");
        GoldenNetworks.AssertClose([3], [.. model.Intercepts], 1e-12, "intercept");
        GoldenNetworks.AssertClose([3 + 4 - 5], model.Predict([2, 5]), 1e-12, "prediction");
    }

    [Fact]
    public void A_single_row_is_its_own_mean()
    {
        var model = RidgeRegression.Fit([1, 2, 3], [4, 5], rows: 1);
        Assert.Equal([0, 0, 0, 0, 0, 0], model.Weights);
        Assert.Equal([4, 5], model.Intercepts);
    }

    [Theory]
    [InlineData(300, 0)]
    [InlineData(300, 1)]
    [InlineData(8, 0)]
    [InlineData(8, 1e-6)]
    public void A_column_of_millions_hides_no_column_of_ones(int rows, double alpha)
    {
        var random = new Random(7);
        double[] inputs = new double[rows * 10], targets = new double[rows];
        for (int i = 0; i < inputs.Length; i++)
            inputs[i] = (random.NextDouble() - 0.5) * (i % 10 == 0 ? 3e8 : 1);
        for (int row = 0; row < rows; row++)
            targets[row] = Enumerable.Range(0, 10).Sum(j => inputs[(row * 10) + j] * (j == 0 ? 1e-9 : 1));

        var model = RidgeRegression.Fit(inputs, targets, rows, alpha);

        double error = model.Predict(inputs).Zip(targets).Sum(row => Math.Pow(row.First - row.Second, 2));
        double mean = targets.Average();
        Assert.InRange(error / targets.Sum(target => Math.Pow(target - mean, 2)), 0, alpha == 1 ? 0.01 : 1e-9);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(1e-3)]
    public void A_column_of_one_value_has_no_weight(double constant)
    {
        var random = new Random(5);
        double[] inputs = [.. Enumerable.Range(0, 120).Select(i => i % 3 == 2 ? constant : random.NextDouble())];
        double[] targets = [.. inputs.Chunk(3).Select(row => row[0] - row[1] + (0.1 * random.NextDouble()))];

        Assert.Equal(0, RidgeRegression.Fit(inputs, targets, 40, alpha: 0).Weights[2]);
    }

    [Fact]
    public void Of_columns_that_say_the_same_in_other_units_the_shortest_weights_are_taken()
    {
        double[] column = [1, 4, 2, 8, 5, 7];

        var model = RidgeRegression.Fit([.. column.SelectMany(x => (double[])[x, 1e6 * x])], column, column.Length, alpha: 0);

        // w₁ + 10⁶·w₂ = 1, as near to zero as can be: (1, 10⁶) / (1 + 10¹²).
        Assert.Equal(1e-12, model.Weights[0], 1e-15);
        Assert.Equal(1e-6, model.Weights[1], 1e-12);
    }

    [Fact]
    public void A_negative_penalty_is_refused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => RidgeRegression.Fit([1, 2], [1, 2], 2, -1));
        Assert.Equal("The penalty α is -1; it must be at least 0. (Parameter 'alpha')", error.Message);
    }
}
