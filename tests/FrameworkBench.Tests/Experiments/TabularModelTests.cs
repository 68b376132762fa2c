using FrameworkBench.Experiments;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Protocol.Models.Tabular;
using FrameworkBench.Wording;

namespace FrameworkBench.Tests.Experiments;

/// <summary>The networks for tables, as experiments write them.</summary>
public class TabularModelTests
{
    private static readonly ExperimentLoader Loader = new(TestVocabulary.Instance);

    private const string Head = "dataset: iris\nvalidation: {fraction: 0.2}\nmodels:\n";

    [Fact]
    public void What_is_not_said_has_the_default_of_the_variant()
    {
        Assert.Equal(new RealMlpSpec(), Read("  a: {kind: realmlp}"));
        Assert.Equal(
            new RealMlpSpec
            {
                Variant = RealMlpVariant.TdS,
                NumericEmbedding = NumericEmbedding.None,
                ParametricActivation = false,
                Dropout = 0,
                WeightDecay = 0,
            },
            Read("  a: {kind: realmlp, variant: td_s}"));
        Assert.Equal(new TabMSpec(), Read("  a: {kind: tabm}"));
    }

    [Theory]
    [InlineData(RealMlpVariant.Td, TaskKind.Multiclass, RealMlpActivation.Selu, 0.04, 0.1)]
    [InlineData(RealMlpVariant.Td, TaskKind.Regression, RealMlpActivation.Mish, 0.2, 0)]
    [InlineData(RealMlpVariant.TdS, TaskKind.Binary, RealMlpActivation.Selu, 0.04, 0.1)]
    [InlineData(RealMlpVariant.TdS, TaskKind.Regression, RealMlpActivation.Mish, 0.07, 0)]
    public void Activation_rate_and_smoothing_follow_the_task(
        RealMlpVariant variant, TaskKind task, RealMlpActivation activation, double rate, double smoothing)
    {
        RealMlpSpec filled = RealMlpSpec.Of(variant).For(task);

        Assert.Equal((activation, rate, smoothing), (filled.Activation!.Value, filled.LearningRate!.Value, filled.LabelSmoothing));
    }

    [Theory]
    [InlineData("dataset: iris\nmodels:\n  a: {kind: tabm}", "a tabm stops by the validation loss, but no rows are set aside")]
    [InlineData(Head + "  a: {kind: linear, inputs: {categories: mixed}}", "only a realmlp of variant td embeds categories")]
    [InlineData(Head + "  a: {kind: realmlp, variant: td_s, inputs: {categories: mixed}}", "only a realmlp of variant td embeds")]
    [InlineData(Head + "  a: {kind: realmlp, activation: tanh}", "relu, selu, mish")]
    [InlineData(Head + "  a: {kind: realmlp, hidden: [256, 0]}", "at least 1")]
    public void What_cannot_be_is_said(string text, string message)
    {
        var error = Assert.Throws<ExperimentException>(() => Loader.Parse("test.yaml", text));

        Assert.Contains(message, error.Message);
    }

    [Fact]
    public void Both_are_described_in_a_sentence()
    {
        Assert.Equal(
            "RealMLP-TD; hidden layers of 256, 256, 256 units; parametric SELU; periodic embeddings of numeric inputs; "
                + "learning rate 0.04 in four cosine cycles; dropout 0.15; weight decay 0.02; label smoothing 0.1; batches of 256; "
                + "best of 256 epochs",
            ModelWords.Describe(new RealMlpSpec().For(TaskKind.Binary)));
        Assert.StartsWith("TabM of 32 members; hidden layers of 512, 512, 512 units; ", ModelWords.Describe(new TabMSpec()));
    }

    private static ModelSpec Read(string model) => Loader.Parse("test.yaml", Head + model).Models.Single().Spec;
}
