using FrameworkBench.Scratch.Networks;
using FrameworkBench.Scratch.Networks.Layers;
using FrameworkBench.Scratch.Networks.Losses;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Tests.Networks;

/// <summary>Compares backward with central differences of forward, in double.</summary>
internal static class GradientCheck
{
    /// <summary>The relative error ‖numeric − analytic‖ / (‖numeric‖ + ‖analytic‖) over all parameters.</summary>
    public static double RelativeError(
        Network<double> network, Loss loss, double[] inputs, double[] targets, bool training = true, ulong? dropout = null)
    {
        int rows = inputs.Length / network.Inputs;
        LossFunction<double> function = LossFunction<double>.Create(loss, network.Definitions[^1]);
        network.Reserve(rows);
        double Value() => network.Learn(
            inputs,
            targets,
            rows,
            function,
            new ForwardMode(training, dropout is { } seed ? new RandomSource(seed, 2) : null));

        Value();
        double[] analytic = network.Gradients.Span.ToArray();
        var numeric = new double[analytic.Length];
        for (int i = 0; i < numeric.Length; i++)
            numeric[i] = Derivative(network, i, Value);
        double difference = Math.Sqrt(numeric.Zip(analytic, (n, a) => (n - a) * (n - a)).Sum());
        double size = Math.Sqrt(numeric.Sum(n => n * n)) + Math.Sqrt(analytic.Sum(a => a * a));
        Assert.True(size > 1e-3, "The gradient is too small to check anything.");
        return difference / size;
    }

    // Fourth order, so that a step wide enough not to cancel is still exact enough.
    private static double Derivative(Network<double> network, int parameter, Func<double> value)
    {
        const double Step = 1e-3;
        double original = network.Parameters.Span[parameter];
        double At(double shift)
        {
            network.Parameters.Span[parameter] = original + shift;
            double result = value();
            network.Parameters.Span[parameter] = original;
            return result;
        }

        double near = (At(Step) - At(-Step)) / (2 * Step);
        double far = (At(2 * Step) - At(-2 * Step)) / (4 * Step);
        return ((4 * near) - far) / 3;
    }
}
