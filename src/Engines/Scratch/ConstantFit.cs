using System.Diagnostics;
using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.FittedModels;
using FrameworkBench.Protocol.FittedModels.Steps;
using FrameworkBench.Protocol.Hosting;
using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Engines.Scratch;

/// <summary>Predicts the class shares, or the mean target, of the training rows.</summary>
internal static class ConstantFit
{
    public static Fitted Run(FitTask task)
    {
        long start = Stopwatch.GetTimestamp();
        double[] constant = task.PredictsValues ? MeanOf(task.TrainY) : SharesOf(task.TrainY.ToIntegers(), task.Classes);
        TimeSpan fit = Stopwatch.GetElapsedTime(start);

        start = Stopwatch.GetTimestamp();
        double[] predictions = new double[task.PredictX.Rows * constant.Length];
        for (int row = 0; row < task.PredictX.Rows; row++)
            constant.CopyTo(predictions, row * constant.Length);
        return new Fitted
        {
            Predictions = NpyArray.Matrix(task.PredictX.Rows, constant.Length, predictions),
            Stopped = StopReason.Converged,
            FitSeconds = fit.TotalSeconds,
            PredictSeconds = Stopwatch.GetElapsedTime(start).TotalSeconds,
            Parameters = constant.Length,
            Model = task.KeepsModel ? FittedModel.Of(task.TrainX.Columns, new ConstantStep(NpyArray.Vector(constant))) : null,
        };
    }

    private static double[] SharesOf(int[] labels, int classes)
    {
        double[] shares = new double[classes];
        foreach (int label in labels)
            shares[label] += 1.0 / labels.Length;
        return shares;
    }

    private static double[] MeanOf(NpyArray targets)
    {
        double[] values = targets.ToDoubles(), means = new double[targets.Columns];
        for (int i = 0; i < values.Length; i++)
            means[i % means.Length] += values[i] / targets.Rows;
        return means;
    }
}
