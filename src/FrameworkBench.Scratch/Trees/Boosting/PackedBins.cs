using System.Runtime.CompilerServices;
using FrameworkBench.Scratch.Trees.Binning;

namespace FrameworkBench.Scratch.Trees.Boosting;

/// <summary>
/// The bins of a tree's features in groups of eight, then four, two and one, row after row within a group: one load
/// brings a row's bins of the whole group, and updates that follow each other go to different features.
/// </summary>
internal sealed unsafe class PackedBins
{
    private readonly byte[] packed;
    private readonly byte* start;
    private readonly int rows;

    /// <summary>Memory for so many features.</summary>
    public PackedBins(int rows, int features)
    {
        this.rows = rows;
        packed = GC.AllocateUninitializedArray<byte>(checked((rows * features) + 8), pinned: true);
        fixed (byte* first = packed)
            start = first;
        FirstSlots = GroupStarts(features);
        Features = new int[features];
    }

    /// <summary>Which features these are, ascending: a feature's place here is its slot.</summary>
    public int[] Features { get; }

    /// <summary>Where each group starts among the features, and after the last one the number of features.</summary>
    public int[] FirstSlots { get; }

    /// <summary>How many groups there are.</summary>
    public int GroupCount => FirstSlots.Length - 1;

    /// <summary>The bins of a group: rows × width bytes.</summary>
    public byte* Group(int group) => start + ((long)rows * FirstSlots[group]);

    /// <summary>How many features a group has: 8, 4, 2 or 1.</summary>
    public int WidthOf(int group) => FirstSlots[group + 1] - FirstSlots[group];

    /// <summary>The bins of all features.</summary>
    public static PackedBins Of(BinnedTable table)
    {
        var all = new PackedBins(table.Rows, table.Features.Length);
        all.Pack(table, [.. Enumerable.Range(0, table.Features.Length)]);
        return all;
    }

    /// <summary>Takes the bins of these features, in this order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Pack(BinnedTable table, ReadOnlySpan<int> features)
    {
        features.CopyTo(Features);
        for (int group = 0; group < GroupCount; group++)
        {
            int width = WidthOf(group);
            for (int place = 0; place < width; place++)
            {
                ReadOnlySpan<byte> column = table.Column(features[FirstSlots[group] + place]);
                byte* to = Group(group) + place;
                foreach (byte bin in column)
                {
                    *to = bin;
                    to += width;
                }
            }
        }
    }

    private static int[] GroupStarts(int features)
    {
        List<int> starts = [0];
        for (int width = 8; width > 0; width >>= 1)
        {
            while (features - starts[^1] >= width)
                starts.Add(starts[^1] + width);
        }

        return [.. starts];
    }
}
