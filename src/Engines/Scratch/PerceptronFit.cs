using System.Diagnostics;
using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Hosting;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Scratch.Perceptrons;

namespace FrameworkBench.Engines.Scratch;

/// <summary>Fits a perceptron.</summary>
internal static class PerceptronFit
{
    public static Fitted Run(FitTask task, CancellationToken cancellation)
    {
        var spec = (PerceptronSpec)task.Model;
        if (task.Task != TaskKind.Binary)
            throw new UnsupportedException("a perceptron for a task that is not binary");
        if (spec.Init.Kind is not (InitializationKind.Zero or InitializationKind.Normal))
            throw new UnsupportedException($"initialisation {spec.Init.Kind} of a perceptron");

        long start = Stopwatch.GetTimestamp();
        var perceptron = new Perceptron(task.TrainX.Columns, new PerceptronOptions
        {
            InitialDeviation = spec.Init.Kind == InitializationKind.Normal ? spec.Init.Scale : 0,
            HasBias = spec.Bias,
            FiresAtZero = spec.FiresAtZero,
            LearningRate = spec.LearningRate,
            MaximumEpochs = spec.Epochs,
            StopsWhenLearned = spec.StopWhenErrorFree,
            Seed = (ulong)task.Seed,
        });
        if (task.InitialWeights is [var weights, var bias])
            perceptron.SetParameters(weights.ToDoubles(), bias.ToDoubles()[0]);
        PerceptronResult result = perceptron.Fit(task.TrainX.ToDoubles(), task.TrainY.ToIntegers(), cancellation);
        TimeSpan fit = Stopwatch.GetElapsedTime(start);

        start = Stopwatch.GetTimestamp();
        int[] labels = perceptron.Predict(task.PredictX.ToDoubles());
        TimeSpan predict = Stopwatch.GetElapsedTime(start);

        double rows = task.TrainX.Rows;
        return new Fitted
        {
            Predictions = NpyArray.Matrix(labels.Length, 2, labels.SelectMany(label => new[] { 1f - label, label }).ToArray()),
            HardLabels = true,
            History = new History { Accuracy = [.. result.Errors.Select(errors => 1 - (errors / rows))] },
            Epochs = result.Epochs,
            Stopped = spec.StopWhenErrorFree && result.HasLearned ? StopReason.Converged : StopReason.Completed,
            FitSeconds = fit.TotalSeconds,
            PredictSeconds = predict.TotalSeconds,
            Parameters = task.TrainX.Columns + (spec.Bias ? 1 : 0),
            Measures = result.FirstErrorFreeEpoch is int pass
                ? new Dictionary<string, double> { ["first_error_free_pass"] = pass + 1 }
                : [],
        };
    }
}
