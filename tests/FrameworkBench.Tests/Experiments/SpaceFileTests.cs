using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Experiments.Searches;

namespace FrameworkBench.Tests.Experiments;

/// <summary>Search spaces in a file of their own.</summary>
public sealed class SpaceFileTests : IDisposable
{
    private const string Yaml = """
        dataset: wine
        models:
          net: {kind: network, hidden: [8], tune: {trials: 7, strategy: halving, space: {dropout: {uniform: [0, 0.5]}}}}
          heir: {like: net, hidden: [4]}
          forest: {kind: forest, trees: 50}
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Only_the_models_of_the_file_are_searched_and_in_its_spaces()
    {
        var models = Load(
            "net: {train.learning_rate: {log_uniform: [1e-4, 0.1]}}\nforest: {min_samples_leaf: {whole: [1, 9]}}\n").Models.ToDictionary(
                model => model.Name, StringComparer.Ordinal);

        Assert.Equal(["train.learning_rate"], models["net"].Search!.Settings);
        Assert.Equal((7, SearchStrategy.Halving), (models["net"].Search!.Trials.Default, models["net"].Search!.Strategy));
        Assert.Equal(["min_samples_leaf"], models["forest"].Search!.Settings);
        Assert.Equal(20, models["forest"].Search!.Trials.Default);
        Assert.Null(models["heir"].Search);
    }

    [Fact]
    public void How_a_model_is_searched_may_be_inherited()
    {
        ExperimentModel heir = Load("heir: {train.epochs: {whole: [5, 9]}}").Models[1];

        Assert.Equal(["train.epochs"], heir.Search!.Settings);
        Assert.Equal((7, SearchStrategy.Halving), (heir.Search.Trials.Default, heir.Search.Strategy));
    }

    [Theory]
    [InlineData("", ": the file is empty; give a model's name and the settings to search, such as net: {train.learning_rate: "
        + "{log_uniform: [1e-4, 0.1]}}")]
    [InlineData("- net\n", ":1: found a list; must be a mapping from a model's name to the settings to search, such as net: "
        + "{train.learning_rate: {log_uniform: [1e-4, 0.1]}}")]
    [InlineData("\nnett: {dropout: {uniform: [0, 0.5]}}\n", ":2: nett: 'nett' is not a model of the experiment; did you mean 'net'?")]
    [InlineData("net: {}\n", ":1: net: the mapping is empty; must name at least one setting")]
    [InlineData(
        "net:\n  train.learning_rat: {uniform: [0.1, 0.2]}\n",
        ":2: net.train.learning_rat: 'learning_rat' is not a key here; did you mean 'learning_rate'?")]
    [InlineData("net:\n  dropout: {uniform: [0.5, 1.5]}\n", ":2: net.dropout: found '1.5'; must be a number of at least 0 and below 1")]
    [InlineData("net:\n  dropout: {unifrom: [0, 0.5]}\n", ":2: net.dropout: 'unifrom' is not a distribution; did you mean 'uniform'?")]
    public void What_is_wrong_in_the_file_is_reported_with_its_own_lines(string spaces, string expected)
    {
        var error = Assert.Throws<ExperimentException>(() => Load(spaces));

        Assert.Equal(Path.Combine(folder.Path, "spaces.yaml") + expected, error.Message.Replace("models.", "", StringComparison.Ordinal));
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var error =
            Assert.Throws<ExperimentException>(
                () => new ExperimentLoader(TestVocabulary.Real).Parse("wine-net.yaml", Yaml, Path.Combine(folder.Path, "absent.yaml")));

        Assert.StartsWith(
            Path.Combine(folder.Path, "absent.yaml") + ": the file cannot be read: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_wrong_in_the_experiment_is_reported_of_the_experiment()
    {
        var error =
            Assert.Throws<ExperimentException>(
                () => new ExperimentLoader(TestVocabulary.Real)
                .Parse("wine-net.yaml", Yaml.Replace("trees", "treees", StringComparison.Ordinal), folder.Write("spaces.yaml", "net: {}")));

        Assert.StartsWith("wine-net.yaml:5: models.forest.treees: ", error.Message, StringComparison.Ordinal);
    }

    private Experiment Load(string spaces) => new ExperimentLoader(TestVocabulary.Real)
        .Parse("wine-net.yaml", Yaml, folder.Write("spaces.yaml", spaces));
}
