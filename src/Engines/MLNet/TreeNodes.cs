using Microsoft.ML.Trainers.FastTree;

namespace FrameworkBench.Engines.MLNet;

/// <summary>Reads the nodes of a trained tree.</summary>
internal static class TreeNodes
{
    /// <summary>The value of the leaf that a row falls into.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="row">The row's columns.</param>
    public static double Value(RegressionTreeBase tree, ReadOnlySpan<float> row)
    {
        // Children below zero are leaves, counted from −1 down.
        int node = tree.NumberOfNodes == 0 ? -1 : 0;
        while (node >= 0)
            node = IsLeft(tree, node, row) ? tree.LeftChild[node] : tree.RightChild[node];
        return tree.LeafValues[~node];
    }

    /// <summary>By how much the splits on each column reduced the squared error of what the trees were fitted to.</summary>
    /// <param name="trees">The trees.</param>
    /// <param name="columns">Columns of the inputs.</param>
    /// <returns>A sum a column.</returns>
    public static double[] TotalGains(IEnumerable<RegressionTreeBase> trees, int columns)
    {
        double[] gains = new double[columns];
        foreach (RegressionTreeBase tree in trees)
        {
            for (int node = 0; node < tree.NumberOfNodes; node++)
                gains[Column(tree, node)] += Math.Max(0, tree.SplitGains[node]);
        }

        return gains;
    }

    /// <summary>The same with each tree counting as much as any other.</summary>
    /// <param name="trees">The trees.</param>
    /// <param name="columns">Columns of the inputs.</param>
    /// <returns>The sum of the trees' shares of a column.</returns>
    public static double[] SharesOfGains(IEnumerable<RegressionTreeBase> trees, int columns)
    {
        double[] shares = new double[columns];
        foreach (double[] gains in trees.Select(tree => TotalGains([tree], columns)))
        {
            double sum = gains.Sum();
            for (int column = 0; sum > 0 && column < columns; column++)
                shares[column] += gains[column] / sum;
        }

        return shares;
    }

    // Rows of any of a split's categories go right.
    private static bool IsLeft(RegressionTreeBase tree, int node, ReadOnlySpan<float> row)
    {
        if (!tree.CategoricalSplitFlags[node])
            return row[tree.NumericalSplitFeatureIndexes[node]] <= tree.NumericalSplitThresholds[node];
        foreach (int category in tree.GetCategoricalSplitFeaturesAt(node))
        {
            if (row[category] > 0)
                return false;
        }

        return true;
    }

    private static int Column(RegressionTreeBase tree, int node) =>
        tree.CategoricalSplitFlags[node] ? tree.GetCategoricalSplitFeaturesAt(node)[0] : tree.NumericalSplitFeatureIndexes[node];
}
