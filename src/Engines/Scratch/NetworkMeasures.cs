using System.Numerics;
using FrameworkBench.Scratch.Networks;
using FrameworkBench.Scratch.Networks.Layers;
using FrameworkBench.Scratch.Networks.Losses;
using FrameworkBench.Scratch.Networks.Training;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Engines.Scratch;

/// <summary>Figures of a network that only the engine can know; docs/engine-protocol.md says what each means.</summary>
internal static class NetworkMeasures
{
    // Enough rows for a norm, few enough to cost neither time nor memory beside the training.
    private const int GradientRows = 256;
    private const int CheckedRows = 16;
    private const int MostCheckedParameters = 1000;

    /// <summary>Adds what is known at the initial weights. The network's state is spoilt by it: give a copy.</summary>
    public static void AddInitial<T>(Dictionary<string, double> measures, Network<T> copy, Samples<T> training, Loss loss, ulong seed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int rows = Math.Min(GradientRows, training.Rows);
        copy.Reserve(rows);
        copy.Learn(
            training.Inputs.AsSpan(0, rows * training.InputColumns),
            training.Targets.AsSpan(0, rows * training.TargetColumns),
            rows,
            LossFunction<T>.Create(loss, copy.Definitions[^1]),
            new ForwardMode(Training: true, new RandomSource(seed, RandomStreams.Dropout)));
        foreach ((int layer, double norm) in GradientNorms.Of(copy).Index())
            measures[$"gradient_norm_{layer + 1}"] = norm;
    }

    /// <summary>Adds how far back-propagation is from numeric differences, for small networks in double.</summary>
    public static void AddGradientError(
        Dictionary<string, double> measures, Network<double> copy, Samples<double> training, Loss loss, ulong seed)
    {
        if (copy.ParameterCount > MostCheckedParameters)
            return;
        int rows = Math.Min(CheckedRows, training.Rows);
        double[] inputs = training.Inputs[..(rows * training.InputColumns)], targets = training.Targets[..(rows * training.TargetColumns)];
        double error = GradientCheck.RelativeError(copy, loss, inputs, targets, training: true, dropout: seed);
        if (!double.IsNaN(error))
            measures["gradient_error"] = error;
        if (loss == Loss.BinaryCrossEntropy)
            AddSquaredErrorError(measures, copy, inputs, targets);
    }

    // A backward pass that starts from prediction − target follows the cross-entropy, whatever loss is reported beside it.
    private static void AddSquaredErrorError(
        Dictionary<string, double> measures, Network<double> copy, double[] inputs, double[] targets)
    {
        double error = GradientCheck.RelativeError(copy, Loss.BinaryCrossEntropy, Loss.MeanSquaredError, inputs, targets);
        if (!double.IsNaN(error))
            measures["squared_error_gradient_error"] = error;
    }

    /// <summary>
    /// Adds the share of hidden ReLU units that are 0 on every training row, on average over the ReLU layers; 0 where there are none.
    /// </summary>
    public static void AddTrained<T>(Dictionary<string, double> measures, Network<T> trained, Samples<T> training)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        measures["dead_units"] = DeadUnits.Shares(trained, training.Inputs).DefaultIfEmpty().Average();
}
