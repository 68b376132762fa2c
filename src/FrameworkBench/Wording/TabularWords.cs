using FrameworkBench.Protocol.Models.Tabular;

namespace FrameworkBench.Wording;

/// <summary>Says in words what a network for tables is.</summary>
internal static class TabularWords
{
    /// <summary>A RealMLP in one sentence, without the full stop.</summary>
    internal static string Describe(RealMlpSpec network) => Join(
        network.Variant == RealMlpVariant.Td ? "RealMLP-TD" : "RealMLP-TD-S",
        Layers(network.Hidden),
        $"{(network.ParametricActivation ? "parametric " : "")}{Name(network.Activation)}",
        network.NumericEmbedding == NumericEmbedding.Pbld ? "periodic embeddings of numeric inputs" : null,
        $"learning rate {(network.LearningRate is double rate ? Figures.Setting(rate) : "by task")} in four cosine cycles",
        Some("dropout", network.Dropout),
        Some("weight decay", network.WeightDecay),
        Some("label smoothing", network.LabelSmoothing),
        $"batches of {network.BatchSize}",
        $"best of {Counting.Of(network.Epochs, "epoch")}",
        network.Ensemble > 1 ? $"average of {network.Ensemble} networks" : null);

    /// <summary>A TabM in one sentence, without the full stop.</summary>
    internal static string Describe(TabMSpec network) => Join(
        $"TabM of {Counting.Of(network.Members, "member")}",
        Layers(network.Hidden),
        Some("dropout", network.Dropout),
        $"AdamW with learning rate {Figures.Setting(network.LearningRate)}",
        Some("weight decay", network.WeightDecay),
        $"batches of {network.BatchSize}",
        $"at most {Counting.Of(network.Epochs, "epoch")}",
        $"stops after {Counting.Of(network.Patience, "epoch")} without a lower validation loss");

    private static string Join(params IEnumerable<string?> parts) => string.Join("; ", parts.OfType<string>());

    private static string Layers(IReadOnlyList<int> hidden) => $"hidden layers of {string.Join(", ", hidden)} units";

    private static string? Some(string name, double value) => value == 0 ? null : $"{name} {Figures.Setting(value)}";

    private static string Name(RealMlpActivation? activation) => activation switch
    {
        RealMlpActivation.Relu => "ReLU",
        RealMlpActivation.Selu => "SELU",
        RealMlpActivation.Mish => "Mish",
        null => "SELU or Mish by task",
    };
}
