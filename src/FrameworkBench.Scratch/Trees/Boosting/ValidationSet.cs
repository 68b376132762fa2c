using FrameworkBench.Scratch.Trees.Binning;
using FrameworkBench.Scratch.Trees.Boosting.Losses;

namespace FrameworkBench.Scratch.Trees.Boosting;

/// <summary>The rows that early stopping watches.</summary>
internal sealed class ValidationSet
{
    private readonly BoostingLoss loss;
    private readonly double[] raw;
    private readonly int[] rows;

    /// <summary>The rows at the baseline.</summary>
    public ValidationSet(BinnedTable table, BoostingLoss loss, double[] raw)
    {
        Table = table;
        this.loss = loss;
        this.raw = raw;
        rows = [.. Enumerable.Range(0, table.Rows)];
    }

    /// <summary>The rows, binned as the training rows are.</summary>
    public BinnedTable Table { get; }

    /// <summary>The numbers of all rows.</summary>
    public ReadOnlySpan<int> Rows => rows;

    /// <summary>An output's raw predictions; different outputs may be added to at once.</summary>
    public Span<double> RawOf(int output) => raw.AsSpan(output * loss.RowStride, loss.Rows);

    /// <summary>The mean loss of the trees added so far.</summary>
    public double Loss()
    {
        loss.Update(raw, threads: 1);
        return loss.Mean();
    }
}
