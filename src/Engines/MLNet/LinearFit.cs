using System.Diagnostics;
using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Hosting;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace FrameworkBench.Engines.MLNet;

/// <summary>Logistic regression by ML.NET's L-BFGS, ridge regression by its SDCA (Shalev-Shwartz and Zhang 2013).</summary>
/// <remarks>
/// L-BFGS minimises (Σ loss + L2/2·‖w‖²) / rows with a free intercept, whose optimum is that of the specification with L2 = l2.
/// SDCA minimises Σ (y − xw)² / rows + L2/2·‖w‖², which is the specification's for L2 = 2·l2 / rows.
/// </remarks>
internal sealed class LinearFit
{
    // ML.NET's losses are float: a smaller relative betterment than this is none, so L-BFGS ends where it finds nothing more.
    private const float LossTolerance = 1e-9f;

    // Of SDCA, the duality gap as a share of the loss. ML.NET's own 0.01 is far from the optimum.
    private const float GapTolerance = 1e-6f;

    // SDCA replaces a smaller L2 by this one.
    private const double LeastL2 = 1e-9;

    private readonly LinearSpec spec;
    private readonly FitTask task;
    private readonly MLContext context;
    private double fitSeconds;
    private double predictSeconds;

    /// <summary>Checks the specification.</summary>
    /// <exception cref="UnsupportedException">SDCA has no dual problem without a penalty.</exception>
    public LinearFit(LinearSpec spec, FitTask task)
    {
        (this.spec, this.task) = (spec, task);
        if (task.Task == TaskKind.Regression && ScaledL2 < LeastL2)
            throw new UnsupportedException($"linear l2 below {LeastL2 * task.TrainX.Rows / 2:g2} for values");
        context = new MLContext(TreeShape.Seed(task.Seed));
    }

    private double ScaledL2 => 2 * spec.L2 / task.TrainX.Rows;

    /// <summary>Fits and predicts.</summary>
    public Fitted Run(CancellationToken cancellation)
    {
        int iterations;
        NpyArray predictions;
        if (task.Task == TaskKind.Regression)
            (predictions, iterations) = Ridge(cancellation);
        else
            (predictions, iterations) = Logistic(cancellation);
        bool converged = iterations < spec.MaxIterations;
        return new Fitted
        {
            Predictions = predictions,
            Epochs = iterations,
            Stopped = converged ? StopReason.Converged : StopReason.Completed,
            FitSeconds = fitSeconds,
            PredictSeconds = predictSeconds,
            Parameters = (task.Task == TaskKind.Binary ? 1 : task.Outputs) * (task.TrainX.Columns + 1),
            Notes = converged || task.Task != TaskKind.Regression ? [] : [GapNote(iterations)],
        };
    }

    private static string GapNote(int passes) =>
        $"ML.NET's SDCA had not closed its duality gap after {passes} passes: the optimum may not be reached";

    private (NpyArray Predictions, int Iterations) Logistic(CancellationToken cancellation)
    {
        int[] labels = task.TrainY.ToIntegers();
        var passes = new Passes(cancellation);
        IDataView training = Row.Table(context, Inputs.Of(task.TrainX, task.Features), task.Classes, Target, passes);
        IDataView rows = Row.Table(context, Inputs.Of(task.PredictX, task.Features), task.Classes, (_, _) => { }, new Passes(cancellation));
        bool two = task.Task == TaskKind.Binary;
        ITransformer model = Timed<ITransformer>(ref fitSeconds, () => two
            ? context.BinaryClassification.Trainers.LbfgsLogisticRegression(ForTwoClasses()).Fit(training)
            : context.MulticlassClassification.Trainers.LbfgsMaximumEntropy(ForMoreClasses()).Fit(training));

        // One pass looks at the rows, and one takes the gradient at the start.
        int iterations = Math.Min(spec.MaxIterations, Math.Max(1, passes.Count - 2));
        float[] shares = Timed(ref predictSeconds, () => two
            ? [.. model.Transform(rows).GetColumn<float>("Probability").SelectMany(share => new[] { 1 - share, share })]
            : model.Transform(rows).GetColumn<float[]>("Score").SelectMany(row => row).ToArray());
        return (NpyArray.Matrix(task.PredictX.Rows, task.Classes, shares), iterations);

        void Target(Row row, int place) => (row.Label, row.Class) = (labels[place] == 1, (uint)labels[place]);
    }

    private LbfgsLogisticRegressionBinaryTrainer.Options ForTwoClasses() => new()
    {
        L1Regularization = 0,
        L2Regularization = (float)spec.L2,
        MaximumNumberOfIterations = spec.MaxIterations,
        OptimizationTolerance = LossTolerance,
        NumberOfThreads = 1,
    };

    private LbfgsMaximumEntropyMulticlassTrainer.Options ForMoreClasses() => new()
    {
        LabelColumnName = nameof(Row.Class),
        L1Regularization = 0,
        L2Regularization = (float)spec.L2,
        MaximumNumberOfIterations = spec.MaxIterations,
        OptimizationTolerance = LossTolerance,
        NumberOfThreads = 1,
    };

    // Centred inputs and targets have their best intercept at 0, where SDCA's penalty on it costs nothing.
    private (NpyArray Predictions, int Iterations) Ridge(CancellationToken cancellation)
    {
        var trainX = Inputs.Of(task.TrainX, task.Features);
        double[] means = trainX.Means();
        Inputs predictX = Inputs.Of(task.PredictX, task.Features).Less(means);
        IDataView rows = Row.Table(context, predictX, 0, (_, _) => { }, new Passes(cancellation));
        trainX = Timed(ref fitSeconds, () => trainX.Less(means));
        int outputs = task.TrainY.Columns, most = 0;
        double[] targets = task.TrainY.ToDoubles();
        float[] values = new float[task.PredictX.Rows * outputs];
        for (int output = 0; output < outputs; output++)
        {
            int column = output;
            double mean = Enumerable.Range(0, trainX.Rows).Average(row => targets[(row * outputs) + column]);
            var passes = new Passes(cancellation);
            IDataView training = Row.Table(context, trainX, 0, Target, passes);
            var model = Timed(ref fitSeconds, () => context.Regression.Trainers.Sdca(ForValues()).Fit(training));
            float[] own = Timed(ref predictSeconds, () => model.Transform(rows).GetColumn<float>("Score").ToArray());
            for (int row = 0; row < own.Length; row++)
                values[(row * outputs) + output] = (float)(own[row] + mean);

            // Two passes look at the rows; then one ascends and one takes the duality gap.
            most = Math.Max(most, (passes.Count - 2) / 2);

            void Target(Row row, int place) => row.Value = (float)(targets[(place * outputs) + column] - mean);
        }

        return (NpyArray.Matrix(task.PredictX.Rows, outputs, values), most);
    }

    private SdcaRegressionTrainer.Options ForValues() => new()
    {
        LabelColumnName = nameof(Row.Value),
        L1Regularization = 0,
        L2Regularization = (float)ScaledL2,
        BiasLearningRate = 0,
        MaximumNumberOfIterations = spec.MaxIterations,
        ConvergenceTolerance = GapTolerance,
        ConvergenceCheckFrequency = 1,
        NumberOfThreads = 1,
    };

    private static T Timed<T>(ref double seconds, Func<T> work)
    {
        long start = Stopwatch.GetTimestamp();
        T result = work();
        seconds += Stopwatch.GetElapsedTime(start).TotalSeconds;
        return result;
    }
}
