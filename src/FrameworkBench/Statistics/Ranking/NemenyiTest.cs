namespace FrameworkBench.Statistics.Ranking;

/// <summary>
/// The Nemenyi test (1963), as in Demšar (2006): two models differ when their average ranks differ by at least the
/// critical difference. It goes with a critical-difference diagram, which is a picture and not the proof.
/// </summary>
/// <param name="CriticalDifference">In ranks.</param>
/// <param name="PValues">Models × models: of "these two rank alike".</param>
/// <param name="Groups">
/// The largest sets of models without significant differences, of two and more, each by rank, the best set first. Numbers are
/// the models' places in the table.
/// </param>
public sealed record NemenyiTest(
    double CriticalDifference, IReadOnlyList<IReadOnlyList<double>> PValues, IReadOnlyList<IReadOnlyList<int>> Groups)
{
    /// <summary>Compares all pairs of a table of ranks.</summary>
    /// <param name="table">Of k models on N data sets.</param>
    /// <param name="significance">α, between 0 and 1.</param>
    /// <returns>The critical difference, the p values, and the groups.</returns>
    /// <exception cref="ArgumentException">α outside 0 … 1.</exception>
    public static NemenyiTest Of(RankTable table, double significance = 0.05)
    {
        ArgumentNullException.ThrowIfNull(table);
        Check.Share(significance, nameof(significance));
        double k = table.Models;
        double scale = Math.Sqrt(k * (k + 1) / (6 * table.DataSets));
        double critical = StudentizedRange.Quantile(1 - significance, table.Models) / Math.Sqrt(2) * scale;
        return new NemenyiTest(
            critical,
            [.. table.Average.Select(one => (IReadOnlyList<double>)[.. table.Average.Select(other =>
                1 - StudentizedRange.Cumulative(Math.Abs(one - other) / scale * Math.Sqrt(2), table.Models))])],
            Cliques(table.Average, critical));
    }

    private static List<IReadOnlyList<int>> Cliques(IReadOnlyList<double> ranks, double critical)
    {
        int[] order = [.. Enumerable.Range(0, ranks.Count).OrderBy(i => ranks[i])];
        var groups = new List<IReadOnlyList<int>>();
        int covered = 0;
        for (int first = 0; first < order.Length; first++)
        {
            int end = first + 1;
            while (end < order.Length && ranks[order[end]] - ranks[order[first]] < critical)
                end++;
            if (end - first > 1 && end > covered) groups.Add(order[first..end]);
            covered = Math.Max(covered, end);
        }

        return groups;
    }
}
