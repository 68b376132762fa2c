using FrameworkBench.Statistics;

namespace FrameworkBench.Tests.Statistics;

public class BenjaminiHochbergTests
{
    [Fact]
    public void Adjusted_p_values_agree_with_an_independent_count()
    {
        foreach (var golden in Golden.Cases("signed-rank", "benjaminiHochberg"))
        {
            var actual = BenjaminiHochberg.Adjust(golden.Numbers("pValues"));

            Assert.Equal(golden.Numbers("adjusted").Length, actual.Count);
            foreach (var (expected, one) in golden.Numbers("adjusted").Zip(actual))
                Golden.Agree(expected, one);
        }
    }

    [Fact]
    public void Rejections_agree_with_the_definition_in_NumPy()
    {
        foreach (var golden in Golden.Cases("signed-rank", "benjaminiHochberg"))
        {
            Assert.Equal(golden.Integer("rejectionsAt5"), BenjaminiHochberg.Rejections(golden.Numbers("pValues"), 0.05));
            Assert.Equal(golden.Integer("rejectionsAt20"), BenjaminiHochberg.Rejections(golden.Numbers("pValues"), 0.2));
        }
    }

    [Fact]
    public void The_authors_example_rejects_the_four_smallest_of_fifteen()
    {
        // Benjamini and Hochberg (1995), section 4.1: Bonferroni and Holm reject three and three.
        double[] pValues =
            [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0];

        Assert.Equal(4, BenjaminiHochberg.Rejections(pValues, 0.05));
        Assert.Equal(3, HolmCorrection.Adjust(pValues).Count(p => p <= 0.05));
    }

    [Fact]
    public void A_p_value_of_exactly_its_bound_is_rejected() =>
        Assert.Equal(2, BenjaminiHochberg.Rejections([0.02, 0.025, 0.9, 0.95], 0.05));

    [Fact]
    public void A_family_of_one_is_left_alone() => Assert.Equal([0.03], BenjaminiHochberg.Adjust([0.03]));

    [Fact]
    public void An_empty_family_is_empty()
    {
        Assert.Empty(BenjaminiHochberg.Adjust([]));
        Assert.Equal(0, BenjaminiHochberg.Rejections([], 0.05));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void What_is_no_p_value_is_refused(double p) =>
        Assert.Equal($"{p} is not a p value: it is not between 0 and 1. (Parameter 'pValues')",
            Assert.Throws<ArgumentException>(() => BenjaminiHochberg.Adjust([0.5, p])).Message);

    [Fact]
    public void A_rate_outside_0_to_1_is_refused() =>
        Assert.Equal("1 is not between 0 and 1, such as 0.95. (Parameter 'q')",
            Assert.Throws<ArgumentException>(() => BenjaminiHochberg.Rejections([0.5], 1)).Message);
}
