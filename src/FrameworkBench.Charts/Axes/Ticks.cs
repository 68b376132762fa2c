namespace FrameworkBench.Charts;

/// <summary>Where an axis is divided: at nice numbers, or at decades.</summary>
internal static class Ticks
{
    private static readonly double[] Steps = [1, 2, 2.5, 5, 10];

    /// <summary>The step of 1, 2, 2.5 or 5 times a power of ten that gives about so many ticks; whole for counts.</summary>
    internal static double Step(double low, double high, int about, bool whole = false)
    {
        double rough = (high - low) / Math.Max(1, about);
        if (whole && rough < 2.5) return Math.Max(1, Math.Ceiling(rough * 0.999));
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return Steps.First(step => step * power >= rough * 0.999) * power;
    }

    /// <summary>Multiples of the step from the first at or above low to the last at or below high.</summary>
    internal static IEnumerable<double> Linear(double low, double high, double step)
    {
        double slack = step * 1e-6;
        for (double i = Math.Ceiling((low - slack) / step); i * step <= high + slack; i++)
            yield return i * step;
    }

    /// <summary>The powers of ten inside a range; between them 2 and 5, or all, when there are few decades.</summary>
    internal static IReadOnlyList<double> Logarithmic(double low, double high, int about)
    {
        int first = (int)Math.Floor(Math.Log10(low) + 1e-9);
        int last = (int)Math.Ceiling(Math.Log10(high) - 1e-9);
        int stride = Math.Max(1, (int)Math.Ceiling((last - first) / (double)Math.Max(1, about)));
        double[] factors = (last - first) * 3 <= about ? [1, 2, 5] : (last - first) * 2 <= about ? [1, 3] : [1];
        return
        [
            .. from power in Enumerable.Range(0, ((last - first) / stride) + 1)
               from factor in factors
               let value = factor * Math.Pow(10, first + (power * stride))
               where value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9)
               select value,
        ];
    }
}

/// <summary>A place on an axis; without a label it is a minor one.</summary>
internal readonly record struct Tick(double Value, string Label);
