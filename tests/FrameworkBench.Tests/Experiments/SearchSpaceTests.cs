using FrameworkBench.Datasets.Preparation;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Experiments.Searches;
using FrameworkBench.Experiments.Splits;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Tests.Experiments;

/// <summary>Settings that are sound each by itself and not together, and settings that an experiment says for all its models.</summary>
public sealed class SearchSpaceTests
{
    private static readonly ExperimentLoader Loader = new(TestVocabulary.Real);

    [Fact]
    public void A_draw_that_no_model_can_have_is_drawn_again()
    {
        Search search = SearchOf("{kind: network, hidden: [4], tune: {trials: 9, space: {train.optimizer: {choice: [adam, "
            + "gradient_descent]}, train.batch_size: {choice: [16, all]}}}}");

        TrainingSpec[] drawn = [.. Enumerable.Range(0, 100).Select(seed => ((NetworkSpec)search.Draw((uint)seed).Model.Spec).Train)];

        Assert.Equal(
            [(Optimizer.Adam, 16), (Optimizer.Adam, null), (Optimizer.GradientDescent, (int?)null)],
            drawn.Select(train => (train.Optimizer, train.BatchSize)).Distinct()
                .OrderBy(pair => pair.Optimizer == Optimizer.GradientDescent).ThenByDescending(pair => pair.BatchSize));
    }

    [Fact]
    public void What_a_seed_drew_first_stays_where_it_makes_a_model()
    {
        const string Settings = "train.optimizer: {choice: [adam, gradient_descent]}, train.learning_rate: {uniform: [0.1, 0.9]}";
        Search free = SearchOf($"{{kind: network, hidden: [4], tune: {{trials: 9, space: {{{Settings}}}}}}}");
        Search bound = SearchOf("{kind: network, hidden: [4], train: {epochs: 5}, tune: {trials: 9, space: {" + Settings
            + ", train.batch_size: {choice: [16, 32]}}}}");

        var both = Enumerable.Range(0, 20).Select(seed => (Free: free.Draw((uint)seed).Settings, Bound: bound.Draw((uint)seed).Settings))
            .ToList();

        Assert.All(both, pair => Assert.Equal("adam", pair.Bound["train.optimizer"]));
        Assert.All(
            both.Where(pair => pair.Free["train.optimizer"] == "adam"),
            pair => Assert.Equal(pair.Free["train.learning_rate"], pair.Bound["train.learning_rate"]));
        Assert.Contains(both, pair => pair.Free["train.optimizer"] != "adam");
    }

    [Fact]
    public void A_value_that_only_another_drawn_one_allows_is_allowed() =>
        Assert.Contains(
            "gradient_descent",
            Enumerable.Range(0, 50).Select(seed => SearchOf("{kind: network, hidden: [4], train: {batch_size: 32}, tune: {trials: 9, "
                + "space: {train.optimizer: {choice: [adam, gradient_descent]}, train.batch_size: {choice: [32, all]}}}}")
                    .Draw((uint)seed).Settings["train.optimizer"]));

    [Theory]
    [InlineData(
        "{kind: network, hidden: [4], tune: {trials: 9, space: {train.optimizer: {choice: [gradient_descent]}, train.batch_size: "
            + "{choice: [16]}}}}",
        "searched.yaml:3: models.net.tune.space: none of 1000 draws makes a model; train.optimizer: gradient_descent, train.batch_size: "
            + "16: gradient_descent takes all rows at once; remove batch_size, or use sgd")]
    [InlineData(
        "{kind: network, hidden: [4], train: {batch_size: 32}, tune: {trials: 9, space: {train.optimizer: {choice: [adam, "
            + "gradient_descent]}, train.learning_rate: {uniform: [0.1, 0.9]}}}}",
        "searched.yaml:3: models.net.train.batch_size: gradient_descent takes all rows at once; remove batch_size, or use sgd")]
    [InlineData(
        "{kind: linear, tune: {trials: 9, space: {inputs.missing: {choice: [keep, impute_mean]}}}}",
        "searched.yaml:3: models.net.inputs: only tree models take missing values; a linear model needs 'missing: impute_median' or "
            + "'impute_mean'")]
    public void What_no_model_can_have_is_reported_when_the_file_is_read(string model, string expected) =>
        Assert.Equal(expected, Assert.Throws<ExperimentException>(() => Parse("", model)).Message);

