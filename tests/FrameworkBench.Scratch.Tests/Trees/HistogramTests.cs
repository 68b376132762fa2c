using FrameworkBench.Scratch.Numerics;
using FrameworkBench.Scratch.Trees;
using FrameworkBench.Scratch.Trees.Binning;
using FrameworkBench.Scratch.Trees.Boosting;
using FrameworkBench.Scratch.Trees.Plain;

namespace FrameworkBench.Scratch.Tests.Trees;

public sealed unsafe class HistogramTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(23)]
    public void The_kernel_equals_the_plain_histogram_of_each_feature(int columns)
    {
        var table = BinnedTable.Fit(SyntheticTables.Numbers(500, columns, seed: 1, missingShare: 0.2), 255, seed: 0);
        GradientSum[] entries = RandomEntries(table.Rows, seed: 2);
        int[] rows = [.. Enumerable.Range(0, table.Rows).Where(row => row % 3 != 1)];
        GradientSum[] counted = Count(table, entries, rows);
        for (int feature = 0; feature < columns; feature++)
        {
            GradientSum[] expected = PlainHistogram.Of(table, feature, entries, rows);
            Assert.Equal(expected, counted.AsSpan(feature * HistogramKernel.Stride, expected.Length).ToArray());
        }
    }

    [Fact]
    public void What_remains_of_the_parent_equals_the_other_child_counted()
    {
        var table = BinnedTable.Fit(SyntheticTables.Numbers(700, 9, seed: 3), 64, seed: 0);
        GradientSum[] entries = RandomEntries(table.Rows, seed: 4);
        int[] parent = [.. Enumerable.Range(0, table.Rows)];
        GradientSum[] left = Count(table, entries, [.. parent.Where(row => row % 5 == 0)]);
        GradientSum[] right = Count(table, entries, [.. parent.Where(row => row % 5 != 0)]);
        Assert.Equal(right, Count(table, entries, parent).Zip(left, (all, part) => all - part));
    }

    [Fact]
    public void A_model_is_the_same_when_no_histogram_can_be_kept()
    {
        RegressionData data = SyntheticTables.Regression(600, 5, seed: 5, missingShare: 0.1);
        var table = BinnedTable.Fit(data.Features, 255, seed: 0);
        var options = new BoostedTreesOptions { MaxLeaves = 40, MinSamplesLeaf = 3 };
        GradientScale scale = new(table.Rows, 1e4, table.Rows);
        var kept = new HistogramTreeGrower(table, options);
        var given = new HistogramTreeGrower(table, options, threads: 1, poolBytes: 0);
        foreach (HistogramTreeGrower grower in new[] { kept, given })
        {
            for (int row = 0; row < table.Rows; row++)
                grower.Gradients[row] = scale.Entry(-data.Targets.Span[row], 1);
            grower.Grow([.. Enumerable.Range(0, table.Rows)], scale, PackedBins.Of(table));
        }

        Assert.Equal(79, kept.NodeCount);
        Assert.Equal(
            kept.Nodes.ToArray().Select(node => (node.Start, node.Count, node.Sum, node.Split.Bin, node.Left)),
            given.Nodes.ToArray().Select(node => (node.Start, node.Count, node.Sum, node.Split.Bin, node.Left)));
    }

    // The runtime itself, or a profiler, allocates now and then. What growing a tree allocates it allocates every time.
    [Fact]
    public void Growing_another_tree_allocates_nothing()
    {
        RegressionData data = SyntheticTables.Regression(400, 5, seed: 6);
        var table = BinnedTable.Fit(data.Features, 255, seed: 0);
        var bins = PackedBins.Of(table);
        int[] rows = [.. Enumerable.Range(0, table.Rows)];
        var grower = new HistogramTreeGrower(table, new() { MinSamplesLeaf = 3 });
        GradientScale scale = new(table.Rows, 1e4, table.Rows);
        for (int row = 0; row < table.Rows; row++)
            grower.Gradients[row] = scale.Entry(-data.Targets.Span[row], 1);
        grower.Grow(rows, scale, bins);
        Assert.Contains(0, Enumerable.Range(0, 3).Select(_ => AllocatedByAnother()));
        Assert.Equal(61, grower.NodeCount);

        long AllocatedByAnother()
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            grower.Grow(rows, scale, bins);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Theory]
    [InlineData(1, 0.0)]
    [InlineData(5, 0.0)]
    [InlineData(5, 2.5)]
    [InlineData(40, 0.0)]
    public void The_threshold_found_is_the_best_of_all(int minSamplesLeaf, double l2)
    {
        for (ulong seed = 0; seed < 40; seed++)
        {
            int bins = 1 + (int)(seed * 7 % 255);
            FeatureTable features = SyntheticTables.Numbers(300, 1, seed, missingShare: seed % 3 * 0.2);
            var table = BinnedTable.Fit(features, Math.Max(2, bins), seed: 0);
            GradientSum[] entries = RandomEntries(table.Rows, seed + 100);
            GradientSum[] histogram = Count(table, entries, [.. Enumerable.Range(0, table.Rows)]);
            GradientSum total = entries.Aggregate((a, b) => a + b);
            var options = new BoostedTreesOptions { MinSamplesLeaf = minSamplesLeaf, L2 = l2, MinChildWeight = 3 };
            var rules = new SplitRules(options, EntryScale);
            SplitCandidate found = SplitCandidate.None;
            long[] scratch = new long[NumericSplits.ScratchLength];
            fixed (GradientSum* first = histogram)
            fixed (long* room = scratch)
                NumericSplits.Find(first, table.Features[0].BinCount, slot: 0, total, rules, room, ref found);

            AssertSame(PlainSplits.Numeric(histogram[..(table.Features[0].BinCount + 1)], total, rules), found);
        }
    }

    [Theory]
    [InlineData(1, 0.0, 0)]
    [InlineData(5, 2.5, 0)]
    [InlineData(1, 0.0, 10)]
    [InlineData(20, 1.0, 4)]
    public void The_categories_sent_left_are_those_that_the_plain_search_sends_left(int minSamplesLeaf, double l2, double smoothing)
    {
        for (ulong seed = 0; seed < 40; seed++)
        {
            var options = new BoostedTreesOptions { MinSamplesLeaf = minSamplesLeaf, L2 = l2, CategorySmoothing = smoothing };
            var rules = new SplitRules(options, EntryScale);
            (GradientSum[] histogram, GradientSum total) = Categories(categories: 2 + (int)(seed * 7 % 60), seed);
            SplitCandidate found = FindCategories(histogram, total, rules);
            SplitCandidate expected = PlainSplits.Categorical(histogram, total, rules);
            AssertSame(expected, found);
            Assert.Equal(Members(expected.LeftBins, histogram.Length), Members(found.LeftBins, histogram.Length));
        }
    }

    [Fact]
    public void No_set_of_categories_is_better_than_the_best_prefix()
    {
        for (ulong seed = 0; seed < 30; seed++)
        {
            var rules = new SplitRules(
                new BoostedTreesOptions { MinSamplesLeaf = 1, MinChildWeight = 0, CategorySmoothing = 0 }, EntryScale);
            (GradientSum[] histogram, GradientSum total) = Categories(categories: 7, seed);
            double best = Enumerable.Range(1, (1 << histogram.Length) - 2).Max(set =>
            {
                GradientSum left = histogram.Where((_, bin) => (set >> bin & 1) != 0).Aggregate((a, b) => a + b);
                return rules.ScoreOf(left) + rules.ScoreOf(total - left);
            });
            Assert.Equal(best, FindCategories(histogram, total, rules).Score, best * 1e-12);
        }
    }

    private static (GradientSum[] Histogram, GradientSum Total) Categories(int categories, ulong seed)
    {
        var random = new RandomSource(seed);
        float[] codes = [.. Enumerable.Range(0, 300).Select(_ => random.NextInt32(5) == 0 ? float.NaN : random.NextInt32(categories))];
        var table = BinnedTable.Fit(new FeatureTable(codes, 1, [FeatureKind.Categorical]), 255, seed: 0);
        GradientSum[] entries = RandomEntries(table.Rows, seed + 100);
        return (PlainHistogram.Of(table, 0, entries, [.. Enumerable.Range(0, table.Rows)]), entries.Aggregate((a, b) => a + b));
    }

    private static SplitCandidate FindCategories(GradientSum[] histogram, GradientSum total, in SplitRules rules)
    {
        SplitCandidate found = SplitCandidate.None;
        fixed (GradientSum* first = histogram)
            CategoricalSplits.Find(first, histogram.Length - 1, slot: 0, total, rules, ref found);
        return found;
    }

    private static int[] Members(BinSet set, int bins) => [.. Enumerable.Range(0, bins).Where(bin => set.Contains(bin))];

    private static void AssertSame(in SplitCandidate expected, in SplitCandidate found)
    {
        Assert.Equal(
            (expected.Slot, expected.Bin, expected.MissingLeft, expected.Left), (found.Slot, found.Bin, found.MissingLeft, found.Left));
        Assert.Equal(expected.Score, found.Score, Math.Abs(expected.Score) * 1e-12);
    }

    private static readonly GradientScale EntryScale = new(rows: 1000, absoluteGradientSum: 5000, hessianSum: 1000);

    private static GradientSum[] RandomEntries(int rows, ulong seed)
    {
        var random = new RandomSource(seed);
        var entries = new GradientSum[rows];
        for (int row = 0; row < rows; row++)
            entries[row] = EntryScale.Entry(random.NextGaussian(), random.NextDouble());
        return entries;
    }

    private static GradientSum[] Count(BinnedTable table, GradientSum[] entries, int[] rows)
    {
        var packed = PackedBins.Of(table);
        var histogram = new GradientSum[table.Features.Length * HistogramKernel.Stride];
        GradientSum[] ordered = [.. rows.Select(row => entries[row])];
        fixed (int* rowList = rows)
        fixed (GradientSum* gradients = ordered, counted = histogram)
        {
            for (int group = 0; group < packed.GroupCount; group++)
            {
                HistogramKernel.Add(
                    packed.Group(group), packed.WidthOf(group), rowList, gradients, rows.Length,
                    counted + (packed.FirstSlots[group] * HistogramKernel.Stride));
            }
        }

        return histogram;
    }
}
