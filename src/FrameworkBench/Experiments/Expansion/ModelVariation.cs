using FrameworkBench.Experiments.Models;
using FrameworkBench.Reading;

namespace FrameworkBench.Experiments.Expansion;

/// <summary>Expands a model with <c>vary</c> into the models of all combinations of its axes' values.</summary>
internal sealed class ModelVariation(ProblemList problems, WritingBudget budget)
{
    private const string Vary = "vary";
    private const string Name = "name";
    private const string Title = "title";
    private const string Exclude = "exclude";

    /// <summary>
    /// The models that an entry of <c>models</c> stands for: itself, unless it varies. Null after noting why it cannot be expanded.
    /// </summary>
    public ModelFamily? Expand(MappingEntry entry)
    {
        string path = NodeParser.Join("models", entry.Key);
        if (entry.Value is not MappingNode body)
            return ModelFamily.Of(entry);
        if (body.Find(Vary) is not { } vary)
        {
            Misplaced(body, path, Name, "the model's name is the key above");
            Misplaced(body, path, Exclude, "leave it out");
            return ModelFamily.Of(entry with { Value = body.Without(Name, Exclude) });
        }

        if (new AxisReader(problems, setsKeys: true).Read(vary, NodeParser.Join(path, Vary)) is not { } axes)
            return null;
        if (!budget.Allows(body.Without(Vary), axes, vary, NodeParser.Join(path, Vary)))
            return null;

        // All three are read before any is missed, so that every mistake is reported.
        string? name = Filled(body, path, Name, axes), title = Filled(body, path, Title, axes);
        var exclusion = new Exclusion(axes, problems);
        Func<IReadOnlyList<AxisValue>, bool>? isExcluded = exclusion.Read(body.Find(Exclude), NodeParser.Join(path, Exclude));
        if (name is null || title is null || isExcluded is null)
            return null;
        MappingNode common = body.Without(Vary, Name, Title, Exclude);
        Node titlePlace = body.Find(Title) ?? vary, namePlace = body.Find(Name) ?? vary;
        List<ModelMember> members = [.. VariedAxis.Product(axes).Where(values => !isExcluded(values)).Select(Member)];
        string namePath = NodeParser.Join(path, body.Find(Name) is null ? Vary : Name);
        return AreDistinct(members, namePlace, namePath, name, axes) ? new ModelFamily(entry, axes, members) : null;

        ModelMember Member(IReadOnlyList<AxisValue> values)
        {
            MappingNode model = values.Aggregate(common, (whole, value) => Inheritance.Merge(whole, value.Body));
            string heading = Template.Fill(title, axis => values[VariedAxis.IndexOf(axes, axis)].Title);
            var written = new ScalarNode(titlePlace.Line, titlePlace.Column, heading, Quoted: true);
            var titled = new MappingEntry(Title, titlePlace.Line, titlePlace.Column, written);
            string called = Template.Fill(name, axis => values[VariedAxis.IndexOf(axes, axis)].Label);
            MappingNode whole = model with { Entries = [titled, .. model.Entries] };
            return new ModelMember(new MappingEntry(called, namePlace.Line, namePlace.Column, whole), values);
        }
    }

    /// <summary>
    /// The template of a name or a title; by default the model's own, then the value on each axis that tells models apart.
    /// </summary>
    private string? Filled(MappingNode body, string path, string key, IReadOnlyList<VariedAxis> axes)
    {
        string[] telling = [.. axes.Where(axis => axis.TellsApart).Select(axis => $"{{{axis.Name}}}")];
        string model = path["models.".Length..];
        if (body.Find(key) is not { } node)
            return string.Join(key == Name ? "-" : ", ", [model, .. telling]);
        var value = new Value(node, NodeParser.Join(path, key), problems);
        if (value.AsText() is not { } text)
            return null;
        string[] unknown = [.. Template.PlaceholdersOf(text).Where(axis => VariedAxis.IndexOf(axes, axis) < 0)];
        foreach (string axis in unknown)
            value.Fail($"'{{{axis}}}' is not an axis of this model; {ClosestName.Hint(axis, [.. axes.Select(one => one.Name)])}");
        if (unknown.Length > 0)
            return null;
        return key == Title && !Template.PlaceholdersOf(text).Any() ? string.Join(", ", [text, .. telling]) : text;
    }

    private bool AreDistinct(List<ModelMember> members, Node place, string path, string template, IReadOnlyList<VariedAxis> axes)
    {
        if (members.GroupBy(member => member.Entry.Key, StringComparer.Ordinal).FirstOrDefault(alike => alike.Count() > 1) is not { } taken)
            return true;
        string[] said = [.. Template.PlaceholdersOf(template)];
        string[] unsaid = [.. axes.Where(axis => axis.TellsApart && !said.Contains(axis.Name)).Select(axis => $"{{{axis.Name}}}")];
        string remedy = unsaid.Length > 0 ? $"say {string.Join(" and ", unsaid)} in the name too" : "give the values other labels";
        problems.Add(place, path, FormattableString.Invariant($"'{taken.Key}' would be the name of {taken.Count()} models; {remedy}"));
        return false;
    }

    private void Misplaced(MappingNode body, string path, string key, string remedy)
    {
        string message = $"'{key}' goes with 'vary', which is missing here; {remedy}";
        if (body.Entries.FirstOrDefault(entry => entry.Key == key) is { } entry)
            problems.Add(entry.Line, entry.Column, NodeParser.Join(path, key), message);
    }
}
