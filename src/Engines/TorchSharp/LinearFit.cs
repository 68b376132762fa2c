using System.Diagnostics;
using FrameworkBench.Protocol.Hosting;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using static TorchSharp.torch;

namespace FrameworkBench.Engines.TorchSharp;

/// <summary>Ridge regression by least squares, logistic regression by L-BFGS, on tensors.</summary>
internal static class LinearFit
{
    private const double Uneven = 1e3;
    private const string NotAMinimum =
        "the solver stopped before the minimum of the loss; with inputs of similar size (scaling: standardise) it gets there";

    /// <summary>Fits and predicts.</summary>
    public static Fitted Run(LinearSpec spec, FitTask task, CancellationToken cancellation)
    {
        if (task.InitialWeights is not null)
            throw new UnsupportedException("initial weights of model kind linear");

        ScalarType type = Arrays.TypeOf(task.Precision);
        using IDisposable fixedValues = no_grad();
        long start = Stopwatch.GetTimestamp();
        var x = Arrays.ToTensor(task.TrainX, type);
        LinearSolution solution = task.Task == TaskKind.Regression
            ? Ridge(x, Arrays.ToTensor(task.TrainY, type).reshape(task.TrainX.Rows, task.Outputs), spec.L2)
            : LogisticRegression.Fit(x, Arrays.ToIndices(task.TrainY.ToIntegers()), task.Classes, spec, cancellation);
        double fitSeconds = Stopwatch.GetElapsedTime(start).TotalSeconds;

        var rows = Arrays.ToTensor(task.PredictX, type);
        start = Stopwatch.GetTimestamp();
        Tensor sums = rows.matmul(solution.Weights) + solution.Intercept;
        Tensor predictions = task.Task == TaskKind.Regression ? sums : LogisticRegression.Probabilities(sums);
        double predictSeconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return new Fitted
        {
            Predictions = Arrays.FromTensor(predictions),
            Epochs = solution.Iterations,
            Stopped = solution.Converged ? StopReason.Converged : StopReason.Completed,
            FitSeconds = fitSeconds,
            PredictSeconds = predictSeconds,
            Parameters = solution.Weights.numel() + solution.Intercept.numel(),
            Threads = get_num_threads(),
            Notes = solution.IsMinimum ? [] : [NotAMinimum],
        };
    }

    // min ‖y − Xw − b‖² + l2·‖w‖²: centring takes the intercept out, and √l2·I below X is the penalty.
    private static LinearSolution Ridge(Tensor x, Tensor y, double l2)
    {
        Tensor first = x[..1], meanY = y.mean([0], keepdim: true);

        // What rounding leaves of a mean is no spread: a column of one value has none.
        Tensor meanX = where((x == first).all(0, keepdim: true), first, x.mean([0], keepdim: true));
        Tensor left = x - meanX, right = y - meanY, units = UnitsOf(left);
        left /= units;
        if (l2 > 0)
        {
            left = cat([left, (Math.Sqrt(l2) / units).flatten().diag()], 0);
            right = cat([right, zeros(x.shape[1], y.shape[1], dtype: x.dtype)], 0);
        }

        Tensor weights = linalg.lstsq(left, right).Solution / units.t();
        return new LinearSolution(weights, meanY - meanX.matmul(weights), 1, Converged: true, IsMinimum: true);
    }

    // Ones where columns are about of one size; else their sizes, since a large column would hide small ones by rounding.
    private static Tensor UnitsOf(Tensor centered)
    {
        Tensor sizes = centered.pow(2).sum(dim: 0, keepdim: true).sqrt(), present = sizes[sizes > 0];
        bool areEven = present.numel() == 0 || (present.max() <= present.min() * Uneven).item<bool>();
        return areEven ? ones_like(sizes) : where(sizes > 0, sizes, ones_like(sizes));
    }
}
