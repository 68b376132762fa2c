namespace FrameworkBench.Scratch.Networks.Plain;

/// <summary>z = xW + b. Backward: ∂W = xᵀ·∂z, ∂b = ∂z, ∂x = ∂z·Wᵀ.</summary>
/// <param name="weights">W, inputs × units, one input's weights after the other's.</param>
/// <param name="biases">b, a number per unit.</param>
public sealed class PlainDense(double[] weights, double[] biases) : PlainLayer
{
    private readonly PlainParameter weight = new(weights), bias = new(biases);
    private readonly int units = biases.Length;
    private double[] input = [];

    /// <inheritdoc/>
    public override IReadOnlyList<PlainParameter> Parameters => [weight, bias];

    /// <inheritdoc/>
    public override double[] Forward(double[] x, bool training)
    {
        input = x;
        double[] z = [.. bias.Value];
        for (int i = 0; i < x.Length; i++)
        {
            for (int unit = 0; unit < units; unit++)
                z[unit] += x[i] * weight.Value[(i * units) + unit];
        }

        return z;
    }

    /// <inheritdoc/>
    public override double[] Backward(double[] dy)
    {
        double[] dx = new double[input.Length];
        for (int unit = 0; unit < units; unit++)
            bias.Gradient[unit] += dy[unit];
        for (int i = 0; i < input.Length; i++)
        {
            for (int unit = 0; unit < units; unit++)
            {
                weight.Gradient[(i * units) + unit] += input[i] * dy[unit];
                dx[i] += dy[unit] * weight.Value[(i * units) + unit];
            }
        }

        return dx;
    }
}
