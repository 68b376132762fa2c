using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Perceptrons;

/// <summary>
/// A single artificial neuron with a step: it fires when w·x + b passes zero, and learns from its mistakes by
/// w ← w + rate·(y − ŷ)·x, b ← b + rate·(y − ŷ) (Rosenblatt 1958). It can tell apart what a plane can separate.
/// </summary>
public sealed class Perceptron
{
    private readonly PerceptronOptions options;
    private readonly double[] weights;

    /// <summary>A perceptron with initial weights.</summary>
    /// <param name="inputs">Columns of an input row, at least 1.</param>
    /// <param name="options">How it starts, fires and learns.</param>
    /// <exception cref="ArgumentException">An option is out of its range; the message says which.</exception>
    public Perceptron(int inputs, PerceptronOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputs);
        ArgumentNullException.ThrowIfNull(options);
        if (!(options.LearningRate > 0) || !double.IsFinite(options.LearningRate))
            throw new ArgumentException($"The learning rate is {options.LearningRate}; it must be greater than 0.", nameof(options));
        if (options.MaximumEpochs < 1)
            throw new ArgumentException($"The epochs are {options.MaximumEpochs}; there must be at least 1.", nameof(options));
        if (!(options.InitialDeviation >= 0) || !double.IsFinite(options.InitialDeviation))
            throw new ArgumentException($"The initial deviation is {options.InitialDeviation}; it must be at least 0.", nameof(options));

        this.options = options;
        weights = new double[inputs];
        var random = new RandomSource(options.Seed);
        foreach (ref double weight in weights.AsSpan())
            weight = options.InitialDeviation * random.NextGaussian();
    }

    /// <summary>One weight an input.</summary>
    public IReadOnlyList<double> Weights => weights;

    /// <summary>What is added to the weighted sum.</summary>
    public double Bias { get; private set; }

    /// <summary>Starts from these weights and bias instead of the drawn ones.</summary>
    /// <exception cref="ArgumentException">The number of weights is not the number of inputs.</exception>
    public void SetParameters(ReadOnlySpan<double> newWeights, double bias)
    {
        if (newWeights.Length != weights.Length)
            throw new ArgumentException($"{newWeights.Length} weights were given; there are {weights.Length} inputs.", nameof(newWeights));
        newWeights.CopyTo(weights);
        Bias = bias;
    }

    /// <summary>Learns from rows in their given order, pass after pass.</summary>
    /// <param name="inputs">rows × inputs, row-major.</param>
    /// <param name="labels">The class of each row, 0 or 1.</param>
    /// <param name="cancellationToken">Ends training between passes.</param>
    /// <exception cref="ArgumentException">Lengths do not fit, or a label is neither 0 nor 1.</exception>
    public PerceptronResult Fit(ReadOnlySpan<double> inputs, ReadOnlySpan<int> labels, CancellationToken cancellationToken = default)
    {
        if (labels.Length == 0 || inputs.Length != labels.Length * weights.Length)
        {
            throw new ArgumentException(
                $"{inputs.Length} numbers are not {labels.Length} rows of {weights.Length} inputs.", nameof(inputs));
        }

        for (int row = 0; row < labels.Length; row++)
        {
            if (labels[row] is not (0 or 1))
                throw new ArgumentException($"Row {row} has class {labels[row]}; classes are 0 and 1.", nameof(labels));
        }

        var errors = new List<int>();
        int? firstErrorFree = null;
        for (int epoch = 0; epoch < options.MaximumEpochs; epoch++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            errors.Add(Pass(inputs, labels));
            if (errors[^1] > 0)
                continue;
            firstErrorFree ??= epoch;
            if (options.StopsWhenLearned)
                break;
        }

        return new PerceptronResult(errors, firstErrorFree);
    }

    /// <summary>The class of each row, 0 or 1.</summary>
    /// <param name="inputs">rows × inputs, row-major.</param>
    /// <exception cref="ArgumentException">The length is not a whole number of rows.</exception>
    public int[] Predict(ReadOnlySpan<double> inputs)
    {
        if (inputs.Length % weights.Length != 0)
        {
            throw new ArgumentException(
                $"{inputs.Length} numbers are not a whole number of rows of {weights.Length} inputs.", nameof(inputs));
        }

        int[] classes = new int[inputs.Length / weights.Length];
        for (int row = 0; row < classes.Length; row++)
            classes[row] = Fire(inputs.Slice(row * weights.Length, weights.Length));
        return classes;
    }

    private int Pass(ReadOnlySpan<double> inputs, ReadOnlySpan<int> labels)
    {
        int errors = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            ReadOnlySpan<double> x = inputs.Slice(row * weights.Length, weights.Length);
            int error = labels[row] - Fire(x);
            if (error == 0)
                continue;
            errors++;
            double nudge = options.LearningRate * error;
            for (int i = 0; i < weights.Length; i++)
                weights[i] += nudge * x[i];
            if (options.HasBias)
                Bias += nudge;
        }

        return errors;
    }

    private int Fire(ReadOnlySpan<double> x)
    {
        double z = 0;
        for (int i = 0; i < weights.Length; i++)
            z += weights[i] * x[i];
        z += Bias;
        return z > 0 || (options.FiresAtZero && z == 0) ? 1 : 0;
    }
}
