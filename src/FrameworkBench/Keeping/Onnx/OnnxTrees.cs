using FrameworkBench.Protocol.FittedModels.Steps;

namespace FrameworkBench.Keeping.Onnx;

/// <summary>
/// Trees as the attributes of a <c>TreeEnsembleRegressor</c> in float64: it compares the same 32-bit numbers that the model was fitted on
/// with the same 32-bit thresholds, so that every row goes the same way. A set of codes becomes a chain of questions for one code each.
/// </summary>
internal sealed class OnnxTrees(TreesStep step)
{
    private const string UpTo = "BRANCH_LEQ", Equal = "BRANCH_EQ", Leaf = "LEAF";

    private readonly int[] features = step.Features.ToIntegers(), children = step.Children.ToIntegers(), rules = step.Rules.ToIntegers();
    private readonly float[] thresholds = step.Thresholds.ToSingles();
    private readonly double[] leaves = step.Leaves.ToDoubles();
    private readonly List<long> trees = [], nodes = [], columns = [], yes = [], no = [], missingYes = [];
    private readonly List<double> values = [];
    private readonly List<string> modes = [];
    private readonly List<long> targetTrees = [], targetNodes = [], targets = [];
    private readonly List<double> weights = [];

    /// <summary>
    /// What is added to the operation's sums, which it gives in 32 bits: where these are means, what all leaves have in common.
    /// </summary>
    public static double[] StartOf(TreesStep step)
    {
        double[] start = step.Start.ToDoubles();
        if (!step.IsMean)
            return start;
        double[] common = CommonOf(step);
        return [.. start.Select((value, output) => (value / step.Roots.Rows) + common[output])];
    }

    /// <summary>The attributes.</summary>
    public OnnxAttribute[] Attributes()
    {
        double[] common = step.IsMean ? CommonOf(step) : new double[step.Start.Rows];
        int[] roots = step.Roots.ToIntegers();
        for (int tree = 0; tree < roots.Length; tree++)
            AddTree(tree, roots[tree], tree + 1 < roots.Length ? roots[tree + 1] : features.Length, common, roots.Length);
        return
        [
            new("n_targets", (long)step.Start.Rows), new("aggregate_function", "SUM"), new("post_transform", "NONE"),
            new("nodes_treeids", trees), new("nodes_nodeids", nodes), new("nodes_featureids", columns), new("nodes_modes", modes),
            new("nodes_values_as_tensor", new OnnxTensor("values", [values.Count], values.ToArray())),
            new("nodes_truenodeids", yes), new("nodes_falsenodeids", no), new("nodes_missing_value_tracks_true", missingYes),
            new("target_treeids", targetTrees), new("target_nodeids", targetNodes), new("target_ids", targets),
            new("target_weights_as_tensor", new OnnxTensor("weights", [weights.Count], weights.ToArray())),
        ];
    }

    private static double[] CommonOf(TreesStep step)
    {
        double[] all = step.Leaves.ToDoubles();
        return [.. Enumerable.Range(0, step.Leaves.Columns)
            .Select(output => Enumerable.Range(0, step.Leaves.Rows).Average(leaf => all[(leaf * step.Leaves.Columns) + output]))];
    }

    private void AddTree(int tree, int first, int end, double[] common, int count)
    {
        int next = end - first;
        for (int at = first; at < end; at++)
        {
            int node = at - first, left = children[at] - first;
            if (features[at] == TreesStep.Leaf)
            {
                AddNode(tree, node, 0, Leaf, 0, 0, 0, missing: false);
                AddLeaf(tree, node, children[at], common, count);
            }
            else if (rules[at] < 0)
            {
                AddNode(tree, node, features[at], UpTo, thresholds[at], left, left + 1, rules[at] == TreesStep.MissingLeft);
            }
            else
            {
                next = AddSet(tree, node, at, left, next);
            }
        }
    }

    // The shorter list of codes, those that go left or those that go right.
    private int AddSet(int tree, int node, int at, int left, int next)
    {
        int categories = step.Categories[features[at]];
        var sides = Enumerable.Range(0, categories).ToLookup(code => step.GoesLeft(rules[at], code));
        bool missingLeft = step.GoesLeft(rules[at], categories), listsLeft = sides[true].Count() <= sides[false].Count();
        int[] codes = [.. sides[listsLeft]];
        (int found, int other) = listsLeft ? (left, left + 1) : (left + 1, left);
        bool missingFound = missingLeft == listsLeft;
        if (codes.Length == 0)
            AddNode(tree, node, features[at], UpTo, -1, found, other, missingFound);
        for (int i = 0; i < codes.Length; i++)
        {
            int own = i == 0 ? node : next++;
            AddNode(tree, own, features[at], Equal, codes[i], found, i + 1 < codes.Length ? next : other, missingFound);
        }

        return next;
    }

    private void AddNode(int tree, int node, int column, string mode, double value, int whenTrue, int whenFalse, bool missing)
    {
        trees.Add(tree);
        nodes.Add(node);
        columns.Add(column);
        modes.Add(mode);
        values.Add(value);
        yes.Add(whenTrue);
        no.Add(whenFalse);
        missingYes.Add(missing ? 1 : 0);
    }

    private void AddLeaf(int tree, int node, int leaf, double[] common, int count)
    {
        int width = step.Leaves.Columns;
        for (int output = 0; output < width; output++)
        {
            double value = leaves[(leaf * width) + output];
            targetTrees.Add(tree);
            targetNodes.Add(node);
            targets.Add(width == 1 ? tree % step.Start.Rows : output);
            weights.Add(step.IsMean ? (value - common[output]) / count : value);
        }
    }
}
