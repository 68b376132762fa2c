using FrameworkBench.Scratch.Numerics;
using FrameworkBench.Scratch.Trees.Cart;

namespace FrameworkBench.Scratch.Trees.Forests;

/// <summary>Grows trees of a forest on one thread, one after another in the same memory.</summary>
internal sealed class ForestWorker
{
    private readonly CartGrower grower;
    private readonly ushort[] counts;
    private readonly bool bootstrap;
    private readonly int outputs;

    /// <summary>A worker for trees on this table.</summary>
    public ForestWorker(RankedTable table, CartTask task, TreeOptions options, bool bootstrap)
    {
        this.bootstrap = bootstrap;
        outputs = task.Outputs;
        counts = new ushort[table.Rows];
        counts.AsSpan().Fill(1);
        grower = new CartGrower(table, task.Search(counts, options), options);
    }

    /// <summary>The next tree, and which rows it was grown on.</summary>
    public (CartTree Tree, bool[] Drawn) Grow(RandomSource random)
    {
        int[] rows = bootstrap ? Bootstrap.Draw(counts, random) : [.. Enumerable.Range(0, counts.Length)];
        bool[] drawn = new bool[counts.Length];
        foreach (int row in rows)
            drawn[row] = true;
        return (grower.Grow(rows, outputs, random), drawn);
    }
}
