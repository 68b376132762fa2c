using System.Diagnostics;
using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Hosting;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Engines.Template;

/// <summary>
/// A whole engine: copy it, replace the mean by your framework, and prove it with <c>frameworkbench engines check</c>.
/// To make it one of the project's, add its project to the solution and an engine.json to its folder.
/// </summary>
public sealed class TemplateEngine : IEngine
{
    /// <inheritdoc/>
    public HelloReply Describe() => new()
    {
        Engine = "template",
        Framework = "FrameworkBench.Engines.Template",
        Version = "1.0",
        // What is not listed is not requested; docs/engine-protocol.md has all the words.
        Capabilities = new Capabilities { Models = [ConstantSpec.KindName], Precisions = [Precision.Float32, Precision.Float64] },
    };

    /// <inheritdoc/>
    public Fitted Fit(FitTask task, Action<FitProgress> report, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(task);
        // A longer fit calls report after each epoch and cancellation.ThrowIfCancellationRequested between two.
        if (task.Model is not ConstantSpec)
            throw new UnsupportedException($"model {task.Model.Kind}");

        long start = Stopwatch.GetTimestamp();
        double[] mean = MeanTarget(task);
        TimeSpan fit = Stopwatch.GetElapsedTime(start);
        start = Stopwatch.GetTimestamp();
        double[] predictions = [.. Enumerable.Repeat(mean, task.PredictX.Rows).SelectMany(row => row)];
        return new Fitted
        {
            Predictions = NpyArray.Matrix(task.PredictX.Rows, task.Outputs, predictions),
            FitSeconds = fit.TotalSeconds,
            PredictSeconds = Stopwatch.GetElapsedTime(start).TotalSeconds,
            Parameters = mean.Length,
        };
    }

    /// <inheritdoc/>
    public double? Calibrate(int size, int threads) => null;

    private static double[] MeanTarget(FitTask task)
    {
        double[] mean = new double[task.Outputs];
        for (int row = 0; row < task.TrainY.Rows; row++)
        {
            for (int output = 0; output < mean.Length; output++)
            {
                mean[output] += task.Task == TaskKind.Regression
                    ? task.TrainY.ToDoubles()[(row * mean.Length) + output]
                    : task.TrainY.ToIntegers()[row] == output ? 1 : 0;
            }
        }

        return Array.ConvertAll(mean, sum => sum / task.TrainY.Rows);
    }
}
