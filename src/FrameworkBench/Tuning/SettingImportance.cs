using System.Globalization;
using FrameworkBench.Statistics.Ranking;

namespace FrameworkBench.Tuning;

/// <summary>
/// How much a setting alone decides where a candidate stands: the main effect of a functional analysis of variance (as
/// Hutter, Hoos and Leyton-Brown 2014 ask for it), on the ranks of the candidates themselves in place of a model of them.
/// </summary>
/// <param name="Setting">The setting.</param>
/// <param name="Explained">The share of the variance of the candidates' standings that its values explain, less what chance explains; NaN
/// with too few candidates.</param>
/// <param name="PValue">Of no effect, by the test of Kruskal and Wallis.</param>
/// <param name="BestQuarter">What the best quarter of the candidates had.</param>
public sealed record SettingImportance(SettingColumn Setting, double Explained, double PValue, string BestQuarter)
{
    private const int MostGroups = 4;
    private const int LeastInGroup = 5;

    /// <summary>The importance of every setting of a search, the largest first.</summary>
    /// <param name="summary">The search.</param>
    public static IReadOnlyList<SettingImportance> Of(SearchSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        IReadOnlyList<CandidateSummary> drawn = summary.Drawn;
        if (drawn.Count == 0)
            return [];
        double[] standings = [.. drawn.Select(candidate => candidate.Standing)];
        return [
            .. SettingColumn.Of(summary.Model.Search!.Settings, drawn).Select(setting => Of(setting, standings))
            .OrderByDescending(importance => importance.Explained)];
    }

    /// <summary>The importance of a setting.</summary>
    /// <param name="setting">Its values, at least one.</param>
    /// <param name="standings">Where each candidate stands; higher is better.</param>
    public static SettingImportance Of(SettingColumn setting, IReadOnlyList<double> standings)
    {
        ArgumentNullException.ThrowIfNull(setting);
        var test = KruskalWallisTest.Of(standings, GroupsOf(setting));
        return new SettingImportance(setting, test.Explained, test.PValue, BestOf(setting, standings));
    }

    /// <summary>
    /// Groups of candidates with like values: one a name, or a number where there are few; else at most four of equal size with
    /// five candidates each, equal numbers in one group. Candidates that leave the setting to the framework are a group of their own.
    /// </summary>
    internal static int[] GroupsOf(SettingColumn setting)
    {
        double[] set = [.. setting.Values.Where(value => !double.IsNaN(value))];
        double[] distinct = [.. set.Distinct().Order()];
        if (setting.Names is not null || distinct.Length <= MostGroups)
            return [.. setting.Values.Select(value => double.IsNaN(value) ? -1 : Array.BinarySearch(distinct, value))];

        int groups = Math.Clamp(set.Length / LeastInGroup, 2, MostGroups);
        double[] ordered = [.. set.Order()];
        return [
            .. setting.Values.Select(
                value => double.IsNaN(value) ? -1 : Array.FindIndex(ordered, other => other.Equals(value)) * groups / ordered.Length)];
    }

    private static string BestOf(SettingColumn setting, IReadOnlyList<double> standings)
    {
        int quarter = (standings.Count + 3) / 4;
        double[] best =
            [.. Enumerable.Range(0, standings.Count).OrderByDescending(i => standings[i]).Take(quarter).Select(i => setting.Values[i])];
        double[] set = [.. best.Where(value => !double.IsNaN(value))];
        string unset = set.Length < best.Length ? $"{(set.Length > 0 ? ", or " : "")}framework default" : "";
        if (set.Length == 0)
            return unset;
        if (setting.Names is { } names)
            return string.Join(
                ", ", set.GroupBy(value => value).OrderByDescending(same => same.Count()).ThenBy(same => same.Key)
                .Select(same => names[(int)same.Key])) + unset;
        return (set.Min().Equals(set.Max()) ? Text(set[0]) : $"{Text(set.Min())} to {Text(set.Max())}") + unset;
    }

    private static string Text(double value) => value.ToString("G3", CultureInfo.InvariantCulture);
}
