using FrameworkBench.Wording;

namespace FrameworkBench.Results.Summaries;

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

    /// <inheritdoc/>
    public override string ToString() => Least == Most
        ? Quantities.Ratio(Mean) : $"{Quantities.Ratio(Mean)} [{Quantities.Ratio(Least)}, {Quantities.Ratio(Most)}]";
}
