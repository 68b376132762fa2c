using System.Diagnostics;
using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Hosting;
using FrameworkBench.Protocol.Messages;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace FrameworkBench.Engines.MLNet;

/// <summary>Trains one ensemble for two classes, one a class for more (one versus all), or one a target column, and predicts.</summary>
/// <param name="model">What to train.</param>
/// <param name="task">On what.</param>
internal sealed class TreeFit(ITreeModel model, FitTask task)
{
    private readonly Inputs trainX = Inputs.Of(task.TrainX, task.Features);
    private readonly Inputs predictX = Inputs.Of(task.PredictX, task.Features);
    private readonly Inputs? validationX = task.ValidationX is null ? null : Inputs.Of(task.ValidationX, task.Features);
    private readonly double[] importance = new double[task.Features.Count];
    private readonly List<string> notes = [.. model.Notes];
    private bool stoppedEarly;
    private int mostTrees;
    private long leaves;
    private double fitSeconds;
    private double predictSeconds;

    /// <summary>Fits and predicts.</summary>
    /// <exception cref="InvalidOperationException">No tree could be grown.</exception>
    public Fitted Run(Action<FitProgress> report, CancellationToken cancellation)
    {
        NpyArray predictions = task.Task switch
        {
            TaskKind.Binary => Binary(cancellation),
            TaskKind.Multiclass => OneVersusAll(report, cancellation),
            _ => Values(report, cancellation),
        };
        if (Environment.ProcessorCount > task.Threads)
            notes.Add($"FastTree's threads are limited by processors only, and this process may use {Environment.ProcessorCount}");
        return new Fitted
        {
            Predictions = predictions,
            Epochs = mostTrees,
            Stopped = stoppedEarly ? StopReason.Early : StopReason.Completed,
            FitSeconds = fitSeconds,
            PredictSeconds = predictSeconds,
            Parameters = leaves,
            Threads = Math.Min(Environment.ProcessorCount, TreeShape.Threads),
            Notes = [.. notes.Distinct(StringComparer.Ordinal)],
            Explanation = task.Explain ? new Explanation { Importance = Shares(importance) } : null,
        };
    }

    private NpyArray Binary(CancellationToken cancellation)
    {
        float[] fires = Class(1, cancellation);
        return NpyArray.Matrix(fires.Length, 2, fires.SelectMany(probability => new[] { 1 - probability, probability }).ToArray());
    }

    // ML.NET's own one-versus-all takes no validation rows; this is the same with them: each class against the others,
    // the probabilities divided by their sum.
    private NpyArray OneVersusAll(Action<FitProgress> report, CancellationToken cancellation)
    {
        int rows = task.PredictX.Rows, classes = task.Classes;
        float[] shares = new float[rows * classes];
        for (int index = 0; index < classes; index++)
        {
            float[] fires = Class(index, cancellation);
            for (int row = 0; row < rows; row++)
                shares[(row * classes) + index] = fires[row];
            report(new FitProgress((index + 1) * model.Trees, null));
        }

        for (int row = 0; row < rows; row++)
        {
            Span<float> own = shares.AsSpan(row * classes, classes);
            float total = 0;
            foreach (float share in own)
                total += share;
            foreach (ref float share in own)
                share = total > 0 ? share / total : 1f / classes;
        }

        return NpyArray.Matrix(rows, classes, shares);
    }

    private NpyArray Values(Action<FitProgress> report, CancellationToken cancellation)
    {
        int rows = task.PredictX.Rows, outputs = task.TrainY.Columns;
        float[] targets = task.TrainY.ToSingles();
        float[]? validation = task.ValidationY?.ToSingles();
        float[] values = new float[rows * outputs];
        for (int output = 0; output < outputs; output++)
        {
            int column = output;
            float[] own = Train(
                (row, place) => row.Value = targets[(place * outputs) + column],
                place => validation![(place * outputs) + column],
                cancellation);
            for (int row = 0; row < rows; row++)
                values[(row * outputs) + output] = own[row];
            report(new FitProgress((output + 1) * model.Trees, null));
        }

        return NpyArray.Matrix(rows, outputs, values);
    }

    private float[] Class(int index, CancellationToken cancellation)
    {
        int[] labels = task.TrainY.ToIntegers();
        int[]? validation = task.ValidationY?.ToIntegers();
        return Train((row, place) => row.Label = labels[place] == index, place => validation![place] == index ? 1 : 0, cancellation);
    }

    private float[] Train(Action<Row, int> target, Func<int, float> watched, CancellationToken cancellation)
    {
        var context = new MLContext(seed: 0);

        // ML.NET takes no cancellation, but it logs each round, on the thread that trains.
        context.Log += (_, _) => cancellation.ThrowIfCancellationRequested();
        var passes = new Passes(cancellation);
        IDataView training = Row.Table(context, trainX, task.Classes, target, passes);
        ValidationRows? validation = !model.StopsEarly ? null
            : new ValidationRows(validationX!, [.. Enumerable.Range(0, validationX!.Rows).Select(watched)]);
        IDataView rows = Row.Table(context, predictX, task.Classes, (_, _) => { }, passes);

        long start = Stopwatch.GetTimestamp();
        bool values = task.Task == TaskKind.Regression;
        TrainedTrees trained = values ? model.TrainValue(context, training, validation) : model.TrainClass(context, training, validation);
        fitSeconds += Stopwatch.GetElapsedTime(start).TotalSeconds;
        cancellation.ThrowIfCancellationRequested();
        Count(trained);

        start = Stopwatch.GetTimestamp();
        float[] predictions = [.. trained.Model.Transform(rows).GetColumn<float>(values ? "Score" : "Probability")];
        predictSeconds += Stopwatch.GetElapsedTime(start).TotalSeconds;
        return predictions;
    }

    private static double[] Shares(double[] figures)
    {
        double sum = figures.Sum();
        return Array.ConvertAll(figures, figure => sum > 0 ? figure / sum : 0);
    }

    // Where no leaf can hold the least rows, ML.NET gives a model without trees and no error.
    private void Count(TrainedTrees trained)
    {
        if (trained.Trees.Count == 0)
        {
            throw new InvalidOperationException(
                $"ML.NET grew no tree: no split leaves {model.MinimumRowsInLeaf} rows (min_samples_leaf) "
                + $"on both sides of the {task.TrainX.Rows} training rows.");
        }

        if (trained.Trees.Count < model.Trees && !model.StopsEarly)
            notes.Add($"only {trained.Trees.Count} of {model.Trees} trees could be grown with {model.MinimumRowsInLeaf} rows a leaf");
        mostTrees = Math.Max(mostTrees, trained.Trees.Count);
        leaves += trained.Leaves;
        stoppedEarly |= trained.StoppedEarly;
        if (!task.Explain)
            return;
        double[] columns = model.Importance(trained.Trees, trainX.Columns);
        for (int column = 0; column < columns.Length; column++)
            importance[trainX.Sources[column]] += columns[column];
    }
}
