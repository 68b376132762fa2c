using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Documents;

namespace FrameworkBench.Tests.Experiments;

public sealed class SourceDocumentsTests
{
    private static readonly SourceDocuments Documents = SourceDocuments.Read(Path.Combine(ExperimentFiles.Folder, "documents.yaml"));

    private static readonly Citation[] Cited =
    [
        .. new ExperimentLoader(TestVocabulary.Real).LoadAll(ExperimentFiles.Shipped)
            .SelectMany(experiment => experiment.Claims.Select(claim => claim.Source).Append(experiment.Source))
            .OfType<Citation>()
            .Distinct(),
    ];

    [Fact]
    public void Every_citation_of_an_experiment_names_a_section_of_a_document()
    {
        var sections = Documents.All.SelectMany(document => document.Sections.Select(section => new Citation(document.Title, section.Title))).ToHashSet();

        Assert.Equal([], Cited.Where(citation => !sections.Contains(citation)));
    }

    [Fact]
    public void Every_experiment_that_a_section_names_is_there()
    {
        var names = ExperimentFiles.Shipped.Select(Path.GetFileNameWithoutExtension).ToHashSet(StringComparer.Ordinal);

        Assert.Equal([], Documents.All.SelectMany(document => document.Sections).SelectMany(section => section.Experiments).Where(name => !names.Contains(name)));
    }

    [Fact]
    public void Every_section_is_cited_or_says_why_it_is_not()
    {
        string[] silent =
        [
            .. from document in Documents.All
               from section in document.Sections
               where (Cited.Contains(new Citation(document.Title, section.Title)) || section.Experiments.Count > 0) == section.Remark is not null
               select $"{document.Title}: {section.Title}",
        ];

        Assert.Equal([], silent);
    }

    [Fact]
    public void A_mistake_is_told_with_its_line()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "documents.yaml");
        File.WriteAllText(path, "- document: A\n  sections:\n    - section: One\n      remarks: Two\n- sections: []\n");

        ExperimentException exception = Assert.Throws<ExperimentException>(() => SourceDocuments.Read(path));

        Assert.Equal(
            [$"{path}:4: [0].sections[0].remarks: 'remarks' is not a key here; did you mean 'remark'?", $"{path}:5: [1]: 'document' is missing; give the document's title"],
            exception.Problems.Select(problem => problem.ToString()));
    }
}
