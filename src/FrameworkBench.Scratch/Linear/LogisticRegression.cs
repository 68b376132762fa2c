using FrameworkBench.Scratch.Networks;
using FrameworkBench.Scratch.Networks.Initializations;
using FrameworkBench.Scratch.Networks.Layers;
using FrameworkBench.Scratch.Networks.Losses;
using FrameworkBench.Scratch.Networks.Training;
using FrameworkBench.Scratch.Numerics.Optimization;

namespace FrameworkBench.Scratch.Linear;

/// <summary>
/// Logistic regression: minimises the mean log loss + ‖w‖² / (2·C·rows), the intercepts free of the penalty, which has
/// the minimum of scikit-learn's LogisticRegression(C). It is a network of one dense layer, with one sigmoid output for
/// two classes or one softmax output a class for more, fitted by L-BFGS from zero to a tight tolerance.
/// </summary>
/// <remarks>
/// Columns whose size is far from one are fitted in a unit in which it is not, each with its own part of the penalty: the minimum is the
/// same, and the tolerance means the same for every column.
/// </remarks>
public sealed class LogisticRegression
{
    private readonly Network<double> network;

    private LogisticRegression(Network<double> network, int classes, int iterations, bool converged)
    {
        this.network = network;
        Classes = classes;
        Iterations = iterations;
        Converged = converged;
    }

    /// <summary>Number of classes.</summary>
    public int Classes { get; }

    /// <summary>Steps of L-BFGS.</summary>
    public int Iterations { get; }

    /// <summary>Whether the gradient came within the tolerance. Classes that a plane separates have no minimum without
    /// a penalty.</summary>
    public bool Converged { get; }

    /// <summary>features × outputs, row-major; one output for two classes.</summary>
    public IReadOnlyList<double> Weights => network.GetParameters()[0];

    /// <summary>One an output.</summary>
    public IReadOnlyList<double> Intercepts => network.GetParameters()[1];

    /// <summary>Fits rows.</summary>
    /// <param name="inputs">rows × features, row-major.</param>
    /// <param name="labels">The class of each row, 0 … classes − 1.</param>
    /// <param name="classes">Number of classes, at least 2.</param>
    /// <param name="options">How; the defaults when null.</param>
    /// <param name="cancellationToken">Ends the fit between steps.</param>
    /// <exception cref="ArgumentException">Lengths do not fit, or a setting is out of its range.</exception>
    public static LogisticRegression Fit(
        double[] inputs,
        ReadOnlySpan<int> labels,
        int classes,
        LogisticRegressionOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new LogisticRegressionOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        if (!(options.C > 0))
            throw new ArgumentException($"C is {options.C}; it must be greater than 0.", nameof(options));
        if (!(options.Tolerance > 0))
            throw new ArgumentException($"The tolerance is {options.Tolerance}; it must be greater than 0.", nameof(options));
        if (options.MaximumIterations < 1)
            throw new ArgumentException($"The iterations are {options.MaximumIterations}; there must be at least 1.", nameof(options));

        bool two = classes == 2;
        var units = ColumnUnits.Of(inputs, labels.Length, 1 / options.C);
        double[] rows = units.Apply(inputs);
        Samples<double> samples = two
            ? Samples<double>.OfTwoClasses(rows, labels)
            : Samples<double>.OfClasses(rows, labels, classes);
        var layer = new Network<double>(
            samples.InputColumns,
            [
                new Dense(two ? 1 : classes, Initialization.Zero),
                new Activation(two ? ActivationKind.Sigmoid : ActivationKind.Softmax),
            ]);
        Minimum minimum = LimitedMemoryBfgs.Minimize(
            Objective(layer, samples, two ? Loss.BinaryCrossEntropy : Loss.CategoricalCrossEntropy, 1 / options.C, units),
            layer.Parameters.Span,
            options.Tolerance,
            options.MaximumIterations,
            cancellationToken);
        units.Restore(minimum.Point, layer.Outputs);
        minimum.Point.CopyTo(layer.Parameters.Span);
        return new LogisticRegression(layer, classes, minimum.Iterations, minimum.Converged);
    }

    /// <summary>The probability of every class for some rows.</summary>
    /// <param name="inputs">rows × features, row-major.</param>
    /// <returns>rows × classes, row-major.</returns>
    /// <exception cref="ArgumentException">The length is not a whole number of rows.</exception>
    public double[] PredictProbabilities(ReadOnlySpan<double> inputs) =>
        Classes == 2 ? network.PredictBothClasses(inputs) : network.Predict(inputs);

    private static Objective Objective(
        Network<double> layer, Samples<double> samples, Loss kind, double strength, ColumnUnits units)
    {
        layer.Reserve(samples.Rows);
        var loss = LossFunction<double>.Create(kind, layer.Definitions[^1]);
        var penalty = new WeightPenalty<double>(layer, strength);
        var mode = new ForwardMode(Training: true, Dropout: null);
        return (point, gradient) =>
        {
            point.CopyTo(layer.Parameters.Span);
            double value = layer.Learn(samples.Inputs, samples.Targets, samples.Rows, loss, mode);
            value += units.AreOwn ? penalty.Apply(samples.Rows)
                : units.Penalize(layer.Parameters.Span, layer.Gradients.Span, layer.Outputs, strength / samples.Rows);
            layer.Gradients.Span.CopyTo(gradient);
            return value;
        };
    }
}
