using FrameworkBench.Pages.Searches;
using FrameworkBench.Statistics;

namespace FrameworkBench.Tests.Pages;

public sealed class SearchWordsTests
{
    [Theory]
    [InlineData("changes no score", new[] { 0.0, 0.0, 0.0, 0.0, 0.0 })]
    [InlineData("gains +0.020 [", new[] { 0.02, 0.021, 0.019, 0.02, 0.02 })]
    [InlineData("loses −0.020 [", new[] { -0.02, -0.021, -0.019, -0.02, -0.02 })]
    [InlineData("makes no significant difference, 0.000 [", new[] { 0.01, -0.01, 0.02, -0.02, 0.0 })]
    public void What_tuning_gained_is_said_as_the_interval_says(string start, double[] differences)
    {
        Assert.StartsWith(start, SearchWords.Gain(CorrectedResampledTTest.Of(differences, 0.25)), StringComparison.Ordinal);
    }
}
