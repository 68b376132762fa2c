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
        Func<double> value = ValueOf(network, loss, inputs, targets, training, dropout);
        return RelativeError(Analytic(network, value), Numeric(network, value));
    }

    /// <summary>The same of two losses: how far the gradient that training follows is from that of another loss.</summary>
    /// <param name="network">The network, at any weights; they are as before afterwards.</param>
    /// <param name="followed">The loss whose gradient back-propagation gives.</param>
    /// <param name="meant">The loss that is derived by numeric differences.</param>
    /// <param name="inputs">rows × inputs, row-major.</param>
    /// <param name="targets">rows × outputs, row-major.</param>
    public static double RelativeError(Network<double> network, Loss followed, Loss meant, double[] inputs, double[] targets) =>
        RelativeError(
            Analytic(network, ValueOf(network, followed, inputs, targets, training: true, dropout: null)),
            Numeric(network, ValueOf(network, meant, inputs, targets, training: true, dropout: null)));

    private static double RelativeError(double[] analytic, double[] numeric)
    {
        double size = Length(numeric) + Length(analytic);
        return size > LeastGradient ? Length(numeric.Zip(analytic, (n, a) => n - a)) / size : double.NaN;
    }

    private static Func<double> ValueOf(
        Network<double> network, Loss loss, double[] inputs, double[] targets, bool training, ulong? dropout)
    {
        int rows = inputs.Length / network.Inputs;
        var function = LossFunction<double>.Create(loss, network.Definitions[^1]);
        network.Reserve(rows);
        return () => network.Learn(
            inputs,
            targets,
            rows,
            function,
            new ForwardMode(training, dropout is { } seed ? new RandomSource(seed, RandomStreams.Dropout) : null));
    }

    private static double[] Analytic(Network<double> network, Func<double> value)
    {
        value();
        return network.Gradients.Span.ToArray();
    }

    private static double[] Numeric(Network<double> network, Func<double> value) =>
        [.. Enumerable.Range(0, network.Parameters.Length).Select(parameter => Derivative(network, parameter, value))];

    private static double Length(IEnumerable<double> vector) => Math.Sqrt(vector.Sum(value => value * value));

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
