using System.Globalization;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Reading;

namespace FrameworkBench.Experiments.Models;

/// <summary>Reads the layers of a network, as <c>- {dense: 16, activation: relu, init: he_normal}</c>.</summary>
internal static class LayerReader
{
    private static readonly string[] LayerWords = ["dense", "activation", "dropout", "batch_norm"];

    /// <summary>One layer, or null after noting what is wrong with it.</summary>
    public static LayerSpec? Read(Value value)
    {
        if (value.Scalar == "batch_norm")
            return new BatchNormLayer();
        if (value.Node is not MappingNode mapping)
        {
            value.Fail($"{value.Found()}; must be a layer, such as {{dense: 16, activation: relu}}, {{dropout: 0.3}} or batch_norm");
            return null;
        }

        // A dense layer has an activation too, so the words are tried in this order.
        string? word = LayerWords.FirstOrDefault(word => mapping.Entries.Any(entry => entry.Key == word));
        switch (word)
        {
            case "dense":
                return Dense(value.AsMapping("dense")!);
            case "activation":
                return Activation(value.AsMapping("activation_layer")!);
            case "dropout":
                return value.AsMapping("dropout")!.At("dropout")?.AsNumber() is double rate ? new DropoutLayer { Rate = rate } : null;
            case "batch_norm":
                return BatchNorm(value.AsMapping("batch_norm")!);
            default:
                string found = mapping.Entries.Count == 0
                    ? "" : $"; '{mapping.Entries[0].Key}' is none of them, {ClosestName.Hint(mapping.Entries[0].Key, [.. LayerWords])}";
                value.Fail($"a layer needs one of the keys {string.Join(", ", LayerWords)}{found}");
                return null;
        }
    }

    /// <summary>How the weights of a layer, or of all of them, start; as the framework has it where nothing is said.</summary>
    public static Initialization InitOf(Mapping mapping) =>
        (mapping.At("init") is { } init ? Init(init) : null) ?? new Initialization(InitializationKind.Default);

    /// <summary>
    /// How weights start: a word such as <c>he_normal</c>, or <c>{normal: 0.5}</c> and <c>{uniform: 0.1}</c> with their scale.
    /// </summary>
    public static Initialization? Init(Value value)
    {
        if (value.IsMapping)
        {
            Mapping mapping = value.AsMapping()!;
            if (mapping.Node.Entries.Count != 1)
                mapping.Fail("must have one key: normal with its standard deviation, or uniform with its limit");
            double? normal = mapping.At("normal")?.AsNumber();
            double? uniform = mapping.At("uniform")?.AsNumber();
            return normal is double deviation ? new Initialization(InitializationKind.Normal, deviation)
                : uniform is double limit ? new Initialization(InitializationKind.Uniform, limit)
                : null;
        }

        if (value.AsWord<InitializationKind>("an initialisation") is not { } kind)
            return null;
        if (kind is not (InitializationKind.Normal or InitializationKind.Uniform))
            return new Initialization(kind);
        value.Fail($"'{value.Scalar}' needs its scale; write {{{value.Scalar}: 0.1}}");
        return null;
    }

    private static DenseLayer? Dense(Mapping mapping)
    {
        if (mapping.At("dense") is not { } units)
            return null;
        Activation activation = mapping.Word<Activation>("activation");
        return new DenseLayer
        {
            Units = Units(units) ?? 1,
            Activation = activation,
            Slope = Slope(mapping, activation),
            Init = InitOf(mapping),
        };
    }

    private static int? Units(Value value)
    {
        if (value.Scalar == "outputs")
            return DenseLayer.OutputUnits;
        if (value.Node is ScalarNode { Quoted: false } && NumberRange.Whole(1) is var range
            && double.TryParse(value.Scalar, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && range.Contains(number))
            return (int)number;
        value.Fail($"{value.Found()}; must be a number of units of at least 1, or 'outputs' for one per class or target");
        return null;
    }

    private static ActivationLayer? Activation(Mapping mapping)
    {
        if (mapping.At("activation")?.AsWord<Activation>() is not { } activation)
            return null;
        return new ActivationLayer { Activation = activation, Slope = Slope(mapping, activation) };
    }

    /// <summary>The slope of a leaky ReLU left of 0; the usual one where none is given.</summary>
    public static double Slope(Mapping mapping, Activation activation)
    {
        if (activation != Protocol.Models.Activation.LeakyRelu)
            mapping.At("slope")?.Fail("only the activation leaky_relu has a slope");
        return mapping.Number("slope");
    }

    private static BatchNormLayer? BatchNorm(Mapping outer)
    {
        if (outer.At("batch_norm")?.AsMapping() is not { } settings)
            return null;
        return settings.Into(new BatchNormLayer(), "momentum", "epsilon");
    }
}
