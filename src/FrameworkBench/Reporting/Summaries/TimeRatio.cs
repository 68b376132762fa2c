namespace FrameworkBench.Reporting.Summaries;

/// <summary>Times relative to a reference over several models.</summary>
/// <param name="Mean">Geometric mean of the ratios.</param>
/// <param name="Least">The smallest.</param>
/// <param name="Most">The largest.</param>
internal sealed record TimeRatio(double Mean, double Least, double Most)
{
    /// <summary>Sums up ratios; null when there are none.</summary>
    internal static TimeRatio? Of(IReadOnlyList<double> ratios) => ratios.Count == 0
        ? null
        : new TimeRatio(Math.Exp(ratios.Average(Math.Log)), ratios.Min(), ratios.Max());

    /// <summary>A ratio with two significant digits: ×0.42, ×1.7, ×23.</summary>
    internal static string Text(double ratio) => ratio >= 9.95
        ? FormattableString.Invariant($"×{ratio:0}")
        : FormattableString.Invariant($"×{Math.Round(ratio, Math.Clamp(1 - (int)Math.Floor(Math.Log10(ratio)), 0, 6)):0.######}");

    /// <inheritdoc/>
    public override string ToString() => Least == Most ? Text(Mean) : $"{Text(Mean)} [{Text(Least)}, {Text(Most)}]";
}
