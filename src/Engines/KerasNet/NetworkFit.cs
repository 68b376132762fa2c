using System.Diagnostics;
using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Hosting;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using Keras.Models;
using Numpy;

namespace FrameworkBench.Engines.KerasNet;

/// <summary>
/// Trains one network by <c>Sequential.Fit</c>, an epoch a call, so that it can be given up and stopped by the specification's rules.
/// </summary>
internal sealed class NetworkFit
{
    private const int PredictedAtOnce = 1024;

    private readonly NetworkSpec spec;
    private readonly FitTask task;
    private readonly int outputs;
    private readonly List<double> losses = [], accuracies = [], validationLosses = [], validationAccuracies = [];
    private readonly Sequential model;
    private readonly int batch;
    private readonly double penalty;

    /// <summary>Builds the model and places its first weights.</summary>
    public NetworkFit(NetworkSpec spec, FitTask task, int seed)
    {
        (this.spec, this.task) = (spec, task);
        outputs = spec.Layers.OfType<DenseLayer>().Last().Units;
        if (outputs != task.Outputs && !(task.Task == TaskKind.Binary && outputs == 1))
            throw new UnsupportedException($"{outputs} outputs for a task of {task.Outputs}");
        int rows = task.TrainX.Rows;
        batch = spec.Train.Optimizer == Optimizer.GradientDescent ? rows : Math.Clamp(spec.Train.BatchSize ?? rows, 1, rows);
        penalty = spec.Train.L2 / (2.0 * batch);
        Keras.Keras.Instance.keras.utils.set_random_seed(seed);
        long start = Stopwatch.GetTimestamp();
        model = NetworkBuilder.Build(spec, task.TrainX.Columns, task.Classes, penalty);
        if (task.InitialWeights is not null)
            InitialWeights.Place(model, spec, task.InitialWeights);
        else
            InitialWeights.Draw(model, spec, task.TrainX.Columns, seed);
        FitSeconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Parameters = Count(spec, task.TrainX.Columns);
    }

    /// <summary>Figures of each epoch.</summary>
    public History History => new()
    {
        Loss = losses,
        Accuracy = accuracies.Count == 0 ? null : accuracies,
        ValidationLoss = validationLosses.Count == 0 ? null : validationLosses,
        ValidationAccuracy = validationAccuracies.Count == 0 ? null : validationAccuracies,
    };

    /// <summary>Whether the rows leave a last batch that is shorter than the others.</summary>
    public bool HasShorterBatch => task.TrainX.Rows % batch != 0;

    /// <summary>Epochs done.</summary>
    public int Epochs => losses.Count;

    /// <summary>The epoch whose weights were put back, or null.</summary>
    public int? BestEpoch { get; private set; }

    /// <summary>Why training ended.</summary>
    public StopReason Stopped { get; private set; } = StopReason.Completed;

    /// <summary>Seconds for building and training.</summary>
    public double FitSeconds { get; private set; }

    /// <summary>Seconds for predicting.</summary>
    public double PredictSeconds { get; private set; }

    /// <summary>Learnt numbers; running statistics are not.</summary>
    public long Parameters { get; }

    /// <summary>Trains.</summary>
    public void Train(Action<FitProgress> report, CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        NDarray x = Matrix(task.TrainX.ToSingles(), task.TrainX.Columns), y = Matrix(Targets(task.TrainY), outputs);
        NDarray[]? validation = task.ValidationX is null
            ? null
            : [Matrix(task.ValidationX.ToSingles(), task.ValidationX.Columns), Matrix(Targets(task.ValidationY!), outputs)];
        StoppingMonitor? stopping = spec.Train.EarlyStopping is { } settings ? new StoppingMonitor(settings) : null;
        List<NDarray>? best = null;
        for (int epoch = 1; epoch <= spec.Train.Epochs; epoch++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!RunEpoch(epoch, x, y, validation))
            {
                Stopped = StopReason.Diverged;
                break;
            }

            double? validationLoss = validation is null ? null : validationLosses[^1];
            report(new FitProgress(epoch, losses[^1], validationLoss));
            if (stopping is null)
                continue;
            bool better = stopping.Observe(losses[^1], validationLoss, ValidationScore());
            if (better && spec.Train.EarlyStopping!.RestoreBest)
                best = model.GetWeights();
            if (stopping.ShouldStop)
            {
                Stopped = spec.Train.EarlyStopping!.Watch == Watch.TrainingLoss ? StopReason.Converged : StopReason.Early;
                break;
            }
        }

