using FrameworkBench.Protocol.Models.Tabular;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace FrameworkBench.Engines.TorchSharp.Tables;

/// <summary>TabM; docs/model-spec.md gives the formulas. Outputs are rows × members × outputs.</summary>
internal sealed class TabMNetwork : TableNetwork
{
    private readonly List<(Parameter Weight, Parameter InputFactors, Parameter OutputFactors, Parameter Bias)> hidden = [];
    private readonly Parameter heads;
    private readonly Parameter headBiases;

    /// <summary>Builds the layers and draws their weights from the process's generator.</summary>
    /// <param name="spec">The network.</param>
    /// <param name="inputs">Columns of the input.</param>
    /// <param name="outputs">Classes, or columns of the target.</param>
    /// <param name="type">Float width of the parameters.</param>
    public TabMNetwork(TabMSpec spec, int inputs, int outputs, ScalarType type)
    {
        int width = inputs;
        foreach (int units in spec.Hidden)
        {
            double bound = 1 / Math.Sqrt(width);
            Parameter inputFactors = hidden.Count == 0
                ? new Parameter(randint(2, [spec.Members, width]).to_type(type) * 2 - 1)
                : Ones(type, spec.Members, width);
            var bias = new Parameter(((rand(1, units, dtype: type) * 2 - 1) * bound).repeat(spec.Members, 1));
            hidden.Add((Uniform(bound, type, width, units), inputFactors, Ones(type, spec.Members, units), bias));
            width = units;
        }

        heads = Uniform(1 / Math.Sqrt(width), type, spec.Members, width, outputs);
        headBiases = Uniform(1 / Math.Sqrt(width), type, spec.Members, outputs);
        DroppedUnits = spec.Dropout > 0 ? [.. spec.Hidden.Select(units => spec.Members * units)] : [];
        DropoutRate = spec.Dropout;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Parameters =>
    [
        .. hidden.SelectMany(layer => new[] { layer.Weight, layer.InputFactors, layer.OutputFactors, layer.Bias }), heads, headBiases,
    ];

    /// <summary>The parameters that do not decay.</summary>
    public IReadOnlyList<Parameter> Biases => [.. hidden.Select(layer => layer.Bias), headBiases];

    /// <summary>The parameters that decay.</summary>
    public IReadOnlyList<Parameter> Decaying =>
        [.. hidden.SelectMany(layer => new[] { layer.Weight, layer.InputFactors, layer.OutputFactors }), heads];

    /// <inheritdoc/>
    protected override IReadOnlyList<int> DroppedUnits { get; }

    /// <inheritdoc/>
    public override Tensor Outputs(TableRows rows)
    {
        Tensor x = rows.Numbers.unsqueeze(1);
        for (int layer = 0; layer < hidden.Count; layer++)
        {
            (Parameter weight, Parameter inputFactors, Parameter outputFactors, Parameter bias) = hidden[layer];
            x = Drop(layer, ((x * inputFactors).matmul(weight) * outputFactors + bias).relu());
        }

        return einsum("rmi,mio->rmo", x, heads) + headBiases;
    }
}
