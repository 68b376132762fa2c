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

    [Fact]
    public void A_negative_penalty_is_refused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => RidgeRegression.Fit([1, 2], [1, 2], 2, -1));
        Assert.Equal("The penalty α is -1; it must be at least 0. (Parameter 'alpha')", error.Message);
    }
}
