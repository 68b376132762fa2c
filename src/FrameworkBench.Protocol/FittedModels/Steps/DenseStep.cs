using System.Numerics;
using FrameworkBench.Protocol.Arrays;

namespace FrameworkBench.Protocol.FittedModels.Steps;

/// <summary>y = x·W + b.</summary>
/// <param name="Weights">W: inputs × outputs.</param>
/// <param name="Biases">b: one an output.</param>
public sealed record DenseStep(NpyArray Weights, NpyArray Biases) : Step
{
    /// <inheritdoc/>
    public override int OutputsOf(int inputs)
    {
        RequireFinite(Weights, "weights", inputs, Weights.Columns);
        RequireFinite(Biases, "biases", Weights.Columns);
        return Weights.Columns;
    }

    /// <inheritdoc/>
    public override Rows Apply(Rows rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        double[] weights = Weights.ToDoubles(), biases = Biases.ToDoubles();
        Rows sums = rows.Blank(biases.Length);
        for (int row = 0; row < rows.Count; row++)
        {
            Span<double> sum = sums.Row(row);
            biases.CopyTo(sum);
            ReadOnlySpan<double> from = rows.Row(row);
            for (int input = 0; input < from.Length; input++)
                Add(from[input], weights.AsSpan(input * sum.Length, sum.Length), sum);
        }

        return sums;
    }

    // sum += factor · weights.
    private static void Add(double factor, ReadOnlySpan<double> weights, Span<double> sum)
    {
        int i = 0;
        for (; i + Vector<double>.Count <= sum.Length; i += Vector<double>.Count)
            (new Vector<double>(sum[i..]) + (factor * new Vector<double>(weights[i..]))).CopyTo(sum[i..]);
        for (; i < sum.Length; i++)
            sum[i] += factor * weights[i];
    }
}
