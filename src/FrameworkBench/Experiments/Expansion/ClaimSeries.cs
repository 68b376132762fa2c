using FrameworkBench.Reading;

namespace FrameworkBench.Experiments.Expansion;

/// <summary>
/// Expands a claim with <c>for_each</c> into a claim for every combination of its axes' values, with the placeholders filled in.
/// </summary>
internal sealed class ClaimSeries(ProblemList problems, WritingBudget budget)
{
    private const string ForEach = "for_each";
    private const string Id = "id";

    /// <summary>
    /// The claims that an item stands for: itself, unless it has <c>for_each</c>; none after noting why it cannot be expanded.
    /// </summary>
    /// <param name="item">One item of <c>claims</c>.</param>
    /// <param name="path">Its path.</param>
    public IReadOnlyList<Node> Expand(Node item, string path)
    {
        if (item is not MappingNode claim || claim.Find(ForEach) is not { } forEach)
            return [item];
        if (new AxisReader(problems, setsKeys: false).Read(forEach, NodeParser.Join(path, ForEach)) is not { } axes)
            return [];
        MappingNode body = claim.Without(ForEach);
        if (!budget.Allows(body, axes, forEach, NodeParser.Join(path, ForEach)))
            return [];
        List<Node> claims = [];
        foreach (IReadOnlyList<AxisValue> values in VariedAxis.Product(axes))
        {
            var filling = new ClaimFilling(path, axes, values, problems);
            if (filling.Fill(body, path) is not { } filled)
                return [];
            claims.Add(filled);
        }

        return AreDistinct(claims, body.Find(Id), NodeParser.Join(path, Id), axes) ? claims : [claims[0]];
    }

    private static string IdOf(Node claim) => ((claim as MappingNode)?.Find(Id) as ScalarNode)?.Text ?? "";

    private bool AreDistinct(IReadOnlyList<Node> claims, Node? id, string path, IReadOnlyList<VariedAxis> axes)
    {
        IGrouping<string, Node>? taken = claims.GroupBy(IdOf, StringComparer.Ordinal).FirstOrDefault(alike => alike.Count() > 1);
        if (taken is null || id is not ScalarNode template)
            return true;
        string[] said = [.. Template.PlaceholdersOf(template.Text).Select(placeholder => placeholder.Split('.')[0])];
        string[] unsaid = [.. axes.Where(axis => axis.TellsApart && !said.Contains(axis.Name)).Select(axis => $"{{{axis.Name}}}")];
        string remedy = unsaid.Length > 0 ? $"say {string.Join(" and ", unsaid)} in it too" : "let what it says differ";
        problems.Add(template, path, FormattableString.Invariant($"'{taken.Key}' would be the id of {taken.Count()} claims; {remedy}"));
        return false;
    }
}
