using System.Diagnostics;
using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.FittedModels;
using FrameworkBench.Protocol.FittedModels.Steps;
using FrameworkBench.Protocol.Hosting;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Scratch.Linear;

namespace FrameworkBench.Engines.Scratch;

/// <summary>Fits logistic or ridge regression. Both compute in double whatever the task's precision: they are exact solutions.</summary>
internal static class LinearFit
{
    // Well below what moves a probability in the fourth decimal, and far cheaper than the proofs' tolerance.
    private const double Tolerance = 1e-6;

    public static Fitted Run(FitTask task, CancellationToken cancellation)
    {
        var spec = (LinearSpec)task.Model;
        return task.PredictsValues ? Ridge(task, spec) : Logistic(task, spec, cancellation);
    }

    private static Fitted Logistic(FitTask task, LinearSpec spec, CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        var options = new LogisticRegressionOptions(1 / spec.L2, Tolerance, spec.MaxIterations);
        var model = LogisticRegression.Fit(
            task.TrainX.ToDoubles(), task.TrainY.ToIntegers(), task.Classes, options, cancellation);
        TimeSpan fit = Stopwatch.GetElapsedTime(start);

        start = Stopwatch.GetTimestamp();
        double[] probabilities = model.PredictProbabilities(task.PredictX.ToDoubles());
        return new Fitted
        {
            Predictions = NpyArray.Matrix(task.PredictX.Rows, task.Classes, probabilities),
            Epochs = model.Iterations,
            Stopped = model.Converged ? StopReason.Converged : StopReason.Completed,
            FitSeconds = fit.TotalSeconds,
            PredictSeconds = Stopwatch.GetElapsedTime(start).TotalSeconds,
            Parameters = model.Weights.Count + model.Intercepts.Count,
            Model = task.KeepsModel ? FittedOf(task, model.Weights, model.Intercepts) : null,
        };
    }

    private static Fitted Ridge(FitTask task, LinearSpec spec)
    {
        long start = Stopwatch.GetTimestamp();
        var model = RidgeRegression.Fit(task.TrainX.ToDoubles(), task.TrainY.ToDoubles(), task.TrainX.Rows, spec.L2);
        TimeSpan fit = Stopwatch.GetElapsedTime(start);

        start = Stopwatch.GetTimestamp();
        double[] values = model.Predict(task.PredictX.ToDoubles());
        return new Fitted
        {
            Predictions = NpyArray.Matrix(task.PredictX.Rows, task.TrainY.Columns, values),
            Stopped = StopReason.Converged,
            FitSeconds = fit.TotalSeconds,
            PredictSeconds = Stopwatch.GetElapsedTime(start).TotalSeconds,
            Parameters = model.Weights.Count + model.Intercepts.Count,
            Model = task.KeepsModel ? FittedOf(task, model.Weights, model.Intercepts) : null,
        };
    }

    private static FittedModel FittedOf(FitTask task, IReadOnlyList<double> weights, IReadOnlyList<double> intercepts)
    {
        int inputs = task.TrainX.Columns, outputs = intercepts.Count;
        Step sums = new DenseStep(NpyArray.Matrix(inputs, outputs, weights.ToArray()), NpyArray.Vector(intercepts.ToArray()));
        return new FittedModel(inputs, task switch
        {
            { PredictsValues: true } => [sums],
            { Classes: 2 } => [sums, new ActivationStep(Activation.Sigmoid), new TwoClassesStep()],
            _ => [sums, new ActivationStep(Activation.Softmax)],
        });
    }
}
