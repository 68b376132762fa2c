using FrameworkBench.Datasets.Splits;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Searches;
using FrameworkBench.Tests.Experiments;
using FrameworkBench.Tuning;

namespace FrameworkBench.Tests.Tuning;

public sealed class TuningExperimentTests
{
    private const string Yaml = """
        dataset: wine
        split: {hold_out: 0.3}
        models:
          rule: {kind: network, hidden: [8]}
          searched: {like: rule, tune: {trials: 5, space: {dropout: {uniform: [0, 0.5]}}}}
          trees: {kind: boosted_trees, tune: {trials: 6, space: {max_depth: {whole: [2, 9]}}}}
          linear: {kind: linear}
        """;

    private static readonly Experiment Wine = new ExperimentLoader(TestVocabulary.Real).Parse("wines.yaml", Yaml);

    [Fact]
    public void Each_searched_model_stands_beside_itself_as_written_whether_the_experiment_has_it_or_not()
    {
        Experiment tuning = TuningExperiment.Of(Wine, new TuningRequest());

        Assert.Equal(["rule", "searched", "trees", "trees-tuned"], tuning.Models.Select(model => model.Name));
        Assert.Equal([false, true, false, true], tuning.Models.Select(model => model.Search is not null));
        Assert.All(
            tuning.Models.Where(model => model.Search is not null),
            model => Assert.Equal(tuning.Models.TakeWhile(other => other != model).Last(), TuningExperiment.AsWritten(tuning, model)));
        Assert.Equal("wines-tuning", tuning.Name);
    }

    [Fact]
    public void Seconds_of_the_experiment_do_not_count_because_all_splits_try_the_same()
    {
        Experiment timed = new ExperimentLoader(TestVocabulary.Real)
            .Parse("wines.yaml", Yaml.Replace("trials: 5,", "trials: 5, seconds: 9,", StringComparison.Ordinal));
        Search search = TuningExperiment.Of(timed, new TuningRequest()).Models.Single(model => model.Name == "searched").Search!;

        Assert.Equal(9, timed.Models.Single(model => model.Name == "searched").Search!.Seconds.Default);
        Assert.Equal((true, new ByProfile<double?>(null, null, null)), (search.SameCandidates, search.Seconds));
    }

    [Fact]
    public void Models_that_are_written_alike_share_one_twin_and_get_titles_of_their_own()
    {
        Experiment tuning = Tuning("""
            dataset: wine
            models:
              net: {title: a network, kind: network, hidden: [8]}
              net-random: {like: net, tune: {trials: 5, space: {dropout: {uniform: [0, 0.5]}}}}
              net-halving: {like: net, tune: {strategy: halving, trials: 5, space: {dropout: {uniform: [0, 0.5]}}}}
            """);

        Assert.Equal(["net", "net-random", "net-halving"], tuning.Models.Select(model => model.Name));
        Assert.Equal(["a network", "a network, tuned", "a network, net-halving"], tuning.Models.Select(model => model.Title));
    }

    [Fact]
    public void Searched_models_of_the_same_settings_share_the_first()
    {
        Experiment tuning = Tuning("""
            dataset: wine
            models:
              narrow: {kind: network, hidden: [8], tune: {trials: 5, space: {dropout: {uniform: [0, 0.5]}}}}
              wide: {like: narrow, tune: {trials: 3}}
            """);

        Assert.Equal(["narrow", "narrow-tuned", "wide"], tuning.Models.Select(model => model.Name));
        Assert.Equal([false, true, true], tuning.Models.Select(model => model.Search is not null));
    }

