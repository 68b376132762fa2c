using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Experiments.Searches;
using FrameworkBench.Reading;

namespace FrameworkBench.Tests.Experiments;

public sealed class TunedExperimentTests : IDisposable
{
    private const string Yaml = """
        title: "Wine: 'a' test"
        source: {document: A document}
        datasets: [wine, iris]
        split: {k_fold: 3, stratified: true}
        inputs: {scaling: min_max}
        seeds: {quick: 1, default: 4}
        models:
          base: {kind: network, hidden: [8], train: {epochs: 30, early_stopping: {watch: training_loss, patience: 5}}}
          net:
            like: base
            title: the "net"
            train: {optimizer: sgd}
            inputs: {scaling: standardise, missing: impute_mean}
            tune: {trials: 4, space: {hidden: {repeat: {whole: [4, 9]}, times: {whole: [1, 2]}}, train.learning_rate: {log_uniform: [1e-4, 0.1]}, train.early_stopping: {choice: [null]}, inputs.scaling: {choice: [raw]}}}
        claims:
          - {id: learns, says: It learns., kind: at_least, model: net, metric: accuracy, value: 0.5}
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Every_candidate_reads_back_as_the_model_that_was_searched()
    {
        var loader = new ExperimentLoader(TestVocabulary.Real);
        ExperimentModel searched = loader.Parse("wine-net.yaml", Yaml).Models[1];
        for (uint seed = 0; seed < 20; seed++)
        {
            SearchDraw draw = searched.Search!.Draw(seed);

            string written =
                TunedExperiment.Write(
                    "wine-net.yaml", Yaml, "wine",
                    [new TunedModel("net", "net", "as \"written\"", new Dictionary<string, string>()),
                    new TunedModel("net", "net-tuned", "tuned", draw.Settings)], "Wine: tuned", "results");
            Experiment read = loader.Parse("wine-net-tuned.yaml", written);

            Assert.Equal(["wine"], read.Datasets);
            Assert.StartsWith("The settings were chosen on all rows of this table", Assert.Single(read.Notes), StringComparison.Ordinal);
            Assert.Equal(("Wine: tuned", new ByProfile<int>(1, 4, 4)), (read.Title, read.Models[0].Seeds));
            Assert.Equal([searched with
            {
                Search = null,
                Title = "as \"written\"",
            }, draw.Model with { Search = null, Name = "net-tuned", Title = "tuned" }], read.Models);
            Assert.Empty(read.Claims);
        }
    }

    [Fact]
    public void Every_key_of_the_experiment_stays_but_those_of_the_lesson()
    {
        string[] lesson =
            ["title", "question", "notes", "changed_after_results", "source", "dataset", "datasets", "long", "report", "claims", "models"];
        string yaml = string.Concat(KeyTable.Of("experiment").Names.Except(["models"]).Select(key => $"{key}: {{of: {key}}}\n"))
            + "models: {net: {kind: network}}\n";

        string[] written =
            [.. TunedExperiment.Write(
                "all.yaml", yaml, "wine", [new TunedModel("net", "net", "net", new Dictionary<string, string>())], "All, tuned", "results")
                .Split('\n')];

        Assert.All(
            KeyTable.Of("experiment").Names,
            key => Assert.Equal(lesson.Contains(key) ? 0 : 1, written.Count(line => line == $"  of: {key}")));
        Assert.Contains("dataset: wine", written);
    }

    [Fact]
    public void A_model_that_reconstructs_its_inputs_still_does()
    {
        const string Coder = "dataset: wine\ntask: reconstruction\none_at_a_time: true\nmodels: {coder: {kind: network, hidden: [4], "
            + "tune: {trials: 2, space: {train.epochs: {whole: [2, 9]}}}}}\n";
        var loader = new ExperimentLoader(TestVocabulary.Real);

        string written =
            TunedExperiment.Write(
                "coder.yaml", Coder, "wine",
                [new TunedModel("coder", "coder-tuned", "tuned", new Dictionary<string, string> { ["train.epochs"] = "5" })], "Coder",
                "results");

        Experiment read = loader.Parse("coder-tuned.yaml", written);
        Assert.Equal((true, true), (read.Reconstructs, read.OneAtATime));
    }

    [Fact]
    public void A_table_of_ones_own_is_named_from_where_the_file_will_be()
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "data"));
        folder.Write("data/own, all.csv", "a,b\n1,x\n2,y\n3,x\n4,y\n5,x\n6,y\n");
        string yaml = "dataset: {csv: \"own, all.csv\", target: b}\nmodels: {net: {kind: network, hidden: [4]}}\n";

        string written =
            TunedExperiment.Write(
                Path.Combine(folder.Path, "data/own.yaml"), yaml, "own, all",
                [new TunedModel("net", "net", "net", new Dictionary<string, string>())], "Own", Path.Combine(folder.Path, "results"));

        Assert.Contains("csv: \"../data/own, all.csv\"", written, StringComparison.Ordinal);
        var reader = new ExperimentLoader(TestVocabulary.Real) { TableFolders = [Path.Combine(folder.Path, "data")] };
        Experiment read = reader.Parse(Path.Combine(folder.Path, "results/own-tuned.yaml"), written);
        Assert.Equal("b", Assert.Single(read.Tables).Value.Target);
    }
}
