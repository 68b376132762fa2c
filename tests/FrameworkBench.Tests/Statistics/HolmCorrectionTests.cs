using FrameworkBench.Statistics;

namespace FrameworkBench.Tests.Statistics;

public class HolmCorrectionTests
{
    [Fact]
    public void Adjusted_p_values_agree_with_the_definition_in_NumPy()
    {
        foreach (var golden in Golden.Cases("signed-rank", "holm"))
            foreach (var (expected, actual) in golden.Numbers("adjusted").Zip(HolmCorrection.Adjust(golden.Numbers("pValues"))))
                Golden.Agree(expected, actual);
    }

    [Fact]
    public void A_family_of_one_is_left_alone() => Assert.Equal([0.03], HolmCorrection.Adjust([0.03]));

    [Fact]
    public void An_empty_family_is_empty() => Assert.Empty(HolmCorrection.Adjust([]));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void What_is_no_p_value_is_refused(double p) =>
        Assert.Equal($"{p} is not a p value: it is not between 0 and 1. (Parameter 'pValues')",
            Assert.Throws<ArgumentException>(() => HolmCorrection.Adjust([0.5, p])).Message);
}
