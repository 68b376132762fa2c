using FrameworkBench.Reading;

namespace FrameworkBench.Experiments.Expansion;

/// <summary>
/// Replaces models that are named by coordinates, as <c>net[he, relu, 6]</c>, by the names of the models there: in <c>like</c>, in claims
/// and in the pairs that a page compares.
/// </summary>
internal sealed class ModelReferences(IReadOnlyList<ModelFamily> families, ProblemList problems)
{
    private const string Test = "test";
    private const string Compare = "compare";

    private static readonly string[] OfModel = ["like"];
    private static readonly string[] OfPair = ["model", "against"];

    /// <summary>A model.</summary>
    public MappingEntry InModel(MappingEntry model, string path) =>
        model.Value is MappingNode body ? model with { Value = In(body, path, OfModel) } : model;

    /// <summary>A claim, and its test.</summary>
    public Node InClaim(Node claim, string path)
    {
        if (claim is not MappingNode mapping)
            return claim;
        MappingNode resolved = In(mapping, path, OfPair);
        return resolved.Find(Test) is MappingNode test ? resolved.With([Test], In(test, NodeParser.Join(path, Test), OfPair)) : resolved;
    }

    /// <summary>The <c>report</c> of an experiment.</summary>
    public Node InReport(Node report)
    {
        if (report is not MappingNode mapping || mapping.Find(Compare) is not SequenceNode pairs)
            return report;
        Node[] named = [.. pairs.Items.Select((pair, i) => pair is MappingNode two ? In(two, $"report.{Compare}[{i}]", OfPair) : pair)];
        return mapping.With([Compare], pairs with { Items = named });
    }

    private MappingNode In(MappingNode mapping, string path, string[] keys)
    {
        foreach (string key in keys)
        {
            if (mapping.Find(key) is ScalarNode scalar)
                mapping = mapping.With([key], Resolve(scalar, NodeParser.Join(path, key)));
        }

        return mapping;
    }

    // What cannot be resolved becomes a model that exists, so that its mistake is reported once.
    private ScalarNode Resolve(ScalarNode reference, string path)
    {
        string text = reference.Text.Trim();
        int bracket = text.EndsWith(']') ? text.IndexOf('[', StringComparison.Ordinal) : -1;
        string name = bracket < 0 ? text : text[..bracket].TrimEnd();
        ModelFamily? family = families.FirstOrDefault(family => family.Entry.Key == name);

        // A plain name that is no key of the file may still be one of a model that varies; its reader tells.
        if (bracket < 0 && (family is null || family.Members.Any(member => member.Entry.Key == name)))
            return reference;
        ModelMember? found = null;
        string message = family is null ? NoModel(name)
            : bracket < 0 ? $"'{name}' stands for {family.Members.Count} models; name one of them, such as {family.Example}"
            : Misfit(family, [.. text[(bracket + 1)..^1].Split(',').Select(label => label.Trim())], out found);
        if (found is null)
            problems.Add(reference, path, message);
        return reference with { Text = (found ?? (family ?? families[0]).Members[0]).Entry.Key };
    }

    private string NoModel(string name) =>
        $"'{name}' is not a model of this experiment; {ClosestName.Hint(name, [.. families.Select(family => family.Entry.Key)])}";

    /// <summary>Finds a model of a family by its labels, or says why there is none.</summary>
    private static string Misfit(ModelFamily family, string[] labels, out ModelMember? found)
    {
        found = null;
        if (family.Axes.Count == 0)
            return $"'{family.Entry.Key}' does not vary; leave the brackets out";
        if (labels.Length != family.Axes.Count)
        {
            string count = $"found {labels.Length} label{(labels.Length == 1 ? "" : "s")}";
            return $"{count}; must be one for each of {string.Join(", ", family.Axes.Select(axis => axis.Name))}, such as {family.Example}";
        }

        foreach ((VariedAxis axis, string label) in family.Axes.Zip(labels))
        {
            if (!axis.Values.Any(value => value.Label == label))
                return $"'{label}' is not a value of {axis.Name}; {ClosestName.Hint(label, [.. axis.Values.Select(value => value.Label)])}";
        }

        found = family.Members.FirstOrDefault(member => member.Values.Select(value => value.Label).SequenceEqual(labels));
        return $"'{family.Entry.Key}[{string.Join(", ", labels)}]' is excluded; there is no such model";
    }
}
