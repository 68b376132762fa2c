using FrameworkBench.Claims;
using FrameworkBench.Statistics;
using FrameworkBench.Verification;

namespace FrameworkBench.Changes.Noise;

/// <summary>How a figure differs between two results of one model by one engine on one table.</summary>
/// <param name="Before">The old mean.</param>
/// <param name="After">The new mean.</param>
/// <param name="Difference">New − old, with its test of "only other seeds".</param>
/// <param name="Pairing">Which trials it compares.</param>
/// <param name="Count">Pairs; where there are none, seeds or splits of the smaller result.</param>
/// <remarks>
/// On the same rows, trials of a rerun differ by their seeds alone. Their differences are independent, and Student's test of them is exact
/// under normal noise. It needs no correction for splits that share training rows, since it does not speak of other splits.
/// </remarks>
public sealed record FigureContrast(double Before, double After, MeanDifference Difference, Pairing Pairing, int Count)
{
    // Beyond it digits are those of rounding, whose differences must not look like a spread.
    private const int Digits = 10;

    /// <summary>Whether nothing changed but for rounding.</summary>
    public bool IsNone => Difference.StandardError is 0 or double.NaN && Numbers.Agree(Before, After);

    /// <summary>Whether both results have no spread, so that no seed explains a difference.</summary>
    public bool IsCertain => Difference.StandardError == 0;

    /// <summary>
    /// Whether it can be distinguished from noise: there is a spread, or so many trials without any that there is none to be expected.
    /// </summary>
    public bool IsTestable => double.IsFinite(Difference.PValue)
        && (IsCertain ? Count >= LeastTrials.Count : Difference.DegreesOfFreedom > 0);

    /// <summary>
    /// Compares two series; null where their rows differ and either has one split, whose seeds say nothing of other rows.
    /// </summary>
    /// <param name="before">The old trials.</param>
    /// <param name="after">The new ones.</param>
    public static FigureContrast? Of(FigureSeries before, FigureSeries after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        int fewest = Math.Min(before.Trials.Count, after.Trials.Count);
        if (before.Rows != after.Rows)
        {
            int splits = Math.Min(before.Splits, after.Splits);
            return splits > 1 ? Apart(before, after, Pairing.Splits, splits) : null;
        }

        double[] pairs = [.. Differences(before, after, trial => (trial.Split, trial.Seed))];
        if (2 * pairs.Length >= fewest)
            return Paired(before, after, pairs, Pairing.SplitAndSeed);
        return before.Splits == 1 && after.Splits == 1
            ? Apart(before, after, Pairing.Seeds, fewest)
            : Paired(before, after, [.. InOrder(before, after)], Pairing.Split);
    }

    private static FigureContrast? Paired(FigureSeries before, FigureSeries after, double[] differences, Pairing pairing) =>
        differences.Length == 0 ? null
        : Of(before, after, PairedTTest.Of(Rounded(differences, Scale(before, after))), pairing, differences.Length);

    private static FigureContrast Apart(FigureSeries before, FigureSeries after, Pairing pairing, int count) =>
        Of(before, after, WelchTTest.Of(after.Estimate, before.Estimate), pairing, count);

    private static FigureContrast Of(FigureSeries before, FigureSeries after, MeanDifference difference, Pairing pairing, int count) =>
        new(before.Mean, after.Mean, difference, pairing, count);

    private static IEnumerable<double> Differences<TKey>(FigureSeries before, FigureSeries after, Func<SeedFigure, TKey> place) =>
        after.Trials.Join(before.Trials, place, place, (one, other) => one.Value - other.Value);

    private static IEnumerable<double> InOrder(FigureSeries before, FigureSeries after) =>
        from split in after.Trials.GroupBy(trial => trial.Split)
        join earlier in before.Trials.GroupBy(trial => trial.Split) on split.Key equals earlier.Key
        from pair in split.OrderBy(trial => trial.Seed).Zip(earlier.OrderBy(trial => trial.Seed))
        select pair.First.Value - pair.Second.Value;

    private static double Scale(FigureSeries before, FigureSeries after) =>
        before.Trials.Concat(after.Trials).Max(trial => Math.Abs(trial.Value));

    private static double[] Rounded(double[] differences, double scale) =>
        [.. differences.Select(difference => scale == 0 ? 0 : Math.Round(difference / scale, Digits) * scale)];
}
