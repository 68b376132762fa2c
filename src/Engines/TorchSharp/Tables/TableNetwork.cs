using FrameworkBench.Protocol.Arrays;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace FrameworkBench.Engines.TorchSharp.Tables;

/// <summary>A network made for tables: its parameters in the specification's order, its forward pass, and what it drops.</summary>
internal abstract class TableNetwork
{
    private IReadOnlyList<Tensor>? masks;

    /// <summary>All that is learnt, in the order of docs/model-spec.md.</summary>
    public abstract IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>Whether values are dropped.</summary>
    public bool IsTraining { get; set; }

    /// <summary>Share of the hidden activations that is dropped from the next update on.</summary>
    public double DropoutRate { get; set; }

    /// <summary>Where the batch's first row stands among all rows that training visits, from 0; given masks are read from there.</summary>
    public long FirstVisit { get; set; }

    /// <summary>Values that each dropout layer sees of a row; empty without dropout.</summary>
    protected abstract IReadOnlyList<int> DroppedUnits { get; }

    /// <summary>The outputs before any softmax.</summary>
    public abstract Tensor Outputs(TableRows rows);

    /// <summary>Puts given weights in place of the drawn ones.</summary>
    /// <exception cref="InvalidDataException">Their number or a shape does not fit.</exception>
    public void Load(IReadOnlyList<NpyArray> weights) => GivenStart.Load(Parameters, weights, transposed: false);

    /// <summary>Takes what is dropped while training, instead of drawing it.</summary>
    /// <exception cref="InvalidDataException">The masks are not those of the dropout layers.</exception>
    public void Mask(IReadOnlyList<NpyArray> keeps, ScalarType type)
    {
        IReadOnlyList<int> units = DroppedUnits;
        if (keeps.Count != units.Count)
            throw new InvalidDataException($"dropout_masks has {keeps.Count} arrays, the network has {units.Count} dropout layers.");
        for (int layer = 0; layer < units.Count; layer++)
        {
            if (keeps[layer].Columns != units[layer])
            {
                throw new InvalidDataException(
                    $"dropout_masks[{layer}] has {keeps[layer].Columns} columns, the network needs {units[layer]}.");
            }
        }

        masks = [.. keeps.Select(layer => Arrays.ToTensor(layer, type))];
    }

    /// <summary>What a hidden layer's dropout leaves; given masks hold the values of a row one after another.</summary>
    protected Tensor Drop(int layer, Tensor values)
    {
        if (!IsTraining || DroppedUnits.Count == 0)
            return values;
        return masks is null
            ? nn.functional.dropout(values, DropoutRate)
            : values * masks[layer].narrow(0, FirstVisit, values.shape[0]).reshape(values.shape) / (1 - DropoutRate);
    }

    /// <summary>Numbers from U(−bound, bound).</summary>
    protected static Parameter Uniform(double bound, ScalarType type, params long[] shape) =>
        new((rand(shape, dtype: type) * 2 - 1) * bound);

    /// <summary>Numbers from N(0, scale²).</summary>
    protected static Parameter Normal(double scale, ScalarType type, params long[] shape) => new(randn(shape, dtype: type) * scale);

    /// <summary>Ones.</summary>
    protected static Parameter Ones(ScalarType type, params long[] shape) => new(ones(shape, dtype: type));
}
