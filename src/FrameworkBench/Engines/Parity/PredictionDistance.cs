using FrameworkBench.Trials;

namespace FrameworkBench.Engines.Parity;

/// <summary>How far predictions are from those that are expected.</summary>
internal static class PredictionDistance
{
    /// <summary>The largest difference of a probability; of a value as a share of the range of the expected ones.</summary>
    /// <returns>The distance; infinite where a prediction is missing or not finite.</returns>
    public static double Of(PlannedTrial planned, IReadOnlyList<double> expected, IReadOnlyList<double>? found)
    {
        if (found is null || found.Count != expected.Count)
            return double.PositiveInfinity;
        double scale = planned.Input.Dataset.IsClassification ? 1 : expected.Max() - expected.Min();
        double largest = found.Zip(expected, (one, other) => Math.Abs(one - other)).Max();
        return double.IsNaN(largest) ? double.PositiveInfinity : largest / scale;
    }

    /// <summary>Between two outcomes of the same rows.</summary>
    public static double Of(PlannedTrial planned, Outcome expected, Outcome found) =>
        Of(planned, expected.Predictions!.Values, found.Predictions?.Values);
}
