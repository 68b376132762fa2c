using System.Numerics;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Networks.Initializations;

/// <summary>How the weights of a dense layer are drawn.</summary>
/// <param name="Kind">The distribution.</param>
/// <param name="Scale">σ of <see cref="InitializationKind.Normal"/>, limit of <see cref="InitializationKind.Uniform"/>;
/// others ignore it.</param>
public sealed record Initialization(InitializationKind Kind, double Scale = 0)
{
    /// <summary>All weights zero.</summary>
    public static Initialization Zero { get; } = new(InitializationKind.Zero);

    /// <summary>Uniform on ±√(6 / (inputs + outputs)), biases zero.</summary>
    public static Initialization XavierUniform { get; } = new(InitializationKind.XavierUniform);

    /// <summary>Normal with variance 2 / (inputs + outputs), biases zero.</summary>
    public static Initialization XavierNormal { get; } = new(InitializationKind.XavierNormal);

    /// <summary>Uniform on ±√(6 / inputs), biases zero.</summary>
    public static Initialization HeUniform { get; } = new(InitializationKind.HeUniform);

    /// <summary>Normal with variance 2 / inputs, biases zero.</summary>
    public static Initialization HeNormal { get; } = new(InitializationKind.HeNormal);

    /// <summary>
    /// As scikit-learn's MLP: weights and biases uniform on ±√(f / (inputs + outputs)), where f is 2 when the network's
    /// hidden activation is the sigmoid and 6 otherwise (<c>_init_coef</c> of <c>_multilayer_perceptron.py</c>).
    /// </summary>
    public static Initialization Sklearn { get; } = new(InitializationKind.Sklearn);

    /// <summary>As PyTorch's nn.Linear: weights and biases uniform on ±1/√inputs.</summary>
    public static Initialization Torch { get; } = new(InitializationKind.Torch);

    /// <summary>Weights from N(0, σ²), biases zero.</summary>
    public static Initialization Normal(double sigma) => new(InitializationKind.Normal, sigma);

    /// <summary>Weights uniform on ±limit, biases zero.</summary>
    public static Initialization Uniform(double limit) => new(InitializationKind.Uniform, limit);

    /// <summary>Fills the weights, row by row, then the biases.</summary>
    internal void Draw<T>(
        Span<T> weights, Span<T> biases, int inputs, int outputs, bool hiddenSigmoid, RandomSource random)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        biases.Clear();
        switch (Kind)
        {
            case InitializationKind.Zero:
                weights.Clear();
                break;
            case InitializationKind.Normal:
                DrawNormal(weights, Scale, random);
                break;
            case InitializationKind.Uniform:
                DrawUniform(weights, Scale, random);
                break;
            case InitializationKind.XavierUniform:
                DrawUniform(weights, Math.Sqrt(6.0 / (inputs + outputs)), random);
                break;
            case InitializationKind.XavierNormal:
                DrawNormal(weights, Math.Sqrt(2.0 / (inputs + outputs)), random);
                break;
            case InitializationKind.HeUniform:
                DrawUniform(weights, Math.Sqrt(6.0 / inputs), random);
                break;
            case InitializationKind.HeNormal:
                DrawNormal(weights, Math.Sqrt(2.0 / inputs), random);
                break;
            case InitializationKind.Sklearn:
                double bound = Math.Sqrt((hiddenSigmoid ? 2.0 : 6.0) / (inputs + outputs));
                DrawUniform(weights, bound, random);
                DrawUniform(biases, bound, random);
                break;
            case InitializationKind.Torch:
                DrawUniform(weights, 1 / Math.Sqrt(inputs), random);
                DrawUniform(biases, 1 / Math.Sqrt(inputs), random);
                break;
            default:
                throw new InvalidOperationException($"'{Kind}' is not an initialisation.");
        }
    }

    private static void DrawNormal<T>(Span<T> values, double sigma, RandomSource random)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (ref T value in values)
            value = T.CreateTruncating(sigma * random.NextGaussian());
    }

    private static void DrawUniform<T>(Span<T> values, double limit, RandomSource random)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (ref T value in values)
            value = T.CreateTruncating(limit * ((2 * random.NextDouble()) - 1));
    }
}