    [Fact]
    public void A_drawn_setting_leaves_the_rest_of_what_the_experiment_prepares_and_sets_aside()
    {
        ExperimentModel[] drawn = Draw(
            "inputs: {target: standardise, missing: keep, scaling: raw}\nvalidation: {fraction: 0.1, random_state: seed, "
                + "keep_duplicates_together: true}\n",
            "{kind: boosted_trees, rounds: 9, tune: {trials: 9, space: {inputs.scaling: {choice: [standardise, quantile]}, "
                + "validation.fraction: {uniform: [0.2, 0.3]}}}}");

        Assert.All(drawn, model =>
        {
            Assert.Equal(new PreparationPlan
            {
                Inputs = model.Preparation.Inputs,
                Missing = MissingTreatment.Keep,
                Target = TargetScaling.Standardize,
            }, model.Preparation);
            Assert.Contains(model.Preparation.Inputs, new[] { InputScaling.Standardize, InputScaling.Quantile });
            Assert.InRange(model.Validation!.Plan.Fraction, 0.2, 0.3);
            Assert.Equal(new ValidationSetting(new ValidationPlan(model.Validation.Plan.Fraction)
            {
                KeepDuplicatesTogether = true,
            }, FromSeed: true), model.Validation);
        });
    }

    [Theory]
    [InlineData("inputs: min_max\n", "{kind: linear, tune: {trials: 9, space: {inputs.indicator: {choice: [true]}}}}")]
    [InlineData("inputs: raw\n", "{kind: linear, inputs: min_max, tune: {trials: 9, space: {inputs.indicator: {choice: [true]}}}}")]
    [InlineData("inputs: min_max\n", "{kind: linear, inputs: null, tune: {trials: 9, space: {inputs.indicator: {choice: [true]}}}}")]
    public void A_scaling_given_by_its_word_alone_stays_too(string settings, string model) =>
        Assert.All(Draw(settings, model), drawn => Assert.Equal(new PreparationPlan
        {
            Inputs = InputScaling.MinMax,
            Indicator = true,
        }, drawn.Preparation));

    [Fact]
    public void A_candidate_is_written_back_with_what_the_experiment_prepares()
    {
        const string Yaml = "dataset: wine\ninputs: {scaling: min_max, indicator: true}\nmodels:\n  net: {kind: linear, tune: {trials: "
            + "9, space: {inputs.scaling: {choice: [raw]}}}}\n";
        SearchDraw draw = Loader.Parse("wine-net.yaml", Yaml).Models[0].Search!.Draw(0);

        string written =
            TunedExperiment.Write("wine-net.yaml", Yaml, "wine", [new TunedModel("net", "net", "net", draw.Settings)], "Wine", "results");

        Assert.Equal(draw.Model.Preparation, Loader.Parse("wine-net-tuned.yaml", written).Models[0].Preparation);
        Assert.Equal(new PreparationPlan { Inputs = InputScaling.Raw, Indicator = true }, draw.Model.Preparation);
    }

    private static ExperimentModel[] Draw(string settings, string model)
    {
        Search search = Parse(settings, model).Models[0].Search!;
        return [.. Enumerable.Range(0, 20).Select(seed => search.Draw((uint)seed).Model)];
    }

    private static Search SearchOf(string model) => Parse("", model).Models[0].Search!;

    private static Experiment Parse(string settings, string model) =>
        Loader.Parse("searched.yaml", $"dataset: concrete\n{settings}models:\n  net: {model}\n");
}