        if (best is not null && stopping!.BestEpoch != Epochs)
        {
            model.SetWeights(best);
            BestEpoch = stopping.BestEpoch;
        }

        FitSeconds += Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>The output layer's values, rows × outputs.</summary>
    public double[] Predict()
    {
        NDarray x = Matrix(task.PredictX.ToSingles(), task.PredictX.Columns);
        long start = Stopwatch.GetTimestamp();
        float[] values = model.Predict(x, PredictedAtOnce, verbose: 0).GetData<float>();
        PredictSeconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return Array.ConvertAll(values, value => (double)value);
    }

    private static NDarray Matrix(float[] values, int columns) => np.array(values).reshape(values.Length / columns, columns);

    private static long Count(NetworkSpec spec, int inputs)
    {
        long count = 0, width = inputs;
        foreach (LayerSpec layer in spec.Layers)
        {
            if (layer is DenseLayer dense)
            {
                count += (width + 1) * dense.Units;
                width = dense.Units;
            }
            else if (layer is BatchNormLayer)
            {
                count += 2 * width;
            }
        }

        return count;
    }

    private bool RunEpoch(int epoch, NDarray x, NDarray y, NDarray[]? validation)
    {
        int rows = task.TrainX.Rows;
        bool shuffle = spec.Train.Shuffle && batch < rows;
        if (task.BatchOrder is { } given)
        {
            if (given.Rows < spec.Train.Epochs || given.Columns != rows)
            {
                throw new InvalidDataException(
                    $"batch_order has shape ({string.Join(", ", given.Shape)}), "
                    + $"{spec.Train.Epochs} epochs of {rows} rows need ({spec.Train.Epochs}, {rows}).");
            }

            ReadOnlySpan<int> order = given.ToIntegers().AsSpan((epoch - 1) * rows, rows);
            (x, y) = (InOrder(task.TrainX.ToSingles(), task.TrainX.Columns, order), InOrder(Targets(task.TrainY), outputs, order));
            shuffle = false;
        }

        Dictionary<string, double[]> logs = model
            .Fit(x, y, batch, epochs: 1, verbose: 0, validation_data: validation, shuffle: shuffle)
            .HistoryLogs;
        double loss = logs["loss"][^1];
        if (!double.IsFinite(loss))
            return false;
        losses.Add(loss);
        Take(logs, "accuracy", accuracies);
        Take(logs, "val_accuracy", validationAccuracies);
        if (validation is null)
            return true;

        // Keras counts the penalty into the validation loss too.
        validationLosses.Add(logs["val_loss"][^1] - Penalty());
        return double.IsFinite(validationLosses[^1]);
    }

    private double Penalty() => penalty == 0
        ? 0
        : penalty * model.GetWeights().Where(weights => weights.ndim == 2).Sum(
            weights => weights.GetData<float>().Sum(value => (double)value * value));

    // Share of validation rows predicted right, or R² for values.
    private double? ValidationScore()
    {
        if (validationAccuracies.Count > 0)
            return validationAccuracies[^1];
        if (task.ValidationY is not { } targets)
            return null;
        double[] values = targets.ToDoubles();
        double mean = values.Average(), variance = values.Average(value => (value - mean) * (value - mean));
        return 1 - (validationLosses[^1] / variance);
    }

    private static NDarray InOrder(float[] values, int columns, ReadOnlySpan<int> order)
    {
        float[] ordered = new float[values.Length];
        for (int row = 0; row < order.Length; row++)
            values.AsSpan(order[row] * columns, columns).CopyTo(ordered.AsSpan(row * columns));
        return Matrix(ordered, columns);
    }

    private static void Take(Dictionary<string, double[]> logs, string name, List<double> figures)
    {
        if (logs.TryGetValue(name, out double[]? values))
            figures.Add(values[^1]);
    }

    // Rows × outputs: values, 0 and 1, or one column a class.
    private float[] Targets(NpyArray targets)
    {
        if (task.Task == TaskKind.Regression)
            return targets.ToSingles();
        int[] labels = targets.ToIntegers();
        if (outputs == 1)
            return Array.ConvertAll(labels, label => (float)label);
        float[] ones = new float[labels.Length * outputs];
        for (int row = 0; row < labels.Length; row++)
            ones[(row * outputs) + labels[row]] = 1;
        return ones;
    }
}
