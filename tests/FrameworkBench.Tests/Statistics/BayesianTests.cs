using FrameworkBench.Statistics;

namespace FrameworkBench.Tests.Statistics;

public class BayesianTests
{
    [Fact]
    public void The_signed_rank_test_agrees_with_NumPy_within_Monte_Carlo_error()
    {
        foreach (var golden in Golden.Cases("bayesian", "signedRank"))
        {
            var expected = new[] { golden.Number("below"), golden.Number("within"), golden.Number("above") };
            var actual = BayesianSignedRank.Of(golden.Numbers("differences"), golden.Number("rope"), seed: 1);

            // Four standard errors of the difference between 50,000 and 100,000 draws.
            foreach (var (p, q) in expected.Zip([actual.Below, actual.Within, actual.Above]))
                Assert.Equal(p, q, (4 * Math.Sqrt(p * (1 - p) * 3 / 100_000)) + 1e-4);
        }
    }

    [Fact]
    public void The_correlated_t_test_agrees_with_SciPy()
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
    public void The_same_seed_gives_the_same_answer_and_another_seed_nearly_so()
    {
        double[] differences = [0.02, -0.01, 0.03, 0.005, 0.04, -0.02, 0.01];

        var first = BayesianSignedRank.Of(differences, 0.01, seed: 7);

        Assert.Equal(first, BayesianSignedRank.Of(differences, 0.01, seed: 7));
        Assert.Equal(first.Above, BayesianSignedRank.Of(differences, 0.01, seed: 8).Above, 0.02);
    }

    [Fact]
    public void Turning_all_signs_swaps_below_and_above()
    {
        double[] differences = [0.02, -0.01, 0.03, 0.005, 0.04, -0.02, 0.01];

        var test = BayesianSignedRank.Of(differences, 0.01);
        var turned = BayesianSignedRank.Of([.. differences.Select(d => -d)], 0.01);

        Assert.Equal(test.Above, turned.Below, 0.02);
        Assert.Equal(test.Within, turned.Within, 0.02);
    }

    [Fact]
    public void Differences_on_the_edge_of_the_region_belong_to_it_though_sums_are_rounded() =>
        Assert.Equal(1, BayesianSignedRank.Of([0.8 - 0.7, 0.9 - 0.8, 0.4 - 0.3], rope: 0.1).Within);

    [Fact]
    public void Large_differences_of_one_sign_are_almost_certain() =>
        Assert.True(BayesianSignedRank.Of([0.2, 0.3, 0.25, 0.4, 0.22, 0.31, 0.28, 0.35], 0.01).Above > 0.99);

    [Fact]
    public void Equal_differences_fall_wholly_on_their_side()
    {
        Assert.Equal(new RopeProbabilities(0, 1, 0), BayesianCorrelatedTTest.Of([0.01, 0.01], 0.25, 0.01));
        Assert.Equal(new RopeProbabilities(0, 0, 1), BayesianCorrelatedTTest.Of([0.02, 0.02], 0.25, 0.01));
        Assert.Equal(new RopeProbabilities(1, 0, 0), BayesianCorrelatedTTest.Of([-0.02, -0.02], 0.25, 0.01));
    }

    [Fact]
    public void What_has_no_posterior_is_refused()
    {
        Assert.Equal("One difference has no posterior; at least two are needed. (Parameter 'differences')",
            Assert.Throws<ArgumentException>(() => BayesianCorrelatedTTest.Of([0.1], 0.25, 0.01)).Message);
        Assert.Equal("There are no values; at least one is needed. (Parameter 'differences')",
            Assert.Throws<ArgumentException>(() => BayesianSignedRank.Of([], 0.01)).Message);
        Assert.Equal("-1 is not a finite number of at least 0. (Parameter 'rope')",
            Assert.Throws<ArgumentException>(() => BayesianSignedRank.Of([0.1], -1)).Message);
    }
}
