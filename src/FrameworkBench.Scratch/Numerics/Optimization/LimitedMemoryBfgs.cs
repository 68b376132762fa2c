namespace FrameworkBench.Scratch.Numerics.Optimization;

/// <summary>
/// L-BFGS: a quasi-Newton method that knows the curvature only from its last few steps (Nocedal and Wright 2006,
/// algorithms 7.4 and 7.5), each step along a line searched to the strong Wolfe conditions.
/// </summary>
internal static class LimitedMemoryBfgs
{
    private const int Memory = 10;

    /// <summary>Minimises a function from a starting point.</summary>
    /// <param name="objective">The function.</param>
    /// <param name="start">Where to begin; it is not changed.</param>
    /// <param name="tolerance">Done when no component of the gradient is larger.</param>
    /// <param name="maximumIterations">The most steps.</param>
    /// <param name="cancellationToken">Ends the search between steps.</param>
    public static Minimum Minimize(
        Objective objective,
        ReadOnlySpan<double> start,
        double tolerance,
        int maximumIterations,
        CancellationToken cancellationToken = default)
    {
        double[] point = start.ToArray();
        double[] gradient = new double[point.Length];
        double value = objective(point, gradient);
        var history = new CurvatureHistory(point.Length, Memory);
        var search = new WolfeLineSearch(objective, point.Length);
        double[] direction = new double[point.Length];
        int iteration = 0;
        while (Size(gradient) > tolerance && iteration < maximumIterations)
        {
            cancellationToken.ThrowIfCancellationRequested();
            history.Direction(gradient, direction);
            double slope = VectorOperations.Dot(gradient, direction);
            if (!(slope < 0))
            {
                history.Clear();
                history.Direction(gradient, direction);
                slope = VectorOperations.Dot(gradient, direction);
            }

            // Without curvature the first step has the length of the unit, not of the gradient.
            double step = history.IsEmpty ? Math.Min(1, 1 / Math.Sqrt(-slope)) : 1;
            if (!search.TrySearch(point, value, slope, direction, step))
            {
                if (history.IsEmpty)
                    break;
                history.Clear();
                continue;
            }

            history.Add(search.Point, point, search.Gradient, gradient);
            search.Point.CopyTo(point, 0);
            search.Gradient.CopyTo(gradient, 0);
            value = search.Value;
            iteration++;
        }

        double size = Size(gradient);
        return new Minimum(point, value, size, iteration, size <= tolerance);
    }

    private static double Size(ReadOnlySpan<double> gradient)
    {
        double largest = 0;
        foreach (double component in gradient)
            largest = Math.Max(largest, Math.Abs(component));
        return largest;
    }
}
