using FrameworkBench.Statistics.Hierarchical;

namespace FrameworkBench.Tests.Statistics;

public class BayesianCorrelatedTTestTests
{
    [Fact]
    public void Probabilities_agree_with_SciPy()
    {
        foreach (var golden in Golden.Cases("bayesian", "correlated"))
        {
            var posterior = BayesianCorrelatedTTest.Of(
                golden.Numbers("differences"), golden.Number("testTrainRatio"), golden.Number("rope"));

            Golden.Agree(golden.Number("below"), posterior.Below);
            Golden.Agree(golden.Number("above"), posterior.Above);
            Assert.Equal(1, posterior.Below + posterior.Within + posterior.Above, 1e-12);
        }
    }

    [Fact]
    public void Equal_differences_fall_wholly_on_their_side()
    {
        Assert.Equal(new RopeProbabilities(0, 1, 0), BayesianCorrelatedTTest.Of([0.01, 0.01], 0.25, 0.01));
        Assert.Equal(new RopeProbabilities(0, 0, 1), BayesianCorrelatedTTest.Of([0.02, 0.02], 0.25, 0.01));
        Assert.Equal(new RopeProbabilities(1, 0, 0), BayesianCorrelatedTTest.Of([-0.02, -0.02], 0.25, 0.01));
    }

    [Fact]
    public void What_has_no_posterior_is_refused() =>
        Assert.Equal("One difference has no posterior; at least two are needed. (Parameter 'differences')",
            Assert.Throws<ArgumentException>(() => BayesianCorrelatedTTest.Of([0.1], 0.25, 0.01)).Message);
}
