namespace FrameworkBench.Scratch.Numerics.Optimization;

/// <summary>
/// Finds a step along a line that meets the strong Wolfe conditions: the value falls by at least c₁ of what the slope
/// promises, and the slope shrinks to c₂ of what it was (Nocedal and Wright 2006, algorithms 3.5 and 3.6, with cubic
/// interpolation).
/// </summary>
internal sealed class WolfeLineSearch(Objective objective, int dimensions)
{
    private const double SufficientDecrease = 1e-4;
    private const double Curvature = 0.9;
    private const int Doublings = 30;
    private const int Halvings = 40;

    private readonly double[] trial = new double[dimensions];
    private readonly double[] trialGradient = new double[dimensions];
    private double[] start = [];
    private double[] direction = [];
    private double startValue;
    private double startSlope;
    private double noise;

    /// <summary>The point that was found.</summary>
    public double[] Point => trial;

    /// <summary>The gradient there.</summary>
    public double[] Gradient => trialGradient;

    /// <summary>The value there.</summary>
    public double Value { get; private set; }

    /// <summary>Searches from a point along a direction in which the function falls.</summary>
    /// <returns>False when no step lowers the function.</returns>
    public bool TrySearch(double[] from, double value, double slope, double[] along, double firstStep)
    {
        start = from;
        direction = along;
        startValue = value;
        startSlope = slope;
        // Near the minimum the value changes by less than its own rounding; then the slopes decide.
        noise = 1e-15 * Math.Abs(value);
        var origin = new Step(0, value, slope);
        Step previous = origin;
        double length = firstStep;
        for (int i = 0; i < Doublings; i++)
        {
            Step current = Evaluate(length);
            if (IsTooHigh(current) || (i > 0 && !(current.Value < previous.Value + noise)))
                return Zoom(previous, current);
            if (Math.Abs(current.Slope) <= -Curvature * startSlope)
                return true;
            if (current.Slope >= 0)
                return Zoom(current, previous);
            previous = current;
            length *= 2;
        }

        return previous.Value < startValue;
    }

    private bool Zoom(Step low, Step high)
    {
        for (int i = 0; i < Halvings; i++)
        {
            Step current = Evaluate(Between(low, high));
            if (IsTooHigh(current) || !(current.Value < low.Value + noise))
            {
                high = current;
            }
            else
            {
                if (Math.Abs(current.Slope) <= -Curvature * startSlope)
                    return true;
                if (current.Slope * (high.Length - low.Length) >= 0)
                    high = low;
                low = current;
            }

            if (Math.Abs(high.Length - low.Length) <= 1e-16 * Math.Max(1, Math.Abs(low.Length)))
                break;
        }

        if (low.Length == 0)
            return false;
        Evaluate(low.Length);
        return Value < startValue;
    }

    private bool IsTooHigh(Step step) =>
        !(step.Value <= startValue + (SufficientDecrease * step.Length * startSlope) + noise);

    // The minimum of the cubic through both ends, held away from them.
    private static double Between(Step a, Step b)
    {
        double middle = 0.5 * (a.Length + b.Length);
        double width = b.Length - a.Length;
        double d1 = a.Slope + b.Slope - (3 * (b.Value - a.Value) / width);
        double square = (d1 * d1) - (a.Slope * b.Slope);
        if (!(square >= 0))
            return middle;
        double d2 = Math.CopySign(Math.Sqrt(square), width);
        double at = b.Length - (width * ((b.Slope + d2 - d1) / (b.Slope - a.Slope + (2 * d2))));
        double share = (at - a.Length) / width;
        return share is > 0.05 and < 0.95 ? at : middle;
    }

    private Step Evaluate(double length)
    {
        for (int i = 0; i < trial.Length; i++)
            trial[i] = start[i] + (length * direction[i]);
        Value = objective(trial, trialGradient);
        return new Step(length, Value, VectorOperations.Dot(trialGradient, direction));
    }

    private readonly record struct Step(double Length, double Value, double Slope);
}
