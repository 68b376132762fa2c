using FrameworkBench.Reading;

namespace FrameworkBench.Experiments.Documents;

/// <summary>
/// The documents whose lessons the experiments repeat, with all that each section states, so that nothing is left out unseen.
/// </summary>
/// <param name="All">The documents, in the order in which pages list them.</param>
public sealed record SourceDocuments(IReadOnlyList<SourceDocument> All)
{
    private static readonly Shape.List Shape = new(new Shape.Of("document"), "document", null);

    /// <summary>What may become of a statement; it has one of them.</summary>
    private static readonly IReadOnlyList<string> Outcomes = KeyTable.Of("statement").Alternatives;

    /// <summary>Reads them from a file.</summary>
    /// <exception cref="ExperimentException">It cannot be read, or something in it is wrong; the exception lists every problem.</exception>
    public static SourceDocuments Read(string path)
    {
        var problems = new ProblemList(path, ProblemList.Many);
        List<SourceDocument> documents = [];
        if (NodeParser.Parse(TextOf(path), "it lists the documents", problems) is { } root)
            documents = [.. (new Value(root, "", problems, Shape).AsItems() ?? []).Select(Document).OfType<SourceDocument>()];
        return problems.Any ? throw new ExperimentException(problems) : new SourceDocuments(documents);
    }

    /// <summary>
    /// Where an experiment's lesson stands: the number of its document and of the section, or past all of them when it has none.
    /// </summary>
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

    /// <summary>
    /// Experiments as the documents teach them: by document and section, those of none last, and by their files where that leaves a choice,
    /// however their paths are given.
    /// </summary>
    /// <param name="experiments">The experiments, in any order.</param>
    public IReadOnlyList<Experiment> InOrder(IEnumerable<Experiment> experiments) =>
        [.. experiments.OrderBy(PlaceOf).ThenBy(experiment => Path.GetFullPath(experiment.Path), StringComparer.Ordinal)];

    private static string TextOf(string path)
    {
        try
        {
            return RegularFile.ReadText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ExperimentException([new Problem(path, null, null, null, $"the file cannot be read: {exception.Message}")]);
        }
    }

    private static SourceDocument? Document(Value value)
    {
        if (value.AsMapping() is not { } mapping || mapping.Text("document") is not { } title)
            return null;
        IReadOnlyList<Value> sections = mapping.Items("sections");
        return new SourceDocument(title, [.. sections.Select(Section).OfType<SourceSection>()]);
    }

    private static SourceSection? Section(Value value) =>
        value.AsMapping() is { } mapping && mapping.Text("section") is { } title
            ? new SourceSection(title, [.. mapping.Items("statements").Select(Statement).OfType<SourceStatement>()])
            : null;

    private static SourceStatement? Statement(Value value)
    {
        if (value.AsMapping() is not { } mapping || mapping.Text("says") is not { } says)
            return null;
        string[] given = [.. Outcomes.Where(mapping.Says)];
        if (given.Length != 1)
        {
            mapping.Fail($"found {(given.Length == 0 ? "none" : string.Join(" and ", given))} of {string.Join(", ", Outcomes)}; must "
                + "have exactly one");
            return null;
        }

        return new SourceStatement(
            says,
            [.. mapping.Items("claims").Select(Claim).OfType<ClaimName>()],
            mapping.Text("definition"),
            mapping.Text("untested"));
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
