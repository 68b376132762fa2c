using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Protocol;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Trials;
using FrameworkBench.Wording;

namespace FrameworkBench.Tests.Experiments;

/// <summary>Models of algorithms that only some engines know.</summary>
public sealed class CustomModelTests
{
    private const string Own =
        "{kind: custom, algorithm: own, parameters: {width: [8, 4], rate: 0.10, exact: true, metric: manhattan, id: '7'}}";

    [Theory]
    [InlineData(Own)]
    [InlineData("{parameters: {id: '7', exact: true, metric: manhattan, rate: 1e-1, width: [8.0, 4]}, algorithm: own, kind: custom}")]
    public void A_model_is_the_same_to_the_byte_however_it_is_written(string yaml) => Assert.Equal(
        """{"kind":"custom","algorithm":"own","parameters":{"exact":true,"id":"7","metric":"manhattan","rate":0.1,"width":[8,4]}}""",
        ProtocolJson.Write(Read($"  own: {yaml}")[0].Spec));

    [Fact]
    public void An_heir_changes_a_parameter_or_takes_it_away()
    {
        IReadOnlyList<ExperimentModel> models =
            Read($"  own: {Own}\n  heir: {{like: own, parameters: {{rate: 2, exact: null, width: null, id: null}}}}");

        Assert.Equal("own; metric manhattan, rate 2", ModelWords.Describe(models[1].Spec));
        Assert.NotEqual(models[0].Spec, models[1].Spec);
    }

    [Fact]
    public void Parameters_are_varied_and_searched_like_other_settings()
    {
        IReadOnlyList<ExperimentModel> models = Read(
            "  own: {kind: custom, algorithm: own, vary: {parameters.k: [1, 3]}}\n"
            + "  searched: {kind: custom, algorithm: own, tune: {trials: 4, space: {parameters.rate: {uniform: [0, 0.5]}, "
            + "parameters.metric: {choice: [l1, l2]}}}}");

        Assert.Equal(["own; k 1", "own; k 3", "own, default settings"], models.Select(model => ModelWords.Describe(model.Spec)));
        Assert.All(Enumerable.Range(0, 9).Select(seed => (CustomSpec)models[2].Search!.Draw((uint)seed).Model.Spec), drawn =>
        {
            Assert.InRange(drawn.Parameters["rate"].GetDouble(), 0, 0.5);
            Assert.Contains(drawn.Parameters["metric"].GetString(), new[] { "l1", "l2" });
        });
    }

    [Fact]
    public void Halving_has_nothing_to_shorten() => Assert.Equal(
        "own.yaml:3: models.own.tune.strategy: halving shortens epochs, rounds or trees, and a model of kind custom has none of them; "
            + "use random",
        Assert.Throws<ExperimentException>(() => Read("  own: {kind: custom, algorithm: own, tune: {trials: 4, strategy: halving, "
            + "space: {parameters.k: {whole: [1, 9]}}}}")).Message);

    [Fact]
    public void Only_engines_that_list_the_algorithm_run_it()
    {
        ModelSpec spec = new CustomSpec { Algorithm = "own" };
        var able = new Capabilities { Models = ["custom"], Algorithms = ["own"] };

        Assert.Null(Missing(able));
        Assert.Equal("algorithm own", Missing(able with { Algorithms = ["other"] }));
        Assert.Equal("algorithm own", Missing(new Capabilities { Models = ["network"] }));
        Assert.Equal("model custom", Missing(able with { Models = ["network"] }));

        string? Missing(Capabilities can) => CapabilityCheck.Missing(can, spec, TaskKind.Binary, Precision.Float32);
    }

    private static IReadOnlyList<ExperimentModel> Read(string models) =>
        new ExperimentLoader(TestVocabulary.Real).Parse("own.yaml", $"dataset: wine\nmodels:\n{models}\n").Models;
}
