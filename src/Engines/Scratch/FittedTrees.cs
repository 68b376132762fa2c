using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.FittedModels;
using FrameworkBench.Protocol.FittedModels.Steps;
using FrameworkBench.Protocol.Hosting;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Scratch.Trees;
using FrameworkBench.Scratch.Trees.Boosting;
using FrameworkBench.Scratch.Trees.Cart;
using FrameworkBench.Scratch.Trees.Forests;

namespace FrameworkBench.Engines.Scratch;

/// <summary>Gives fitted trees in the words of the protocol.</summary>
internal sealed class FittedTrees
{
    private readonly int[] categories;
    private readonly RowEncoder.Category?[] encoders;
    private readonly List<int> roots = [], features = [], children = [], rules = [], words = [];
    private readonly List<float> thresholds = [];
    private readonly List<double> leaves = [];
    private readonly int width;

    private FittedTrees(FitTask task, RowEncoder encoder, int width)
    {
        categories = [.. task.Features.Select(feature => feature.Categories)];
        encoders = new RowEncoder.Category?[categories.Length];
        foreach (RowEncoder.Category category in encoder.Categories)
            encoders[category.Feature] = category;
        this.width = width;
    }

    public static FittedModel Of(DecisionTree tree, FitTask task) => Mean([tree.Tree], tree, task);

    public static FittedModel Of(RandomForest forest, FitTask task) => Mean(forest.Trees, forest, task);

    public static FittedModel Of(BoostedTrees boosted, FitTask task)
    {
        var trees = new FittedTrees(task, boosted.Encoder, width: 1);
        foreach (BoostedTree tree in boosted.Trees)
            trees.Add(tree.Structure, tree.LeafValues);
        Step sum = trees.Sum([.. boosted.Baseline], isMean: false);
        return new FittedModel(task.Features.Count, task switch
        {
            { PredictsValues: true } => [sum],
            { Classes: 2 } => [sum, new ActivationStep(Activation.Sigmoid), new TwoClassesStep()],
            _ => [sum, new ActivationStep(Activation.Softmax)],
        });
    }

    private static FittedModel Mean(IReadOnlyList<CartTree> grown, TreePredictor predictor, FitTask task)
    {
        var trees = new FittedTrees(task, predictor.Encoder, predictor.OutputCount);
        foreach (CartTree tree in grown)
            trees.Add(tree.Structure, ValuesOf(tree.Leaves));
        return FittedModel.Of(task.Features.Count, trees.Sum(new double[predictor.OutputCount], isMean: true));
    }

    private static double[] ValuesOf(CartLeaves leaves)
    {
        double[] values = new double[leaves.Count * leaves.Outputs];
        for (int leaf = 0; leaf < leaves.Count; leaf++)
            leaves.AddTo(leaf, values.AsSpan(leaf * leaves.Outputs, leaves.Outputs));
        return values;
    }

    private TreesStep Sum(double[] start, bool isMean) => new()
    {
        Categories = categories,
        Roots = NpyArray.Vector(roots.ToArray()),
        Features = NpyArray.Vector(features.ToArray()),
        Thresholds = NpyArray.Vector(thresholds.ToArray()),
        Children = NpyArray.Vector(children.ToArray()),
        Rules = NpyArray.Vector(rules.ToArray()),
        Words = NpyArray.Vector(words.ToArray()),
        Leaves = NpyArray.Matrix(leaves.Count / width, width, leaves.ToArray()),
        Start = NpyArray.Vector(start),
        IsMean = isMean,
    };

    private void Add(TreeStructure tree, double[] values)
    {
        int first = features.Count, firstLeaf = leaves.Count / width;
        roots.Add(first);
        leaves.AddRange(values);
        for (int at = 0; at < tree.Nodes.Length; at++)
        {
            TreeNode node = tree.Nodes[at];
            bool isLeaf = tree.IsLeaf(at);
            features.Add(isLeaf ? TreesStep.Leaf : node.Feature);
            thresholds.Add(isLeaf || node.Rule >= 0 ? 0 : node.Threshold);
            children.Add(isLeaf ? firstLeaf + tree.LeafNumber(at) : first + node.Left);
            rules.Add(isLeaf ? TreesStep.MissingRight : node.Rule switch
            {
                TreeNode.MissingRight => TreesStep.MissingRight,
                TreeNode.MissingLeft => TreesStep.MissingLeft,
                _ => AddSet(node, tree.CategoryWords),
            });
        }
    }

    // From places among the categories that training saw to codes.
    private int AddSet(TreeNode node, ReadOnlySpan<ulong> places)
    {
        int first = words.Count, count = categories[node.Feature];
        RowEncoder.Category encoder = encoders[node.Feature]!.Value;
        int[] set = new int[TreesStep.WordsOf(count)];
        for (int code = 0; code <= count; code++)
        {
            int place = code < count ? encoder.PlaceOf(code) : encoder.MissingPlace;
            if ((places[node.Rule + (place >> 6)] >> (place & 63) & 1) != 0)
                set[code / 32] |= 1 << (code % 32);
        }

        words.AddRange(set);
        return first;
    }
}
