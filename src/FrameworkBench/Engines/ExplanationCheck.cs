using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Engines;

/// <summary>Finds what cannot be in a model's explanation of itself.</summary>
internal static class ExplanationCheck
{
    private const double Tolerance = 1e-3;

    /// <summary>What is wrong, in one sentence; null when nothing is.</summary>
    /// <param name="explanation">The engine's explanation.</param>
    /// <param name="features">The input columns; null when their number is not known.</param>
    /// <param name="outputs">Classes, or columns of the target.</param>
    public static string? Problem(Explanation explanation, IReadOnlyList<FeatureColumn>? features, int outputs) =>
        (explanation.Importance is { } importance ? ProblemOf(importance, features) : null)
        ?? (explanation.Tree is { } tree ? ProblemOf(tree, features, outputs) : null);

    private static string? ProblemOf(IReadOnlyList<double> importance, IReadOnlyList<FeatureColumn>? features)
    {
        if (features is not null && importance.Count != features.Count)
            return $"explanation.importance has {importance.Count} shares for {features.Count} features";
        if (importance.FirstOrDefault(share => !(share >= 0 && double.IsFinite(share)), 0) is var wrong and not 0)
            return FormattableString.Invariant($"explanation.importance holds {wrong}; a share is a finite number, 0 or more");
        double sum = importance.Sum();
        return sum == 0 || Math.Abs(sum - 1) <= Tolerance
            ? null : FormattableString.Invariant($"explanation.importance sums to {sum}; must be 1, or 0 where nothing matters");
    }

    private static string? ProblemOf(IReadOnlyList<DecisionNode> tree, IReadOnlyList<FeatureColumn>? features, int outputs)
    {
        if (tree.Count == 0)
            return "explanation.tree has no nodes; a tree without a split is one leaf";
        for (int at = 0; at < tree.Count; at++)
        {
            DecisionNode node = tree[at];
            if (node.Value.Count != outputs || !node.Value.All(double.IsFinite))
                return $"explanation.tree[{at}].value must be {outputs} finite numbers";
            if (node is { Feature: null, Left: null, Right: null })
                continue;
            if (node is not { Feature: >= 0, Left: int left, Right: int right })
                return $"explanation.tree[{at}] must have feature, left and right, or none of them";
            if (left <= at || right <= at || left >= tree.Count || right >= tree.Count)
                return $"explanation.tree[{at}] leads to {left} and {right}; children come after their parent, among {tree.Count} nodes";
            if (features is not null && node.Feature >= features.Count)
                return $"explanation.tree[{at}] asks for feature {node.Feature} of {features.Count}";
            if (node.Threshold is null == node.Categories is null)
                return $"explanation.tree[{at}] must have either threshold or categories";
        }

        return null;
    }
}
