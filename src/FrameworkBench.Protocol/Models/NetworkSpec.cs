using System.Text.Json.Serialization;

namespace FrameworkBench.Protocol.Models;

/// <summary>A feed-forward neural network and how it is trained.</summary>
public sealed record NetworkSpec : ModelSpec
{
    /// <summary>The kind's word.</summary>
    public const string KindName = "network";

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Kind => KindName;

    /// <inheritdoc/>
    [JsonIgnore]
    public override bool IsNetwork => true;

    /// <inheritdoc/>
    [JsonIgnore]
    public override bool UsesValidation => Train.EarlyStopping is { Watch: not Watch.TrainingLoss };

    /// <summary>The layers from the first hidden one to the output.</summary>
    public required IReadOnlyList<LayerSpec> Layers { get; init; }

    /// <summary>How the network is trained.</summary>
    public required TrainingSpec Train { get; init; }

    /// <summary>Leaves dropout on while predicting: a mistake that a lesson shows.</summary>
    public bool DropoutAtInference { get; init; }

    /// <summary>Networks trained alike from as many seeds, whose predictions are averaged.</summary>
    public int Ensemble { get; init; } = 1;

    /// <summary>
    /// The same network with every open layer width (<see cref="DenseLayer.OutputUnits"/>, <see cref="DenseLayer.Between"/>) filled in.
    /// </summary>
    /// <param name="inputs">Input columns of the table, before any coding.</param>
    /// <param name="outputs">Units of the output layer: classes, or columns of the target.</param>
    public NetworkSpec WithWidths(int inputs, int outputs) =>
        this with { Layers = [.. Layers.Select(layer => layer is DenseLayer dense ? dense.WithUnits(inputs, outputs) : layer)] };

    /// <summary>
    /// The index of the layer behind which a row's code lies: the hidden dense layer of the fewest units, the first of those, with the
    /// activation that follows it. Null when there is no hidden layer.
    /// </summary>
    [JsonIgnore]
    public int? CodeLayer
    {
        get
        {
            DenseLayer[] hidden = [.. Layers.OfType<DenseLayer>().SkipLast(1)];
            if (hidden.MinBy(layer => layer.Units) is not { } narrowest)
                return null;
            int at = Layers.TakeWhile(layer => !ReferenceEquals(layer, narrowest)).Count();
            return at + 1 < Layers.Count && Layers[at + 1] is ActivationLayer ? at + 1 : at;
        }
    }

    /// <summary>Two networks are equal when their layers are, one by one.</summary>
    public bool Equals(NetworkSpec? other) =>
        other is not null && Layers.SequenceEqual(other.Layers) && Train == other.Train
        && DropoutAtInference == other.DropoutAtInference && Ensemble == other.Ensemble;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Layers.Count, Train, DropoutAtInference, Ensemble);
}
