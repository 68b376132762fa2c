using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Protocol.FittedModels.Steps;

/// <summary>An activation function of each number; softmax of each row.</summary>
/// <param name="Activation">The function.</param>
/// <param name="Slope">Of a leaky ReLU, below zero.</param>
public sealed record ActivationStep(Activation Activation, double Slope = 0.01) : Step
{
    /// <inheritdoc/>
    public override int OutputsOf(int inputs)
    {
        Require(double.IsFinite(Slope), "the slope is not finite");
        Require(Activation != Activation.Gelu, "the Gaussian error linear unit is not among the activations of kept models");
        return inputs;
    }

    /// <inheritdoc/>
    public override Rows Apply(Rows rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return Activation == Activation.Softmax ? Softmax(rows) : rows.Map((z, _) => Of(z));
    }

    private double Of(double z) => Activation switch
    {
        Activation.Sigmoid => 1 / (1 + Math.Exp(-z)),
        Activation.Tanh => Math.Tanh(z),
        Activation.Relu => Math.Max(0, z),
        Activation.LeakyRelu => z > 0 ? z : Slope * z,
        _ => z,
    };

    private static Rows Softmax(Rows rows)
    {
        Rows shares = rows.Blank(rows.Columns);
        for (int row = 0; row < rows.Count; row++)
        {
            ReadOnlySpan<double> from = rows.Row(row);
            Span<double> to = shares.Row(row);
            double most = double.NegativeInfinity, sum = 0;
            foreach (double value in from)
                most = Math.Max(most, value);
            for (int i = 0; i < from.Length; i++)
                sum += to[i] = Math.Exp(from[i] - most);
            foreach (ref double share in to)
                share /= sum;
        }

        return shares;
    }
}
