using FrameworkBench.Experiments.Models;
using FrameworkBench.Reading;

namespace FrameworkBench.Experiments.Expansion;

/// <summary>
/// An experiment's file with its preset put in, every model that varies and every series of claims written out, and models that are
/// named by coordinates named by their names. Every piece keeps the place where it stood.
/// </summary>
/// <param name="Root">The tree.</param>
/// <param name="Coordinates">Where each model that varies stands on its axes, by its name.</param>
/// <param name="ClaimPlaces">For each claim, its number in the file.</param>
internal sealed record ExpandedExperiment(
    Node Root, IReadOnlyDictionary<string, IReadOnlyList<Coordinate>> Coordinates, IReadOnlyList<int> ClaimPlaces)
{
    private const string Models = "models";
    private const string Claims = "claims";
    private const string Report = "report";

    // Beyond what anybody compares, and few enough for what takes each with each.
    private const int MostModels = 2000;
    private const int MostClaims = 10_000;

    /// <summary>
    /// Parses and expands a text; null after noting that it is not YAML, or that it cannot be known which models there are.
    /// </summary>
    public static ExpandedExperiment? Parse(string text, ProblemList problems) =>
        NodeParser.Parse(text, "an experiment needs at least 'dataset' and 'models'", problems) is { } root ? Of(root, problems) : null;

    private static ExpandedExperiment? Of(Node root, ProblemList problems)
    {
        var coordinates = new Dictionary<string, IReadOnlyList<Coordinate>>(StringComparer.Ordinal);
        List<int> places = [];
        if (root is not MappingNode experiment)
            return new ExpandedExperiment(root, coordinates, places);
        experiment = Presets.Into(experiment, problems);
        var models = experiment.Find(Models) as MappingNode;
        var budget = new WritingBudget(problems);
        List<ModelFamily> families = models is null ? [] : Families(models, budget, problems);
        if (models?.Entries.Count > families.Count)
            return null;
        foreach (ModelFamily family in families.Where(family => family.Axes.Count > 0))
        {
            foreach (ModelMember member in family.Members)
                coordinates.TryAdd(member.Entry.Key, family.Coordinates(member));
        }

        if (families.Count > 0)
            experiment = Named(experiment, families, problems);
        if (experiment.Find(Claims) is SequenceNode { Items.Count: > 0 } claims)
        {
            SequenceNode written = Written(claims, families, budget, problems, places);
            experiment = written.Items.Count > 0 ? experiment.With([Claims], written) : experiment.Without(Claims);
        }

        return new ExpandedExperiment(experiment, coordinates, places);
    }

    private static List<ModelFamily> Families(MappingNode models, WritingBudget budget, ProblemList problems)
    {
        var variation = new ModelVariation(problems, budget);
        var families = new List<ModelFamily>();
        var taken = new Dictionary<string, MappingEntry>(StringComparer.Ordinal);
        foreach (MappingEntry entry in models.Entries)
        {
            if (variation.Expand(entry) is not { } family)
                continue;
            if (taken.Count + family.Members.Count > MostModels)
            {
                problems.Add(
                    entry.Line, entry.Column, NodeParser.Join(Models, ScalarNode.Shorten(entry.Key)),
                    FormattableString.Invariant($"the experiment has more than {MostModels:N0} models; must be at most as many"));
                break;
            }

            families.Add(family);
            foreach ((MappingEntry member, _) in family.Members)
            {
                if (taken.TryAdd(member.Key, member))
                    continue;
                string message = $"the name '{member.Key}' is taken by the model on line {taken[member.Key].Line}";
                problems.Add(member.Line, member.Column, NodeParser.Join(Models, entry.Key), message);
            }
        }

        return families;
    }

    private static MappingNode Named(MappingNode experiment, List<ModelFamily> families, ProblemList problems)
    {
        var references = new ModelReferences(families, problems);
        var models = (MappingNode)experiment.Find(Models)!;
        MappingEntry[] written =
        [
            .. from family in families
               from member in family.Members
               select references.InModel(member.Entry, NodeParser.Join(Models, member.Entry.Key)),
        ];
        experiment = experiment.With([Models], models with { Entries = [.. written.DistinctBy(entry => entry.Key)] });
        return experiment.Find(Report) is { } report ? experiment.With([Report], references.InReport(report)) : experiment;
    }

    private static SequenceNode Written(
        SequenceNode claims, List<ModelFamily> families, WritingBudget budget, ProblemList problems, List<int> places)
    {
        var series = new ClaimSeries(problems, budget);
        var references = new ModelReferences(families, problems);
        var written = new List<Node>();
        for (int i = 0; i < claims.Items.Count; i++)
        {
            string path = $"{Claims}[{i}]";
            IEnumerable<Node> expanded = series.Expand(claims.Items[i], path);
            Node[] several = [.. families.Count == 0 ? expanded : expanded.Select(claim => references.InClaim(claim, path))];
            if (written.Count + several.Length > MostClaims)
            {
                problems.Add(
                    claims.Items[i], path,
                    FormattableString.Invariant($"the experiment has more than {MostClaims:N0} claims; must be at most as many"));
                break;
            }

            written.AddRange(several);
            places.AddRange(Enumerable.Repeat(i, several.Length));
        }

        return claims with { Items = written };
    }
}
