using System.Globalization;
using FrameworkBench.Charts;
using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Preparation;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Trials;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Experiments;

/// <summary>
/// Puts the nodes of a tree into words: questions in the table's own units where the inputs' scale can be undone, answers by class or
/// value.
/// </summary>
internal sealed class TreeSketch
{
    /// <summary>Questions from the root that are drawn; what lies below is summed up.</summary>
    internal const int MostDepth = 3;

    private readonly IReadOnlyList<DecisionNode> nodes;
    private readonly TrialInput input;
    private readonly FittedPreparation preparation;
    private readonly FeatureMatrix prepared;

    internal TreeSketch(IReadOnlyList<DecisionNode> nodes, TrialInput input)
    {
        (this.nodes, this.input) = (nodes, input);
        preparation = input.Preparation.Fit(input.Dataset, input.Split.TrainRows);
        prepared = preparation.Transform(input.Split.TrainRows);
    }

    /// <summary>Leaves of the whole tree.</summary>
    internal int Leaves => LeavesBelow(0);

    /// <summary>Leaves that are drawn as such.</summary>
    internal int DrawnLeaves => CountDrawn(0, 0);

    /// <summary>Questions on the longest way to a leaf.</summary>
    internal int Depth => DepthBelow(0);

    /// <summary>The tree down to <see cref="MostDepth"/> questions.</summary>
    internal TreeNode Draw() => Draw(0, 0);

    private TreeNode Draw(int at, int depth)
    {
        DecisionNode node = nodes[at];
        if (node is not { Left: int left, Right: int right })
            return Answer(node, null);
        if (depth == MostDepth)
            return Answer(node, LeavesBelow(at));
        return Question(node) with
        {
            Branches =
                [new TreeBranch(AsksForLeft(node) ? "yes" : "no", Draw(left, depth + 1)),
                    new TreeBranch(AsksForLeft(node) ? "no" : "yes", Draw(right, depth + 1))],
        };
    }

    private TreeNode Answer(DecisionNode node, int? leavesBelow)
    {
        string further = leavesBelow is int leaves ? $", {leaves} leaves below" : "";
        if (!input.Dataset.IsClassification)
        {
            double value = (node.Value[0] * preparation.TargetScale) + preparation.TargetOffset;
            return new TreeNode(value.ToString("G4", CultureInfo.InvariantCulture)) { Detail = Rows(node) + further };
        }

        int answer = Enumerable.Range(0, node.Value.Count).MaxBy(label => node.Value[label]);
        return new TreeNode(input.Dataset.ClassNames[answer])
        {
            Detail = $"{Figures.Percent(node.Value[answer], decimals: 0)} of {node.Rows}{further}",
            Look = answer,
        };
    }

    private TreeNode Question(DecisionNode node)
    {
        int feature = node.Feature!.Value;
        DatasetColumn source = input.Dataset.Columns[preparation.Sources[feature]];
        string name = preparation.Columns[feature].Name;
        if (node.Categories is { } codes)
            return new TreeNode(source.Name)
            {
                Detail = $"{string.Join(", ", codes.Select(code => source.Categories[code]))}? ({Rows(node)})",
            };
        return IsOneOfSeveral(feature)
            ? new TreeNode(source.Name) { Detail = $"{name[(source.Name.Length + 1)..]}? ({Rows(node)})" }
            : new TreeNode($"{name} ≤ {Figures.Number(OwnUnit(feature, node.Threshold!.Value))}?") { Detail = Rows(node) };
    }

    // Where a column of 0 and 1 stands for a category, what goes right is what the question names.
    private bool AsksForLeft(DecisionNode node) => node.Categories is not null || !IsOneOfSeveral(node.Feature!.Value);

    private bool IsOneOfSeveral(int feature) =>
        preparation.Columns[feature].Name != input.Dataset.Columns[preparation.Sources[feature]].Name;

    private static string Rows(DecisionNode node) => Counting.Of((int)node.Rows, "row");

    /// <summary>A threshold in the unit of the table: between the training values next to it, as far as among the prepared ones.</summary>
    private double OwnUnit(int feature, double threshold)
    {
        int column = preparation.Sources[feature];
        (double Prepared, double Own) below = (double.NegativeInfinity, 0), above = (double.PositiveInfinity, 0);
        for (int i = 0; i < prepared.Rows; i++)
        {
            double value = prepared[i, feature], own = input.Dataset.Features[input.Split.TrainRows[i], column];
            if (double.IsNaN(own))
                continue;
            if (value <= threshold && value > below.Prepared)
                below = (value, own);
            if (value > threshold && value < above.Prepared)
                above = (value, own);
        }

        return double.IsFinite(below.Prepared) && double.IsFinite(above.Prepared)
            ? below.Own + ((threshold - below.Prepared) / (above.Prepared - below.Prepared) * (above.Own - below.Own))
            : threshold;
    }

    private int LeavesBelow(int at) => nodes[at] is { Left: int left, Right: int right } ? LeavesBelow(left) + LeavesBelow(right) : 1;

    private int CountDrawn(int at, int depth) =>
        nodes[at] is not { Left: int left, Right: int right } ? 1 : depth == MostDepth
            ? 0 : CountDrawn(left, depth + 1) + CountDrawn(right, depth + 1);

    private int DepthBelow(int at) => nodes[at] is { Left: int left, Right: int right }
        ? 1 + Math.Max(DepthBelow(left), DepthBelow(right)) : 0;
}
