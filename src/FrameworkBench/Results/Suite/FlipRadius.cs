using FrameworkBench.Claims.Tables;
using FrameworkBench.Statistics;

namespace FrameworkBench.Results.Suite;

/// <summary>How many tables would have to be left out to turn what a comparison says.</summary>
/// <param name="Significance">
/// The tables without which a significant mean lead is no longer one, those of the largest lead first; null where it is none with all.
/// </param>
/// <param name="Sign">The tables without which the other side leads on average; null where no number is enough.</param>
/// <param name="Detectable">
/// The smallest mean lead, in the unit of the score, that a comparison of so many tables with this spread detects at 5 % with 80 % power.
/// </param>
internal sealed record FlipRadius(IReadOnlyList<string>? Significance, IReadOnlyList<string>? Sign, double Detectable)
{
    private const double Power = 0.8;
    private const double Level = 0.05;

    /// <summary>The radius of a comparison on at least two tables.</summary>
    internal static FlipRadius Of(IReadOnlyList<TableComparison> tables)
    {
        var all = MeanEstimate.Of([.. tables.Select(table => table.Lead.Difference)]);
        int side = Math.Sign(all.Mean);
        TableComparison[] order = [.. tables.OrderByDescending(table => side * table.Lead.Difference)];
        bool isSignificant = !all.Interval.Contains(0);
        int degrees = tables.Count - 1;
        return new FlipRadius(
            isSignificant ? Dropped(rest => MeanEstimate.Of(rest).Interval.Contains(0)) : null,
            Dropped(rest => Math.Sign(rest.Average()) == -side),
            (Student.Quantile(1 - (Level / 2), degrees) + Student.Quantile(Power, degrees)) * all.StandardError);

        // The fewest: leaving out the largest leads moves the mean the most.
        string[]? Dropped(Func<double[], bool> isTurned)
        {
            for (int dropped = 1; dropped <= order.Length - 2; dropped++)
            {
                if (isTurned([.. order[dropped..].Select(table => table.Lead.Difference)]))
                    return [.. order[..dropped].Select(table => table.Traits.Dataset)];
            }

            return null;
        }
    }
}
