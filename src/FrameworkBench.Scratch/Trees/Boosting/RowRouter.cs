using FrameworkBench.Scratch.Trees.Binning;

namespace FrameworkBench.Scratch.Trees.Boosting;

/// <summary>Sends rows that a tree was not grown on to its leaves: by their bins, all rows of a node at a time.</summary>
internal sealed class RowRouter
{
    private readonly BinnedTable table;
    private readonly RowPartition partition;
    private (int Start, int Count)[] places = new (int, int)[64];

    /// <summary>A router of this table's rows, which must have been binned as those that trees are grown on.</summary>
    public RowRouter(BinnedTable table)
    {
        this.table = table;
        partition = new RowPartition(table.Rows);
    }

    /// <summary>Adds a tree to rows' raw predictions.</summary>
    /// <param name="grower">Has grown it last.</param>
    /// <param name="values">What each of its leaves adds, in the order of the nodes.</param>
    /// <param name="rows">Which rows.</param>
    /// <param name="raw">A number for each row of the table.</param>
    public void AddTo(HistogramTreeGrower grower, ReadOnlySpan<double> values, ReadOnlySpan<int> rows, Span<double> raw)
    {
        ReadOnlySpan<GrownNode> nodes = grower.Nodes;
        if (places.Length < nodes.Length)
            places = new (int, int)[2 * nodes.Length];
        partition.Reset(rows);
        places[0] = (0, rows.Length);
        int leaf = 0;
        for (int i = 0; i < nodes.Length; i++)
        {
            if (nodes[i].Left != 0)
            {
                Split(nodes[i], i, grower.Features[nodes[i].Split.Slot]);
                continue;
            }

            double value = values[leaf++];
            foreach (int row in partition.Rows(places[i].Start, places[i].Count))
                raw[row] += value;
        }
    }

    private void Split(in GrownNode node, int index, int feature)
    {
        (int start, int count) = places[index];
        int left = partition.Split(start, count, node.Split, table.Column(feature), table.Features[feature]);
        places[node.Left] = (start, left);
        places[node.Left + 1] = (start + left, count - left);
    }
}
