using FrameworkBench.Datasets.Preparation;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Claims;
using FrameworkBench.Experiments.Searches;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Tests.Experiments;

/// <summary>Models that vary along axes, and claims that are made for each of several values.</summary>
public sealed class VariationTests
{
    private static readonly ExperimentLoader Loader = new(TestVocabulary.Instance);

    private static readonly Experiment Sweep = Loader.Load(ExperimentFiles.Sweep);

    [Fact]
    public void A_model_that_varies_is_a_model_for_each_combination_the_last_axis_the_fastest() =>
        Assert.Equal(
            [
                "usual-tanh-1", "usual-relu-1", "small-tanh-2", "he-tanh-2", "usual-tanh-2", "he-relu-2", "usual-relu-2",
                "rate-1e-3", "rate-0.1", "heir", "lone",
            ],
            Sweep.Models.Select(model => model.Name));

    [Fact]
    public void Titles_say_the_titles_of_values_and_write_numbers_out() =>
        Assert.Equal(
            [
                "usual, tanh × 1", "usual, ReLU × 1", "N(0, 0.01²), tanh × 2", "He, tanh × 2", "usual, tanh × 2",
                "He, ReLU × 2", "usual, ReLU × 2",
                "a network, 0.001", "a network, 0.1", "a network, 0.1", "a tree",
            ],
            Sweep.Models.Select(model => model.Title));

    [Fact]
    public void Values_set_keys_over_those_of_the_model_and_mappings_are_merged()
    {
        NetworkSpec[] networks = [SpecOf("small-tanh-2"), SpecOf("he-tanh-2"), SpecOf("usual-tanh-2")];

        Assert.Equal(
            [new(InitializationKind.Normal, 0.01), new(InitializationKind.HeNormal), new(InitializationKind.Uniform, 0.1)],
            networks.Select(InitOf));
        Assert.Equal([20, 30, 20], networks.Select(network => network.Train.Epochs));
        Assert.All(networks, network => Assert.Equal((Optimizer.Adam, 32), (network.Train.Optimizer, network.Train.BatchSize)));
        Assert.Equal(2, SpecOf("usual-tanh-1").Layers.OfType<DenseLayer>().Count());
    }

    [Fact]
    public void A_model_may_be_like_one_that_is_named_by_its_coordinates()
    {
        NetworkSpec rate = SpecOf("rate-1e-3");

        Assert.Equal((0.001, 30, 32), (rate.Train.LearningRate, rate.Train.Epochs, rate.Train.BatchSize));
        Assert.Equal((0.1, 40), (SpecOf("heir").Train.LearningRate, SpecOf("heir").Train.Epochs));
        Assert.Equal(new ByProfile<int>(1, 1, 1), Sweep.Models.Single(model => model.Name == "heir").Seeds);
    }

    [Fact]
    public void Coordinates_say_where_a_model_stands_and_a_model_of_its_own_has_none()
    {
        var models = Sweep.Models.ToDictionary(model => model.Name, model => model.Coordinates, StringComparer.Ordinal);

        Assert.Equal([new("hidden_layers", "2", "2"), new("activation", "relu", "ReLU"), new("start", "he", "He")], models["he-relu-2"]);
        Assert.Equal([new("learning_rate", "1e-3", "0.001"), new("seeds", "one", "one")], models["rate-1e-3"]);
        Assert.Equal([2, null, null], models["he-relu-2"].Select(coordinate => coordinate.Number));
        Assert.Equal(0.001, models["rate-1e-3"][0].Number);
        Assert.Equal("learning rate", models["rate-1e-3"][0].AxisTitle);
        Assert.Empty(models["heir"]);
    }

    [Fact]
    public void A_claim_for_each_value_is_as_if_every_one_were_written_out()
    {
        Assert.Equal(["slow-tanh", "fast-tanh", "slow-relu", "fast-relu", "deep"], Sweep.Claims.Select(claim => claim.Id));
        ClaimSpec written = Loader.Parse("one.yaml", """
            dataset: wine
            models:
              usual-relu-2: {kind: tree}
            claims:
              - id: fast-relu
                says: relu learns, fast as it is, at 0.1.
                source: {document: A document, section: On relu}
                kind: reaches
                model: usual-relu-2
                metric: accuracy
                value: 0.8
                by_construction: it is so
            """).Claims[0];
        Assert.Equal(written, Sweep.Claims[3] with { Line = written.Line });
        Assert.Null(Sweep.Claims[0].ByConstruction);
        Assert.All(Sweep.Claims.Take(4), claim => Assert.Equal(Sweep.Claims[0].Line, claim.Line));
        Assert.Equal(("usual-tanh-2", "usual-tanh-1"), (Sweep.Claims[4].Model, Sweep.Claims[4].Against));
    }

    [Fact]
    public void What_an_experiment_says_goes_before_its_preset()
    {
        Assert.Equal((new ByProfile<int>(1, 2, 5), 1000), (Sweep.Models[0].Seeds, Sweep.FirstSeed));
        Assert.Equal(new AllRows(), Sweep.Split.Default);
        Assert.Equal(new PreparationPlan { Inputs = InputScaling.Raw }, Sweep.Models[0].Preparation);
    }

    [Fact]
    public void A_search_space_of_a_file_may_name_one_of_the_models()
    {
        using var folder = new TemporaryFolder();
        string spaces = folder.Write("spaces.yaml", "he-relu-2: {train.epochs: {whole: [5, 9]}}\n");

        Experiment searched = Loader.Parse(ExperimentFiles.Sweep, File.ReadAllText(ExperimentFiles.Sweep), spaces);

        Assert.Equal(["train.epochs"], Assert.Single(searched.Models, model => model.Search is not null).Search!.Settings);
        Assert.Equal(3, searched.Models.Single(model => model.Name == "he-relu-2").Coordinates.Count);
    }

    [Fact]
    public void A_tuned_experiment_is_written_without_axes()
    {
        string yaml = File.ReadAllText(ExperimentFiles.Sweep);
        var best = new TunedModel("he-relu-2", "best", "the best", new Dictionary<string, string>());

        string written = TunedExperiment.Write(ExperimentFiles.Sweep, yaml, "wine", [best], "Tuned", "results");

        Experiment read = Loader.Parse("tuned.yaml", written);

        Assert.Equal(SpecOf("he-relu-2"), Assert.Single(read.Models).Spec);
        Assert.Equal((Sweep.FirstSeed, Sweep.Split, Sweep.Models[0].Seeds), (read.FirstSeed, read.Split, read.Models[0].Seeds));
        Assert.Empty(read.Models[0].Coordinates);
    }

    private static NetworkSpec SpecOf(string name) => (NetworkSpec)Sweep.Models.Single(model => model.Name == name).Spec;

    private static Initialization InitOf(NetworkSpec network) => network.Layers.OfType<DenseLayer>().First().Init;
}
