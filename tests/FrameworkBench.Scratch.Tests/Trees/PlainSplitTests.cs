using FrameworkBench.Scratch.Numerics;
using FrameworkBench.Scratch.Trees;
using FrameworkBench.Scratch.Trees.Cart;

namespace FrameworkBench.Scratch.Tests.Trees;

/// <summary>Trees of values against a search that tries every threshold of every feature by its definition.</summary>
public sealed class PlainSplitTests
{
    [Theory]
    [InlineData(40, 1)]
    [InlineData(300, 1)]
    [InlineData(300, 7)]
    [InlineData(1500, 2)]
    public void No_split_of_a_tree_of_values_can_be_bettered(int rows, int minSamplesLeaf)
    {
        RegressionData data = Table(rows);
        CartTree tree = DecisionTree.Fit(data, new() { MinSamplesLeaf = minSamplesLeaf }).Tree;
        var open = new Stack<(int Node, int[] Rows)>([(0, [.. Enumerable.Range(0, rows)])]);
        int splits = 0;
        while (open.TryPop(out (int Node, int[] Rows) next))
        {
            TreeNode node = tree.Structure.Nodes[next.Node];
            if (tree.Structure.IsLeaf(next.Node))
            {
                Assert.True(IsPure(data, next.Rows) || double.IsNegativeInfinity(Best(data, next.Rows, minSamplesLeaf)));
                continue;
            }

            int[] left = [.. next.Rows.Where(row => GoesLeft(data, row, node))];
            int[] right = [.. next.Rows.Except(left)];
            Assert.True(Math.Min(left.Length, right.Length) >= minSamplesLeaf);
            Assert.Equal(Best(data, next.Rows, minSamplesLeaf), Score(data, left, right), 1e-9 * rows);
            open.Push((node.Left, left));
            open.Push((node.Left + 1, right));
            splits++;
        }

        Assert.Equal(tree.Leaves.Count - 1, splits);
    }

    // Features of many values, of few, of one, with missing values, and copies of each other.
    private static RegressionData Table(int rows)
    {
        const int Columns = 7;
        var random = new RandomSource(11);
        float[] values = new float[rows * Columns];
        double[] targets = new double[rows];
        for (int row = 0; row < rows; row++)
        {
            Span<float> own = values.AsSpan(row * Columns, Columns);
            own[0] = (float)random.NextGaussian();
            own[1] = random.NextDouble() < 0.2 ? float.NaN : (float)random.NextGaussian();
            own[2] = random.NextInt32(3);
            own[3] = 4;
            own[4] = MathF.Round(10 * (float)random.NextGaussian());
            own[5] = random.NextDouble() < 0.7 ? float.NaN : random.NextInt32(50);
            own[6] = own[0];
            targets[row] = own[0] + (float.IsNaN(own[1]) ? 2 : own[1] * own[2]) + (0.1 * random.NextGaussian());
        }

        return new RegressionData(new FeatureTable(values, Columns), targets);
    }

    private static bool GoesLeft(RegressionData data, int row, TreeNode node)
    {
        float value = data.Features.Row(row)[node.Feature];
        return float.IsNaN(value) ? node.Rule == TreeNode.MissingLeft : value <= node.Threshold;
    }

    private static bool IsPure(RegressionData data, int[] rows) => rows.All(row => data.Targets.Span[row] == data.Targets.Span[rows[0]]);

    private static double Best(RegressionData data, int[] rows, int minSamplesLeaf)
    {
        double best = double.NegativeInfinity;
        for (int feature = 0; feature < data.Features.Columns; feature++)
        {
            float[] values = Array.ConvertAll(rows, row => data.Features.Row(row)[feature]);
            foreach (float threshold in values.Where(value => !float.IsNaN(value)).Distinct())
            {
                foreach (bool missingLeft in (bool[])[false, true])
                {
                    bool[] isLeft = Array.ConvertAll(values, value => float.IsNaN(value) ? missingLeft : value <= threshold);
                    int[] left = [.. rows.Where((_, i) => isLeft[i])];
                    int[] right = [.. rows.Where((_, i) => !isLeft[i])];
                    if (Math.Min(left.Length, right.Length) >= minSamplesLeaf)
                        best = Math.Max(best, Score(data, left, right));
                }
            }
        }

        return best;
    }

    // Minus the squared distance from the mean of the own side.
    private static double Score(RegressionData data, int[] left, int[] right)
    {
        double sum = 0;
        foreach (int[] side in (int[][])[left, right])
        {
            double mean = side.Length == 0 ? 0 : side.Average(row => data.Targets.Span[row]);
            sum -= side.Sum(row => (data.Targets.Span[row] - mean) * (data.Targets.Span[row] - mean));
        }

        return sum;
    }
}
