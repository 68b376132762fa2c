using FrameworkBench.Experiments.Reading;

namespace FrameworkBench.Experiments.Documents;

/// <summary>The documents whose lessons the experiments repeat, with all that each section states, so that nothing is left out unseen.</summary>
/// <param name="All">The documents, in the order in which pages list them.</param>
public sealed record SourceDocuments(IReadOnlyList<SourceDocument> All)
{
    /// <summary>Reads them from a file.</summary>
    /// <exception cref="ExperimentException">Something in it is wrong; the exception lists every problem.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static SourceDocuments Read(string path)
    {
        var problems = new ProblemList(path);
        List<SourceDocument> documents = [];
        if (NodeParser.Parse(File.ReadAllText(path), problems) is { } root)
            documents = [.. (new Value(root, "", problems).AsItems("document") ?? []).Select(Document).OfType<SourceDocument>()];
        return problems.Any ? throw new ExperimentException(problems.InOrder()) : new SourceDocuments(documents);
    }

    /// <summary>Where an experiment's lesson stands: the number of its document and of the section, or past all of them when it has none.</summary>
    public (int Document, int Section) PlaceOf(Experiment experiment)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        Citation? source = experiment.Source;
        int document = All.ToList().FindIndex(candidate => candidate.Title == source?.Document);
        if (document < 0)
            return (int.MaxValue, int.MaxValue);
        int section = All[document].Sections.ToList().FindIndex(candidate => candidate.Title == source!.Section);
        return (document, section < 0 ? int.MaxValue : section);
    }

    /// <summary>Experiments as the documents teach them: by document and section, those of none last, and by their files where that leaves a choice.</summary>
    /// <param name="experiments">The experiments, in any order.</param>
    public IReadOnlyList<Experiment> InOrder(IEnumerable<Experiment> experiments) =>
        [.. experiments.OrderBy(PlaceOf).ThenBy(experiment => experiment.Path, StringComparer.Ordinal)];

    private static SourceDocument? Document(Value value)
    {
        if (value.AsMapping(Keys.Document) is not { } mapping || mapping.Required("document", "the document's title")?.AsText() is not { } title)
            return null;
        IReadOnlyList<Value> sections = mapping.Required("sections", "its sections in their order")?.AsItems("section") ?? [];
        return new SourceDocument(title, [.. sections.Select(Section).OfType<SourceSection>()]);
    }

    private static SourceSection? Section(Value value) =>
        value.AsMapping(Keys.Section) is { } mapping && mapping.Required("section", "the section's heading")?.AsText() is { } title
            ? new SourceSection(title, [.. (mapping.Required("statements", "what it states")?.AsItems("statement") ?? []).Select(Statement).OfType<SourceStatement>()])
            : null;

    private static SourceStatement? Statement(Value value)
    {
        if (value.AsMapping(Keys.Statement) is not { } mapping || mapping.Required("says", "the statement, in words of your own")?.AsText() is not { } says)
            return null;
        string[] given = [.. Keys.Outcomes.Where(mapping.Says)];
        if (given.Length != 1)
        {
            mapping.Fail($"found {(given.Length == 0 ? "none" : string.Join(" and ", given))} of {string.Join(", ", Keys.Outcomes)}; must have exactly one");
            return null;
        }

        return new SourceStatement(
            says,
            [.. (mapping.At("claims")?.AsItems("claim") ?? []).Select(Claim).OfType<ClaimName>()],
            mapping.At("definition")?.AsText(),
            mapping.At("untested")?.AsText());
    }

    private static ClaimName? Claim(Value value)
    {
        if (value.AsText() is not { } text)
            return null;
        if (ClaimName.Parse(text) is { } name)
            return name;
        value.Fail($"'{text}' is not a claim; must be an experiment and its claim, such as xor/xor-learnt");
        return null;
    }
}
