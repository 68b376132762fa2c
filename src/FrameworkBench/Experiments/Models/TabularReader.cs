using FrameworkBench.Protocol.Models.Tabular;
using FrameworkBench.Reading;

namespace FrameworkBench.Experiments.Models;

/// <summary>Reads the networks that were made for tables. What a file does not say has the published default.</summary>
internal static class TabularReader
{
    /// <summary>A RealMLP; the defaults are those of its variant.</summary>
    public static RealMlpSpec RealMlp(Mapping mapping)
    {
        var start = RealMlpSpec.Of(mapping.Word<RealMlpVariant>("variant"));
        return mapping.Into(
            start, "parametric_activation", "input_scale", "frequency_scale", "learning_rate", "dropout", "weight_decay",
            "label_smoothing", "epochs", "batch_size", "ensemble") with
        {
            Hidden = Hidden(mapping) ?? start.Hidden,
            Activation = mapping.At("activation")?.AsWord<RealMlpActivation>(),
            NumericEmbedding = mapping.At("numeric_embedding")?.AsWord<NumericEmbedding>() ?? start.NumericEmbedding,
        };
    }

    /// <summary>A TabM.</summary>
    public static TabMSpec TabM(Mapping mapping)
    {
        var start = new TabMSpec();
        return mapping.Into(start, "members", "dropout", "learning_rate", "weight_decay", "epochs", "batch_size", "patience") with
        {
            Hidden = Hidden(mapping) ?? start.Hidden,
        };
    }

    private static int[]? Hidden(Mapping mapping) =>
        mapping.At("hidden")?.AsItems() is { } items ? [.. items.Select(item => item.AsWhole() ?? 1)] : null;
}
