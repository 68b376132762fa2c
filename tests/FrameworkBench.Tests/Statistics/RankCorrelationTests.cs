using System.Text.Json;
using FrameworkBench.Statistics.Ranking;

namespace FrameworkBench.Tests.Statistics;

public sealed class RankCorrelationTests
{
    private static readonly JsonElement Correlations =
        JsonDocument.Parse(File.ReadAllText(RepositoryFiles.Fixture("importance", "importance.json"))).RootElement.GetProperty(
            "correlations");

    [Fact]
    public void It_is_that_of_scipy_also_with_ties() => Assert.All(Correlations.EnumerateArray(), golden =>
        Assert.Equal(golden.Number("spearman"), RankCorrelation.Spearman(golden.Numbers("first"), golden.Numbers("second")), 1e-12));

    [Fact]
    public void It_is_one_for_the_same_order_and_minus_one_for_the_opposite()
    {
        Assert.Equal(1, RankCorrelation.Spearman([1, 20, 300], [-5, 0, 0.1]), 1e-12);
        Assert.Equal(-1, RankCorrelation.Spearman([1, 2, 3], [3, 2, 1]), 1e-12);
    }

    [Fact]
    public void A_list_without_an_order_has_none() => Assert.Equal(double.NaN, RankCorrelation.Spearman([1, 1, 1], [1, 2, 3]));

    [Fact]
    public void Lists_of_different_length_are_refused() =>
        Assert.StartsWith(
            "3 and 2 values cannot be correlated.",
            Assert.Throws<ArgumentException>(() => RankCorrelation.Spearman([1, 2, 3], [1, 2])).Message, StringComparison.Ordinal);
}
