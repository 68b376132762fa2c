using FrameworkBench.Protocol.Hosting;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Scratch.Trees;
using FrameworkBench.Scratch.Trees.Cart;

namespace FrameworkBench.Engines.Scratch;

/// <summary>Tells a fitted tree node by node, with what its training rows say at each.</summary>
internal sealed class TreeQuestions
{
    private readonly TreeStructure structure;
    private readonly RowEncoder encoder;
    private readonly IReadOnlyList<FeatureColumn> features;
    private readonly long[] rows;

    // Sums by node: of each class's rows, or of the values and then of their squares.
    private readonly double[][] sums;
    private readonly bool isRegression;

    private TreeQuestions(DecisionTree tree, FeatureTable training, FitTask task)
    {
        structure = tree.Tree.Structure;
        encoder = RankedTable.Of(training).Encoder();
        features = task.Features;
        isRegression = task.Task == TaskKind.Regression;
        rows = new long[structure.Nodes.Length];
        sums = [.. Enumerable.Range(0, rows.Length).Select(_ => new double[isRegression ? 2 : task.Classes])];
        Count(training, task.TrainY.ToDoubles());
    }

    /// <summary>The nodes, the root first.</summary>
    public static IReadOnlyList<DecisionNode> Of(DecisionTree tree, FeatureTable training, FitTask task)
    {
        var questions = new TreeQuestions(tree, training, task);
        return [.. Enumerable.Range(0, questions.rows.Length).Select(questions.Describe)];
    }

    private void Count(FeatureTable training, double[] targets)
    {
        ReadOnlySpan<float> encoded = encoder.Encode(training.Values);
        for (int row = 0; row < training.Rows; row++)
        {
            ReadOnlySpan<float> values = encoded.Slice(row * training.Columns, training.Columns);
            for (int at = 0; ; at = structure.Nodes[at].Left + (GoesLeft(structure.Nodes[at], values[structure.Nodes[at].Feature]) ? 0 : 1))
            {
                rows[at]++;
                if (isRegression)
                    (sums[at][0], sums[at][1]) = (sums[at][0] + targets[row], sums[at][1] + (targets[row] * targets[row]));
                else
                    sums[at][(int)targets[row]]++;
                if (structure.IsLeaf(at))
                    break;
            }
        }
    }

    private bool GoesLeft(in TreeNode node, float value) => node.Rule switch
    {
        TreeNode.MissingRight => value <= node.Threshold,
        TreeNode.MissingLeft => !(value > node.Threshold),
        _ => IsInSet(node, (int)value),
    };

    private bool IsInSet(in TreeNode node, int place) => (structure.CategoryWords[node.Rule + (place >> 6)] >> (place & 63) & 1) != 0;

    private DecisionNode Describe(int at)
    {
        IEnumerable<double> own = isRegression ? sums[at].Take(1) : sums[at];
        var answer = new DecisionNode { Rows = rows[at], Value = [.. own.Select(sum => sum / rows[at])] };
        if (structure.IsLeaf(at))
            return answer;
        TreeNode node = structure.Nodes[at];
        bool byThreshold = node.Rule is TreeNode.MissingLeft or TreeNode.MissingRight;
        return answer with
        {
            Feature = node.Feature,
            Threshold = byThreshold ? node.Threshold : null,
            Categories = byThreshold
                ? null
                : [.. Enumerable.Range(0, features[node.Feature].Categories).Where(code => GoesLeft(node, Encode(node.Feature, code)))],
            MissingLeft = GoesLeft(node, Encode(node.Feature, float.NaN)),
            Left = node.Left,
            Right = node.Left + 1,
            Gain = Math.Max(0, Impurity(at) - Impurity(node.Left) - Impurity(node.Left + 1)),
        };
    }

    private float Encode(int feature, float value)
    {
        float[] row = new float[features.Count];
        row[feature] = value;
        return encoder.Encode(row)[feature];
    }

    /// <summary>The Gini impurity, or the variance, weighted by the node's share of the rows.</summary>
    private double Impurity(int at)
    {
        double own = rows[at];
        double impurity = isRegression
            ? Math.Max(0, (sums[at][1] / own) - (sums[at][0] / own * (sums[at][0] / own)))
            : 1 - sums[at].Sum(count => count / own * (count / own));
        return impurity * own / rows[0];
    }
}
