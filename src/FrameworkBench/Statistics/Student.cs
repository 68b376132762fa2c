using MathNet.Numerics.Distributions;

namespace FrameworkBench.Statistics;

/// <summary>Student's t distribution, with the limits that the tests rest on: a spread of zero, one value.</summary>
internal static class Student
{
    // From there on the t distribution differs from the normal one by less than its incomplete beta function is exact.
    private const double AlmostNormal = 1e7;

    /// <summary>P(T ≤ t); accurate in the lower tail. NaN gives NaN.</summary>
    internal static double Cumulative(double t, double degreesOfFreedom)
    {
        if (double.IsNaN(t) || double.IsNaN(degreesOfFreedom)) return double.NaN;
        if (double.IsInfinity(t)) return t < 0 ? 0 : 1;
        if (degreesOfFreedom > AlmostNormal) return Normal.CDF(0, 1, t);
        return StudentT.CDF(0, 1, degreesOfFreedom, t);
    }

    /// <summary>The t with P(T ≤ t) = p, for 0.5 ≤ p &lt; 1.</summary>
    internal static double Quantile(double p, double degreesOfFreedom)
    {
        double tail = 1 - p;
        double low = 0, high = 1;
        while (Cumulative(-high, degreesOfFreedom) > tail)
            (low, high) = (high, high * 2);
        while (true)
        {
            double middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high) return middle;
            if (Cumulative(-middle, degreesOfFreedom) > tail) low = middle;
            else high = middle;
        }
    }

    /// <summary>estimate ± t · standard error: unbounded without degrees of freedom, a point without spread.</summary>
    internal static Interval Interval(double estimate, double standardError, double degreesOfFreedom, double confidence)
    {
        if (!(degreesOfFreedom > 0)) return Statistics.Interval.Unbounded(confidence);
        if (standardError == 0) return new Interval(estimate, estimate, confidence);
        double half = Quantile((1 + confidence) / 2, degreesOfFreedom) * standardError;
        return new Interval(estimate - half, estimate + half, confidence);
    }
}
