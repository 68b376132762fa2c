using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Documents;

namespace FrameworkBench.Tests.Experiments;

public sealed class SourceDocumentsTests
{
    private static readonly SourceDocuments Documents = SourceDocuments.Read(Path.Combine(ExperimentFiles.Folder, "documents.yaml"));

    private static readonly Experiment[] Shipped = [.. new ExperimentLoader(TestVocabulary.Real).LoadAll(ExperimentFiles.Shipped)];

    private static readonly Citation[] Cited =
    [
        .. Shipped.SelectMany(experiment => experiment.Claims.Select(claim => claim.Source).Append(experiment.Source)).OfType<Citation>()
        .Distinct(),
    ];

    private static readonly ClaimName[] Named =
        [.. Documents.All.SelectMany(document => document.Sections).SelectMany(section => section.Statements)
            .SelectMany(statement => statement.Claims)];

    [Fact]
    public void Every_citation_of_an_experiment_names_a_section_of_a_document()
    {
        var sections =
            Documents.All.SelectMany(document => document.Sections.Select(section => new Citation(document.Title, section.Title)))
                .ToHashSet();

        Assert.Equal([], Cited.Where(citation => !sections.Contains(citation)));
    }

    [Fact]
    public void Experiments_without_a_lesson_have_one_order_however_their_paths_are_given()
    {
        Experiment[] shown = [.. Shipped.Take(2).Select((one, i) => one with { Source = null, Path = $"{(char)('b' - i)}.yaml" })];
        Experiment[] whole = [shown[0], shown[1] with { Path = Path.GetFullPath(shown[1].Path) }];

        Assert.Equal(Documents.InOrder(shown).Select(one => one.Name), Documents.InOrder(whole).Select(one => one.Name));
        Assert.Equal(shown[1].Name, Documents.InOrder([shown[0] with { Path = Path.GetFullPath(shown[0].Path) }, shown[1]])[0].Name);
    }

    [Fact]
    public void Every_claim_that_a_statement_names_is_there()
    {
        var claims = Shipped.SelectMany(experiment => experiment.Claims.Select(claim => new ClaimName(experiment.Name, claim.Id)))
            .ToHashSet();

        Assert.Equal([], Named.Where(name => !claims.Contains(name)));
    }

    [Fact]
    public void Every_claim_that_cites_a_document_tests_one_of_its_statements()
    {
        var tested = (from document in Documents.All
                      from section in document.Sections
                      from statement in section.Statements
                      from claim in statement.Claims
                      select (document.Title, claim)).ToHashSet();

        Assert.Equal(
            [],
            from experiment in Shipped
            from claim in experiment.Claims
            let name = new ClaimName(experiment.Name, claim.Id)
            let source = claim.Source
            where source is not null && !tested.Contains((source.Document, name))
            select $"{source!.Document}: {name}");
    }

    [Fact]
    public void A_mistake_is_reported_with_its_line()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "documents.yaml");
        File.WriteAllText(path, """
            - document: A
              sections:
                - section: One
                  statements:
                    - {says: Two, claim: a/b}
                    - {says: Three, claims: [ab], definition: No}
                    - {says: Four, claims: [ab]}
                - section: Five
            - sections: []
            """);

        ExperimentException exception = Assert.Throws<ExperimentException>(() => SourceDocuments.Read(path));

        Assert.Equal(
            [
                $"{path}:5: [0].sections[0].statements[0]: found none of claims, definition, untested; must have exactly one",
                $"{path}:5: [0].sections[0].statements[0].claim: 'claim' is not a key here; did you mean 'claims'?",
                $"{path}:6: [0].sections[0].statements[1]: found claims and definition of claims, definition, untested; must have "
                    + "exactly one",
                $"{path}:7: [0].sections[0].statements[2].claims[0]: 'ab' is not a claim; must be an experiment and its claim, such as "
                    + "xor/xor-learnt",
                $"{path}:8: [0].sections[1]: 'statements' is missing; give what it states",
                $"{path}:9: [1]: 'document' is missing; give the document's title",
            ],
            exception.Problems.Select(problem => problem.ToString()));
    }
}
