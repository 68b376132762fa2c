using FrameworkBench.Protocol.Models.Tabular;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace FrameworkBench.Engines.TorchSharp.Tables;

/// <summary>RealMLP; docs/model-spec.md gives the formulas.</summary>
internal sealed class RealMlpNetwork : TableNetwork
{
    private const int Frequencies = 16;
    private const int EmbeddedValues = 3;
    private const int EmbeddingWidth = 8;
    private const int StartRows = 5;

    private readonly RealMlpActivation activation;
    private readonly int numeric;
    private readonly List<Parameter> embedding = [];
    private readonly List<Parameter> categoryRows = [];
    private readonly Parameter? factors;
    private readonly List<Parameter> weights = [], biases = [], strengths = [];

    /// <summary>Builds the layers and draws their weights from the process's generator.</summary>
    /// <param name="spec">The network, with what follows the task filled in.</param>
    /// <param name="columns">The columns of the table.</param>
    /// <param name="outputs">Classes, or columns of the target.</param>
    /// <param name="type">Float width of the parameters.</param>
    public RealMlpNetwork(RealMlpSpec spec, TableColumns columns, int outputs, ScalarType type)
    {
        activation = spec.Activation ?? RealMlpActivation.Selu;
        numeric = columns.Numeric;
        int width = columns.Numbers + (EmbeddingWidth * columns.Categories.Count);
        if (spec.NumericEmbedding == NumericEmbedding.Pbld && numeric > 0)
        {
            double bound = 1 / Math.Sqrt(Frequencies);
            embedding.Add(Normal(spec.FrequencyScale, type, numeric, Frequencies));
            embedding.Add(Uniform(Math.PI, type, numeric, Frequencies));
            embedding.Add(Uniform(bound, type, numeric, EmbeddedValues, Frequencies));
            embedding.Add(Uniform(bound, type, numeric, EmbeddedValues));
            width += EmbeddedValues * numeric;
        }

        categoryRows.AddRange(columns.Categories.Select(categories => Normal(1, type, categories + 1, EmbeddingWidth)));
        factors = spec.InputScale ? Ones(type, width) : null;
        foreach (int units in spec.Hidden)
        {
            weights.Add(Normal(1, type, width, units));
            biases.Add(Normal(1, type, units));
            if (spec.ParametricActivation)
                strengths.Add(Ones(type, units));
            width = units;
        }

        double scale = spec.Variant == RealMlpVariant.TdS ? 0 : 1;
        weights.Add(Normal(scale, type, width, outputs));
        biases.Add(Normal(scale, type, outputs));
        DroppedUnits = spec.Dropout > 0 ? spec.Hidden : [];
        DropoutRate = spec.Dropout;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Parameters
    {
        get
        {
            List<Parameter> all = [.. embedding, .. categoryRows];
            if (factors is not null)
                all.Add(factors);
            for (int layer = 0; layer < weights.Count; layer++)
            {
                all.Add(weights[layer]);
                all.Add(biases[layer]);
                if (layer < strengths.Count)
                    all.Add(strengths[layer]);
            }

            return all;
        }
    }

    /// <summary>Parameters with what their step size is multiplied by, and their decay.</summary>
    /// <remarks>The factor counts twice in the decay, as in the authors' code.</remarks>
    public IReadOnlyList<(double Factor, double Decay, IReadOnlyList<Parameter> Parameters)> Groups
    {
        get
        {
            (double, double, IReadOnlyList<Parameter> Parameters)[] groups =
            [
                (1, 1, [.. weights, .. categoryRows]),
                (6, 36, factors is null ? [] : [factors]),
                (0.1, 0.01, [.. embedding, .. strengths]),
                (0.1, 0, biases),
            ];
            return [.. groups.Where(group => group.Parameters.Count > 0)];
        }
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<int> DroppedUnits { get; }

    /// <inheritdoc/>
    public override Tensor Outputs(TableRows rows)
    {
        Tensor x = First(rows);
        for (int layer = 0; layer < weights.Count - 1; layer++)
            x = Drop(layer, Activate(layer, Sums(layer, x) + biases[layer]));
        return Sums(weights.Count - 1, x) + biases[^1];
    }

    /// <summary>
    /// Starts layer after layer from what the rows become in those before: weighted sums of variance 1, and for each unit a bias that puts
    /// its kink among five of them.
    /// </summary>
    public void StartFrom(TableRows rows)
    {
        using IDisposable fixedValues = no_grad();
        Tensor x = First(rows);
        for (int layer = 0; layer < weights.Count; layer++)
        {
            Tensor sums = Sums(layer, x);
            Tensor spread = sums.std([0L], unbiased: false);
            spread = where(spread > 0, spread, ones_like(spread));
            weights[layer].copy_(weights[layer] / spread);
            sums /= spread;
            Tensor chosen = sums.t().gather(1, randint(rows.Count, [sums.shape[1], StartRows]));
            Tensor shares = empty_like(chosen).exponential_();
            biases[layer].copy_(-(chosen * shares).sum(1) / shares.sum(1));
            if (layer < weights.Count - 1)
                x = Activate(layer, sums + biases[layer]);
        }
    }

    private Tensor First(TableRows rows)
    {
        List<Tensor> parts = [rows.Numbers];
        if (embedding is [var frequencies, var phases, var combinations, var offsets])
        {
            Tensor x = rows.Numbers.narrow(1, 0, numeric).unsqueeze(-1);
            Tensor waves = (x * (2 * Math.PI) * frequencies + phases).cos();
            parts.Insert(0, (einsum("rcf,cof->rco", waves, combinations) + offsets).flatten(1));
        }

        for (int column = 0; column < categoryRows.Count; column++)
            parts.Add(categoryRows[column].index_select(0, rows.Codes!.select(1, column)));
        Tensor first = cat([.. parts], 1);
        return factors is null ? first : first * factors;
    }

    private Tensor Sums(int layer, Tensor x) => x.matmul(weights[layer]) * (1 / Math.Sqrt(x.shape[1]));

    private Tensor Activate(int layer, Tensor z)
    {
        Tensor curved = activation switch
        {
            RealMlpActivation.Relu => z.relu(),
            RealMlpActivation.Selu => nn.functional.selu(z),
            RealMlpActivation.Mish => nn.functional.mish(z),
        };
        return layer < strengths.Count ? z + strengths[layer] * (curved - z) : curved;
    }
}
