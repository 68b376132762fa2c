using System.Diagnostics;
using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Hosting;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Scratch.Linear;

namespace FrameworkBench.Engines.Scratch;

/// <summary>Fits principal components. They are computed in double whatever the task's precision: it is an exact solution.</summary>
internal static class ComponentsFit
{
    public static Fitted Run(FitTask task, PrincipalComponentsSpec spec)
    {
        if (task.Task != TaskKind.Reconstruction)
            throw new UnsupportedException("principal components for another task than reconstruction");
        long start = Stopwatch.GetTimestamp();
        var model = PrincipalComponents.Fit(task.TrainX.ToDoubles(), task.TrainX.Rows, spec.Components);
        TimeSpan fit = Stopwatch.GetElapsedTime(start);

        start = Stopwatch.GetTimestamp();
        double[] codes = model.Encode(task.PredictX.ToDoubles());
        double[] values = model.Decode(codes);
        return new Fitted
        {
            Predictions = NpyArray.Matrix(task.PredictX.Rows, task.PredictX.Columns, values),
            Codes = task.Codes ? NpyArray.Matrix(task.PredictX.Rows, model.Count, codes) : null,
            Stopped = StopReason.Converged,
            FitSeconds = fit.TotalSeconds,
            PredictSeconds = Stopwatch.GetElapsedTime(start).TotalSeconds,
            Parameters = model.Directions.Count + model.Means.Count,
        };
    }
}
