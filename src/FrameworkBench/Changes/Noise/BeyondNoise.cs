using FrameworkBench.Statistics;

namespace FrameworkBench.Changes.Noise;

/// <summary>
/// Which of many figures moved beyond noise. When two runs differ by their seeds alone, the chance that any figure seems to have moved is
/// at most half a percent.
/// </summary>
/// <remarks>
/// A figure moved when its p value after Holm's correction is small enough and its change exceeds the margin; without any spread, whatever
/// the change. Most of the half percent belongs to the scores by which models are usually compared, so that the others do not hide them.
/// </remarks>
public static class BeyondNoise
{
    /// <summary>The chance of any false alarm among the scores by which models are usually compared.</summary>
    public const double AlarmsOfUsual = 0.004;

    /// <summary>The chance of any false alarm among all other figures.</summary>
    public const double AlarmsOfOthers = 0.001;

    /// <summary>The chance of any false alarm.</summary>
    public const double Alarms = AlarmsOfUsual + AlarmsOfOthers;

    /// <summary>The figures that moved, in the order given.</summary>
    /// <param name="figures">All that were compared.</param>
    public static IReadOnlyList<FigureChange> Among(IEnumerable<ComparedFigure> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        ComparedFigure[] tested = [.. figures.Where(IsTested)];
        return
        [
            .. Among([.. tested.Where(figure => figure.IsUsual)], AlarmsOfUsual),
            .. Among([.. tested.Where(figure => !figure.IsUsual)], AlarmsOfOthers),
        ];
    }

    /// <summary>Whether a figure is one of those that the correction counts: it is another, and noise is known.</summary>
    /// <param name="figure">The figure.</param>
    public static bool IsTested(ComparedFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return !figure.Contrast.IsNone && figure.Contrast.IsTestable;
    }

    private static IEnumerable<FigureChange> Among(ComparedFigure[] tested, double alarms)
    {
        IReadOnlyList<double> adjusted = HolmCorrection.Adjust([.. tested.Select(figure => figure.Contrast.Difference.PValue)]);
        return tested.Select((figure, i) => new FigureChange(figure, adjusted[i]))
            .Where(change => change.PValue <= alarms && IsBeyondMargin(change.Figure));
    }

    private static bool IsBeyondMargin(ComparedFigure figure) =>
        figure.Contrast.IsCertain || Math.Abs(figure.Contrast.Difference.Difference) > figure.OwnMargin;
}
