using FrameworkBench.Scratch.Networks.Layers;

namespace FrameworkBench.Scratch.Networks.Plain;

/// <summary>
/// y = f(z), number by number, with ∂z = ∂y · f′(z); or softmax over the row, yᵢ = e^zᵢ / Σ e^zⱼ, with
/// ∂zᵢ = yᵢ · (∂yᵢ − Σ ∂yⱼ·yⱼ).
/// </summary>
/// <param name="kind">Which function.</param>
/// <param name="slope">The slope of leaky ReLU below zero.</param>
public sealed class PlainActivation(ActivationKind kind, double slope = 0.01) : PlainLayer
{
    private double[] input = [], output = [];

    /// <inheritdoc/>
    public override double[] Forward(double[] x, bool training)
    {
        input = x;
        double sum = x.Sum(Math.Exp);
        return output = Array.ConvertAll(x, z => kind == ActivationKind.Softmax ? Math.Exp(z) / sum : ValueAt(z));
    }

    /// <inheritdoc/>
    public override double[] Backward(double[] dy)
    {
        double[] dz = new double[dy.Length];
        double sum = 0;
        for (int i = 0; i < dy.Length; i++)
            sum += dy[i] * output[i];
        for (int i = 0; i < dy.Length; i++)
            dz[i] = kind == ActivationKind.Softmax ? output[i] * (dy[i] - sum) : dy[i] * SlopeAt(input[i]);
        return dz;
    }

    private double ValueAt(double z) => kind switch
    {
        ActivationKind.Linear => z,
        ActivationKind.Step => z >= 0 ? 1 : 0,
        ActivationKind.Sigmoid => Sigmoid(z),
        ActivationKind.Tanh => Math.Tanh(z),
        ActivationKind.Relu => Math.Max(0, z),
        ActivationKind.LeakyRelu => z > 0 ? z : slope * z,
        ActivationKind.Gelu => z * NormalDistribution(z),
        _ => throw new InvalidOperationException($"'{kind}' is not a function of one number."),
    };

    private double SlopeAt(double z) => kind switch
    {
        ActivationKind.Linear => 1,
        ActivationKind.Sigmoid => Sigmoid(z) * (1 - Sigmoid(z)),
        ActivationKind.Tanh => 1 - (Math.Tanh(z) * Math.Tanh(z)),
        ActivationKind.Relu => z > 0 ? 1 : 0,
        ActivationKind.LeakyRelu => z > 0 ? 1 : slope,
        ActivationKind.Gelu => NormalDistribution(z) + (z * NormalDensity(z)),
        _ => throw new InvalidOperationException($"'{kind}' has no slope to learn from."),
    };

    private static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));

    private static double NormalDensity(double z) => Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);

    // Φ(z) = ½ + φ(z) · (z + z³/3 + z⁵/(3·5) + z⁷/(3·5·7) + …) (Marsaglia 2004, Evaluating the normal distribution).
    private static double NormalDistribution(double z)
    {
        double sum = z, term = z;
        for (int odd = 3; sum + term != sum; odd += 2)
        {
            term *= z * z / odd;
            sum += term;
        }

        return 0.5 + (sum * NormalDensity(z));
    }
}