    [Fact]
    public void A_tuned_model_takes_no_name_that_another_one_has()
    {
        const string Taken = """
            dataset: wine
            models:
              network: {kind: network, hidden: [8], tune: {trials: 5, space: {dropout: {uniform: [0, 0.5]}}}}
              network-tuned: {kind: network, hidden: [4], tune: {trials: 3, space: {dropout: {uniform: [0, 0.5]}}}}
            """;
        Experiment tuning = Tuning(Taken);
        IReadOnlyList<TuningPair> pairs =
            TuningExperiment.PairsOf(new ExperimentLoader(TestVocabulary.Real).Parse("wines.yaml", Taken), new TuningRequest());

        Assert.Equal(["network", "network-tuned-2", "network-tuned", "network-tuned-tuned"], tuning.Models.Select(model => model.Name));
        Assert.Equal(["network", "network-tuned"], pairs.Select(pair => pair.Source.Name));
        Assert.Equal(pairs.Select(pair => pair.Source.Spec), pairs.Select(pair => pair.Tuned.Spec));
    }

    [Fact]
    public void Any_engine_may_tune_and_nothing_waits_for_its_turn()
    {
        Experiment tuning = Tuning("""
            dataset: wine
            engines: {quick: [scratch], default: [sklearn]}
            one_at_a_time: true
            models:
              net: {kind: network, hidden: [8], tune: {trials: 5, space: {dropout: {uniform: [0, 0.5]}}}}
            """);

        Assert.Equal((null, null, false), (tuning.Engines, tuning.At(Profile.Quick).Engines, tuning.OneAtATime));
    }

    [Fact]
    public void Rows_are_divided_into_five_parts_twice_over_unless_the_experiment_or_the_request_has_folds()
    {
        Experiment folded = Wine with { Split = new ByProfile<SplitPlan>(new KFold(3, 2), new KFold(3, 2), new KFold(3, 2)) };

        Assert.Equal(new KFold(5, 2, RandomState: 42, Stratified: true)
        {
            KeepDuplicatesTogether = true,
        }, TuningExperiment.Of(Wine, new TuningRequest()).Split.Default);
        Assert.Equal(new KFold(3, 2), TuningExperiment.Of(folded, new TuningRequest()).Split.Default);
        Assert.Equal(new KFold(10), TuningExperiment.Of(folded, new TuningRequest { Folds = 10 }).Split.Default);
    }

    [Fact]
    public void A_seed_draws_other_candidates_and_divides_otherwise()
    {
        string First(uint seed) => SampleTuning.Plan(new TuningRequest
        {
            Seed = seed,
        }).First(trial => trial.Search is not null).Search!.Candidates.ElementAt(1).Settings["feature_share"];

        Assert.Equal(First(3), First(3));
        Assert.NotEqual(First(0), First(3));
        Assert.Equal(45u, ((KFold)TuningExperiment.Of(Wine, new TuningRequest { Seed = 3 }).Split.Default).RandomState);
    }

    [Theory]
    [InlineData("serched", "wines.yaml: models.serched: 'serched' is not a model of this experiment; did you mean 'searched'?")]
    [InlineData("linear", "wines.yaml: models.linear: has no 'tune'; give the settings to search there, or in a --space file")]
    public void A_model_that_cannot_be_tuned_is_named(string model, string expected) =>
        Assert.Equal(expected, Assert.Throws<ExperimentException>(() => TuningExperiment.Of(Wine, new TuningRequest
        {
            Models = [model],
        })).Message);

    [Fact]
    public void An_experiment_without_a_search_says_what_is_missing() =>
        Assert.Equal(
            "wines.yaml: models: no model has 'tune'; give the settings to search there, or in a --space file",
            Assert.Throws<ExperimentException>(() => TuningExperiment.Of(Wine with
            {
                Models = [Wine.Models[0]],
            }, new TuningRequest())).Message);

    [Fact]
    public void Halving_asks_for_a_resource() =>
        Assert.Equal(
            "wines.yaml: models.trees: halving shortens a model's rounds, and this one leaves them to the framework; give 'rounds'",
            Assert.Throws<ExperimentException>(() => TuningExperiment.Of(Wine, new TuningRequest
            {
                Strategy = SearchStrategy.Halving,
            })).Message);

    private static Experiment Tuning(string yaml) =>
        TuningExperiment.Of(new ExperimentLoader(TestVocabulary.Real).Parse("wines.yaml", yaml).At(Profile.Default), new TuningRequest());
}
