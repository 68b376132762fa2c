using FrameworkBench.Experiments;

namespace FrameworkBench.Tests.Experiments;

/// <summary>Numbers are written as YAML has them, wherever the program runs.</summary>
public sealed class NumberTests
{
    [Theory]
    [InlineData(
        "layers:\n      - dense: 1,024\n      - dense: outputs",
        "models.net.layers[0].dense: found '1,024'; must be a number of units of at least 1, or 'outputs' for one per class or target")]
    [InlineData(
        "hidden: [4]\n    train:\n      batch_size: 1,024",
        "models.net.train.batch_size: found '1,024'; must be a number of rows of at least 1, or 'all'")]
    [InlineData(
        "hidden: [4]\n    train:\n      epochs: 1,024", "models.net.train.epochs: found '1,024'; must be a whole number of at least 1")]
    public void A_comma_between_thousands_is_reported(string settings, string expected)
    {
        string yaml = $"dataset: wine\nmodels:\n  net:\n    kind: network\n    {settings}\n";

        string message =
            Assert.Throws<ExperimentException>(() => new ExperimentLoader(TestVocabulary.Real).Parse("net.yaml", yaml)).Message;

        Assert.EndsWith(expected, message.Split('\n')[0], StringComparison.Ordinal);
    }
}
