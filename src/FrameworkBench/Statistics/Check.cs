namespace FrameworkBench.Statistics;

/// <summary>Refuses input that has no answer, in words that say what to do about it.</summary>
internal static class Check
{
    internal static void Finite(IReadOnlyList<double> values, string parameter)
    {
        ArgumentNullException.ThrowIfNull(values, parameter);
        if (values.Count == 0)
            throw new ArgumentException("There are no values; at least one is needed.", parameter);
        for (int i = 0; i < values.Count; i++)
        {
            if (!double.IsFinite(values[i]))
            {
                throw new ArgumentException(
                    $"Value {i + 1} of {values.Count} is {values[i]}; leave failed trials out, or impute them, before a statistic.",
                    parameter);
            }
        }
    }

    internal static void Share(double share, string parameter)
    {
        if (!(share > 0 && share < 1))
            throw new ArgumentException($"{share} is not between 0 and 1, such as 0.95.", parameter);
    }

    internal static void NotNegative(double value, string parameter)
    {
        if (!(value >= 0 && double.IsFinite(value)))
            throw new ArgumentException($"{value} is not a finite number of at least 0.", parameter);
    }

    internal static void PValues(IEnumerable<double> values, string parameter)
    {
        foreach (double value in values)
        {
            if (!(value >= 0 && value <= 1))
                throw new ArgumentException($"{value} is not a p value: it is not between 0 and 1.", parameter);
        }
    }

    /// <summary>The differences first − second of pairs.</summary>
    internal static double[] Differences(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        Finite(first, nameof(first));
        Finite(second, nameof(second));
        if (first.Count != second.Count)
        {
            throw new ArgumentException(
                $"Pairs are needed, but there are {first.Count} first and {second.Count} second values.", nameof(second));
        }

        return [.. first.Zip(second, (a, b) => a - b)];
    }
}
