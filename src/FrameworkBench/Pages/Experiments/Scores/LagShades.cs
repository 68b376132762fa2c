using FrameworkBench.Charts;
using FrameworkBench.Statistics;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Experiments.Scores;

/// <summary>
/// The colours of a heat map of scores: how far each is behind the best. Scores near the best differ in colour, however far behind
/// others are.
/// </summary>
/// <param name="Most">From this lag on all cells share the faintest colour.</param>
/// <param name="IsRelative">Whether lags are shares of the best score, since errors have the units of their targets.</param>
internal sealed record LagShades(double Most, bool IsRelative)
{
    // Half of the lags get colours of their own.
    private const double ToldApart = 0.5;

    private const double Rounding = 1e-9;

    /// <summary>The colours of some lags; those that are no number are passed over.</summary>
    internal static LagShades Of(IEnumerable<double> lags, bool isRelative)
    {
        double[] behind = [.. lags.Where(lag => double.IsFinite(lag) && lag > Rounding)];
        if (behind.Length == 0)
            return new LagShades(0.01, isRelative);
        double quantile = Quantiles.Of(behind, ToldApart);
        double step = Math.Pow(10, Math.Floor(Math.Log10(quantile)));
        return new LagShades(Math.Ceiling((quantile / step) - Rounding) * step, isRelative);
    }

    /// <summary>Colours a heat map.</summary>
    /// <param name="map">The heat map.</param>
    /// <param name="lags">How far each cell is behind: rows × columns; not a number for none.</param>
    /// <param name="best">Whose score they are behind, such as "the data set’s best".</param>
    internal HeatMap Shade(HeatMap map, IReadOnlyList<IReadOnlyList<double>> lags, string best) => map with
    {
        Shades = [.. lags.Select(row => row.Select(lag => -lag).ToArray())],
        Scale = new Axis(map.Scale.Label) { Minimum = -Most, Maximum = 0 },
        ShadeLabel = $"{(IsRelative ? Figures.Percent(Most) : Figures.Number(Most))} or more behind {best} … the best",
    };
}
