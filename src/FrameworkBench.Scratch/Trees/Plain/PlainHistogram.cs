using FrameworkBench.Scratch.Trees.Binning;
using FrameworkBench.Scratch.Trees.Boosting;

namespace FrameworkBench.Scratch.Trees.Plain;

/// <summary>
/// The sums of gradients, hessians and rows in each bin of a feature: all that a split search needs to know of the rows (Ke et
/// al. 2017, algorithm 1). The tests hold <see cref="HistogramKernel"/> to it.
/// </summary>
internal static class PlainHistogram
{
    /// <summary>One sum a bin of the feature, and behind them that of its missing values.</summary>
    /// <param name="table">The binned rows.</param>
    /// <param name="feature">Which feature.</param>
    /// <param name="gradients">Each row's gradient and hessian.</param>
    /// <param name="rows">The rows of the node.</param>
    public static GradientSum[] Of(BinnedTable table, int feature, GradientSum[] gradients, int[] rows)
    {
        var histogram = new GradientSum[table.Features[feature].BinCount + 1];
        foreach (int row in rows)
            histogram[table.Column(feature)[row]] += gradients[row];
        return histogram;
    }
}
