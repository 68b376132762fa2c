using FrameworkBench.Scratch.Networks.Layers;
using FrameworkBench.Scratch.Networks.Losses;
using FrameworkBench.Scratch.Networks.Training;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Networks;

/// <summary>Compares back-propagation with numeric differences of the loss, in double.</summary>
internal static class GradientCheck
{
    private const double Step = 1e-5;
    private const double LeastGradient = 1e-3;

    /// <summary>The relative error ‖numeric − analytic‖ / (‖numeric‖ + ‖analytic‖) over all parameters; NaN when the
    /// gradient is too small to check anything.</summary>
    /// <param name="network">The network, at any weights; they are as before afterwards.</param>
    /// <param name="loss">What is derived.</param>
    /// <param name="inputs">rows × inputs, row-major.</param>
    /// <param name="targets">rows × outputs, row-major.</param>
    /// <param name="training">Whether layers behave as in training.</param>
    /// <param name="dropout">Seed of the dropout masks, the same for every difference; null for a network without
    /// dropout.</param>
    public static double RelativeError(
        Network<double> network,
        Loss loss,
        double[] inputs,
        double[] targets,
        bool training = true,
        ulong? dropout = null)
    {
        int rows = inputs.Length / network.Inputs;
        LossFunction<double> function = LossFunction<double>.Create(loss, network.Definitions[^1]);
        network.Reserve(rows);
        double Value() => network.Learn(
            inputs,
            targets,
            rows,
            function,
            new ForwardMode(training, dropout is { } seed ? new RandomSource(seed, RandomStreams.Dropout) : null));

        Value();
        double[] analytic = network.Gradients.Span.ToArray();
        var numeric = new double[analytic.Length];
        for (int i = 0; i < numeric.Length; i++)
            numeric[i] = Derivative(network, i, Value);
        double difference = Math.Sqrt(numeric.Zip(analytic, (n, a) => (n - a) * (n - a)).Sum());
        double size = Math.Sqrt(numeric.Sum(n => n * n)) + Math.Sqrt(analytic.Sum(a => a * a));
        return size > LeastGradient ? difference / size : double.NaN;
    }

    // Fourth order, so that a step wide enough not to cancel is still exact enough.
    private static double Derivative(Network<double> network, int parameter, Func<double> value)
    {
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
