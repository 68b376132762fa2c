using System.Text.Json.Serialization;
using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Protocol.Models.Tabular;

/// <summary>
/// RealMLP: a multilayer perceptron with the defaults that Holzmüller, Grinsztajn and Steinwart tuned on a benchmark of tables ("Better by
/// Default", NeurIPS 2024). docs/model-spec.md gives every formula and the order of its parameter arrays. What is null follows the task
/// and is filled in before an engine sees it.
/// </summary>
public sealed record RealMlpSpec : ModelSpec
{
    /// <summary>The kind's word.</summary>
    public const string KindName = "realmlp";

    /// <summary>The most categories of an input that are one-hot encoded; an input with more is embedded by the network.</summary>
    public const int MostOneHot = 8;

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Kind => KindName;

    /// <inheritdoc/>
    [JsonIgnore]
    public override bool IsNetwork => true;

    /// <inheritdoc/>
    [JsonIgnore]
    public override bool UsesValidation => true;

    /// <summary>Which of the two published variants it is: decides the initialisation, and whether predicted values are clamped.</summary>
    public RealMlpVariant Variant { get; init; } = RealMlpVariant.Td;

    /// <summary>Units of each hidden layer.</summary>
    public IReadOnlyList<int> Hidden { get; init; } = [256, 256, 256];

    /// <summary>What follows each hidden layer; null is SELU for classes and Mish for values.</summary>
    public RealMlpActivation? Activation { get; init; }

    /// <summary>Whether each hidden unit learns how much of its activation's curvature it takes: x + a·(f(x) − x), a from 1.</summary>
    public bool ParametricActivation { get; init; } = true;

    /// <summary>Whether each input of the first layer has a factor that is learnt.</summary>
    public bool InputScale { get; init; } = true;

    /// <summary>How a numeric input becomes several.</summary>
    public NumericEmbedding NumericEmbedding { get; init; } = NumericEmbedding.Pbld;

    /// <summary>Standard deviation of the frequencies that the embedding of numeric inputs starts from.</summary>
    public double FrequencyScale { get; init; } = 0.1;

    /// <summary>The step size before its schedule; null is 0.04 for classes and 0.2 (<see cref="RealMlpVariant.TdS"/>: 0.07) for values.</summary>
    public double? LearningRate { get; init; }

    /// <summary>Share of the hidden activations that is dropped, before its schedule.</summary>
    public double Dropout { get; init; } = 0.15;

    /// <summary>Decoupled weight decay, before its schedule.</summary>
    public double WeightDecay { get; init; } = 0.02;

    /// <summary>The share of each class target that is spread over all classes; of no use for values.</summary>
    public double LabelSmoothing { get; init; } = 0.1;

    /// <summary>Passes over the training rows: always all, of which the best by the validation rows is kept.</summary>
    public int Epochs { get; init; } = 256;

    /// <summary>Rows an update; the rest of an epoch that does not fill a batch is left out of it.</summary>
    public int BatchSize { get; init; } = 256;

    /// <summary>Networks trained alike from as many seeds, whose predictions are averaged.</summary>
    public int Ensemble { get; init; } = 1;

    /// <summary>The published defaults of a variant.</summary>
    public static RealMlpSpec Of(RealMlpVariant variant) => variant switch
    {
        RealMlpVariant.Td => new RealMlpSpec(),
        RealMlpVariant.TdS => new RealMlpSpec
        {
            Variant = RealMlpVariant.TdS,
            ParametricActivation = false,
            NumericEmbedding = NumericEmbedding.None,
            Dropout = 0,
            WeightDecay = 0,
        },
    };

    /// <summary>The same network with everything that follows the task filled in.</summary>
    public RealMlpSpec For(TaskKind task)
    {
        bool classes = task is TaskKind.Binary or TaskKind.Multiclass;
        double rateOfValues = Variant == RealMlpVariant.Td ? 0.2 : 0.07;
        return this with
        {
            Activation = Activation ?? (classes ? RealMlpActivation.Selu : RealMlpActivation.Mish),
            LearningRate = LearningRate ?? (classes ? 0.04 : rateOfValues),
            LabelSmoothing = classes ? LabelSmoothing : 0,
        };
    }

    /// <summary>Two networks are equal when their settings are, hidden layer by hidden layer.</summary>
    public bool Equals(RealMlpSpec? other) => other is not null && Hidden.SequenceEqual(other.Hidden) && Settings == other.Settings;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Hidden.Count, Settings);

    private (RealMlpVariant, RealMlpActivation?, bool, bool, NumericEmbedding, (double, double?, double, double, double), int, int, int)
        Settings => (Variant, Activation, ParametricActivation, InputScale, NumericEmbedding,
            (FrequencyScale, LearningRate, Dropout, WeightDecay, LabelSmoothing), Epochs, BatchSize, Ensemble);
}
