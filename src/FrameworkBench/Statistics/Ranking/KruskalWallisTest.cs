namespace FrameworkBench.Statistics.Ranking;

/// <summary>
/// Kruskal and Wallis's test (1952) whether values of several groups lie equally high, by their ranks, and how much of the
/// ranks' variance the groups explain (Tomczak and Tomczak 2014).
/// </summary>
/// <param name="H">The statistic, corrected for ties; 0 when all values are equal.</param>
/// <param name="PValue">By the χ² distribution with one degree of freedom fewer than groups; 1 for a single group.</param>
/// <param name="Explained">
/// (H − k + 1) / (n − k) for n values in k groups, cut to [0, 1]: the share of the variance of the ranks that lies between
/// the groups, less what chance alone puts there. NaN when there are no more values than groups.
/// </param>
public sealed record KruskalWallisTest(double H, double PValue, double Explained)
{
    /// <summary>Compares the groups.</summary>
    /// <param name="values">At least one, all finite.</param>
    /// <param name="groups">The group of each value.</param>
    /// <exception cref="ArgumentException">No value, one that is not finite, or counts that differ.</exception>
    public static KruskalWallisTest Of(IReadOnlyList<double> values, IReadOnlyList<int> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        Check.Finite(values, nameof(values));
        if (groups.Count != values.Count)
            throw new ArgumentException(
                $"Each value needs its group, but there are {values.Count} values and {groups.Count} groups of values.", nameof(groups));

        IReadOnlyList<double> ranks = Ranks.Of(values);
        int count = values.Count;
        double middle = (count + 1) / 2.0;
        double total = ranks.Sum(rank => (rank - middle) * (rank - middle));
        double[][] byGroup = ranks.Zip(groups).GroupBy(pair => pair.Second, pair => pair.First).Select(group => group.ToArray()).ToArray();
        double between = byGroup.Sum(group => group.Length * (group.Average() - middle) * (group.Average() - middle));

        // With ties the ranks vary less; measured against their own variance H has the usual correction in it.
        double h = total == 0 ? 0 : (count - 1) * between / total;
        int freedom = byGroup.Length - 1;
        double pValue = freedom == 0 || h <= 0 ? 1 : MathNet.Numerics.SpecialFunctions.GammaUpperRegularized(freedom / 2.0, h / 2);
        double explained = count > byGroup.Length ? Math.Clamp((h - freedom) / (count - byGroup.Length), 0, 1) : double.NaN;
        return new KruskalWallisTest(h, pValue, explained);
    }
}
