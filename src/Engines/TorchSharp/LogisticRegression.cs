using FrameworkBench.Protocol.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace FrameworkBench.Engines.TorchSharp;

/// <summary>
/// Minimises Σ −ln p + l2/2·‖W‖² over weights (features × outputs) and unpenalised intercepts by L-BFGS
/// (Liu and Nocedal 1989) with backtracking. One output for two classes, one a class for more.
/// </summary>
internal static class LogisticRegression
{
    private const int Memory = 10;

    // sklearn's lbfgs stops at 1e-4 of the summed loss's gradient; the optimum is what is compared, so ours is as near.
    private const double GradientTolerance = 1e-4;
    private const int StalledSteps = 3;

    // Of what a slope would be if every row were wrong: a fit that arrived leaves far less, one that a large column ended a quarter.
    private const double LargestSlope = 0.01;

    /// <summary>Fits.</summary>
    public static LinearSolution Fit(
        Tensor x, Tensor classes, int count, LinearSpec spec, CancellationToken cancellation)
    {
        Tensor rows = cat([x, ones(x.shape[0], 1, dtype: x.dtype)], 1);
        Tensor targets = count == 2 ? classes.unsqueeze(1).to_type(x.dtype) : nn.functional.one_hot(classes, count).to_type(x.dtype);
        Tensor penalty = full(rows.shape[1], 1, spec.L2, dtype: x.dtype);
        penalty[-1] = zeros(1, dtype: x.dtype);

        Tensor point = zeros(rows.shape[1], targets.shape[1], dtype: x.dtype);
        (double value, Tensor gradient) = Evaluate(rows, targets, penalty, point);
        var steps = new List<(Tensor Step, Tensor Change, double Curvature)>();
        int iteration = 0;
        int stalled = 0;
        double rounding = x.dtype == ScalarType.Float64 ? 2.2e-16 : 1.2e-7;
        for (; iteration < spec.MaxIterations && stalled < StalledSteps && Largest(gradient) > GradientTolerance; iteration++)
        {
            cancellation.ThrowIfCancellationRequested();
            using DisposeScope scope = NewDisposeScope();
            Tensor direction = Direction(gradient, steps);
            double slope = Product(direction, gradient);
            double rate = steps.Count == 0 ? Math.Min(1, 1 / Largest(gradient)) : 1;
            (double nextValue, Tensor nextGradient) = Evaluate(rows, targets, penalty, point + direction * rate);
            while (!(nextValue <= value + 1e-4 * rate * slope) && rate > 1e-12)
            {
                rate /= 2;
                (nextValue, nextGradient) = Evaluate(rows, targets, penalty, point + direction * rate);
            }

            if (rate <= 1e-12)
                break;
            Tensor step = direction * rate, change = nextGradient - gradient;
            double curvature = Product(step, change);
            if (curvature > 0)
                steps.Add((step.MoveToOuterDisposeScope(), change.MoveToOuterDisposeScope(), curvature));
            if (steps.Count > Memory)
                steps.RemoveAt(0);

            // In float32 rounding hides the last of the gradient: what no longer lowers the sum has arrived.
            stalled = value - nextValue <= rounding * Math.Abs(value) ? stalled + 1 : 0;
            (point, value, gradient) = ((point + step).MoveToOuterDisposeScope(), nextValue, nextGradient.MoveToOuterDisposeScope());
        }

        long features = x.shape[1];
        bool isMinimum = IsMinimum(x, gradient, spec.L2);
        bool converged = (stalled == StalledSteps || Largest(gradient) <= GradientTolerance) && isMinimum;
        return new LinearSolution(point.narrow(0, 0, features), point.narrow(0, features, 1), iteration, converged, isMinimum);
    }

    /// <summary>Probabilities of every class from the sums of the outputs.</summary>
    public static Tensor Probabilities(Tensor sums) => sums.shape[1] > 1 ? sums.softmax(1) : Objective.BothClasses(sums);

    private static (double Value, Tensor Gradient) Evaluate(Tensor rows, Tensor targets, Tensor penalty, Tensor point)
    {
        Tensor sums = rows.matmul(point);
        Tensor penalized = point * penalty;
        bool binary = targets.shape[1] == 1;
        Tensor loss = binary
            ? nn.functional.binary_cross_entropy_with_logits(sums, targets, reduction: nn.Reduction.Sum)
            : -(sums.log_softmax(1) * targets).sum();
        Tensor probabilities = binary ? sums.sigmoid() : sums.softmax(1);
        Tensor gradient = rows.t().matmul(probabilities - targets) + penalized;
        return ((loss + (point * penalized).sum() * 0.5).ToDouble(), gradient);
    }

    // Whether the slope vanishes, compared with the spread of each column; that of the intercepts, with the number of rows.
    // A column of one value has the slope of its penalty alone.
    private static bool IsMinimum(Tensor x, Tensor gradient, double l2)
    {
        Tensor mean = x.mean([0], keepdim: true), ofIntercepts = gradient.narrow(0, gradient.shape[0] - 1, 1);
        Tensor slope = gradient.narrow(0, 0, gradient.shape[0] - 1) - mean.t().matmul(ofIntercepts);
        Tensor size = ((x - mean).abs().sum(dim: 0).unsqueeze(1) + l2) * LargestSlope;
        return (slope.abs() <= size).all().ToBoolean() && Largest(ofIntercepts) <= LargestSlope * x.shape[0];
    }

    // The two-loop recursion: the inverse Hessian of the remembered steps times the gradient.
    private static Tensor Direction(Tensor gradient, List<(Tensor Step, Tensor Change, double Curvature)> steps)
    {
        Tensor direction = -gradient;
        double[] shares = new double[steps.Count];
        for (int index = steps.Count - 1; index >= 0; index--)
        {
            shares[index] = Product(steps[index].Step, direction) / steps[index].Curvature;
            direction -= steps[index].Change * shares[index];
        }

        if (steps.Count > 0)
            direction *= steps[^1].Curvature / Product(steps[^1].Change, steps[^1].Change);
        for (int index = 0; index < steps.Count; index++)
            direction += steps[index].Step * (shares[index] - Product(steps[index].Change, direction) / steps[index].Curvature);
        return direction;
    }

    private static double Product(Tensor left, Tensor right) => (left * right).sum().ToDouble();

    private static double Largest(Tensor values) => values.abs().max().ToDouble();
}
