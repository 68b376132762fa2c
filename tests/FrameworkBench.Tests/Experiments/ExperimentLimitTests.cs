using FrameworkBench.Experiments;
using FrameworkBench.Reading;

namespace FrameworkBench.Tests.Experiments;

/// <summary>A few lines cannot ask for more than memory and time bear: an error says what is too much before it is made.</summary>
public sealed class ExperimentLimitTests
{
    private const string Iris = "dataset: iris\nmodels:\n";
    private const string Net = Iris + "  net: {kind: network, hidden: [4], tune: {trials: 2, space: {hidden: ";

    [Theory]
    [InlineData("seeds: 1000000000\ndataset: iris\nmodels: {tree: {kind: tree}}\n",
        "file.yaml:1: seeds: found '1000000000'; must be a whole number from 1 to 10000")]
    [InlineData("dataset: iris\nsplit: {k_fold: 5, repeats: 1000000000}\nmodels: {tree: {kind: tree}}\n",
        "file.yaml:2: split.repeats: found '1000000000'; must be a whole number from 1 to 1000")]
    [InlineData("dataset: iris\nsplit: {k_fold: 2000000000}\nmodels: {tree: {kind: tree}}\n",
        "file.yaml:2: split.k_fold: found '2000000000'; must be a whole number from 2 to 10000")]
    [InlineData("dataset: iris\nmodels: {tree: {kind: tree, bag: 1000000000}}\n",
        "file.yaml:2: models.tree.bag: found '1000000000'; must be a whole number from 2 to 1000")]
    [InlineData(Iris + "  tree: {kind: tree, tune: {trials: 1000000000, space: {max_depth: {whole: [1, 9]}}}}\n",
        "file.yaml:3: models.tree.tune.trials: found '1000000000'; must be a whole number from 1 to 10000")]
    [InlineData(Net + "{repeat: {whole: [1, 9]}, times: {whole: [1, 1000000000]}}}}}\n",
        "file.yaml:3: models.net.tune.space.hidden.times: must draw whole numbers from 1 to 1,000, such as {whole: [1, 4]}")]
    [InlineData(Net + "{repeat: {times: {whole: [1, 9]}, repeat: {whole: [1, 9]}}, times: {whole: [1, 9]}}}}}\n",
        "file.yaml:3: models.net.tune.space.hidden.repeat: a list that repeats cannot be repeated; write one 'repeat'")]
    public void A_number_that_would_fill_the_memory_is_reported(string yaml, string message) => Assert.Contains(message, MessagesOf(yaml));

    [Fact]
    public void Folds_in_file_order_are_neither_repeated_nor_drawn() => Assert.Equal(
        [
            "file.yaml:2: split.repeats: in file order every repeat has the same folds; remove repeats",
            "file.yaml:2: split.random_state: rows in file order are not drawn at random; remove random_state",
        ],
        MessagesOf("dataset: iris\nsplit: {k_fold: 5, repeats: 2, random_state: 3, shuffle: false}\nmodels: {tree: {kind: tree}}\n"));

    [Fact]
    public void Models_are_limited_however_they_are_written()
    {
        string one = $"vary: {{max_depth: [{string.Join(", ", Enumerable.Range(1, 1000))}]}}";
        string yaml = Iris + string.Concat(Enumerable.Range(1, 3).Select(i => $"  tree{i}: {{kind: tree, {one}}}\n"));

        Assert.Equal(
            ["file.yaml:5: models.tree3: the experiment has more than 2,000 models; must be at most as many"], MessagesOf(yaml));
    }

    [Fact]
    public void Placeholders_cannot_write_out_more_than_memory_holds()
    {
        string labels = string.Join(", ", Enumerable.Range(1, 900).Select(i => $"{new string('x', 100)}{i}"));
        string says = string.Concat(Enumerable.Repeat("{name}", 3000));
        string yaml = "dataset: iris\nmodels: {tree: {kind: tree}}\nclaims:\n"
            + $"- {{id: '{{name}}', says: '{says}', for_each: {{name: [{labels}]}}, "
            + "kind: reaches, model: tree, metric: accuracy, value: 0}\n";

        string message = Assert.Single(MessagesOf(yaml));

        Assert.StartsWith("file.yaml:4: claims[0].for_each: 900 combinations write out up to ", message, StringComparison.Ordinal);
        Assert.EndsWith(" characters; all that a file writes out must be at most 20,000,000", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Axes_are_limited_though_each_has_one_value()
    {
        string axes = string.Join(", ", Enumerable.Range(1, 5000).Select(i => $"axis{i}: [1]"));

        Assert.Equal(
            ["file.yaml:3: models.tree.vary: found 5,000 axes; must be at most 20"],
            MessagesOf(Iris + $"  tree: {{kind: tree, vary: {{{axes}}}}}\n"));
    }

    [Fact]
    public void A_long_chain_of_models_that_are_like_one_another_is_read()
    {
        string chain = string.Concat(Enumerable.Range(1, 1999).Reverse().Select(i => $"  tree{i}: {{like: tree{i - 1}}}\n"));

        Experiment experiment =
            new ExperimentLoader(TestVocabulary.Instance).Parse("file.yaml", $"{Iris}{chain}  tree0: {{kind: tree}}\n");

        Assert.Equal(2000, experiment.Models.Count);
    }

    [Fact]
    public void A_hundred_problems_are_listed_and_the_rest_is_counted()
    {
        string keys = string.Concat(Enumerable.Range(0, 40_000).Select(i => $"kee{i}: 1\n"));
        string yaml = "dataset: iris\nmodels: {tree: {kind: tree}}\n" + keys;

        var exception =
            Assert.Throws<ExperimentException>(() => new ExperimentLoader(TestVocabulary.Instance).Parse("file.yaml", yaml));

        Assert.Equal((ProblemList.Many, 40_000 - ProblemList.Many), (exception.Problems.Count, exception.Unlisted));
        Assert.EndsWith("\nfile.yaml: and 39900 more like it", exception.Message, StringComparison.Ordinal);
    }

    private static string[] MessagesOf(string yaml)
    {
        var loader = new ExperimentLoader(TestVocabulary.Instance);

        return Assert.Throws<ExperimentException>(() => loader.Parse("file.yaml", yaml)).Message.Split('\n');
    }
}
