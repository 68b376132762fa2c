using FrameworkBench.Experiments;
using FrameworkBench.Pages.Markdown;

namespace FrameworkBench.Pages.Sections;

/// <summary>Numbers the documents that claims come from, in the order of their first mention.</summary>
internal sealed class Sources
{
    private readonly List<string> documents = [];

    /// <summary>The documents, the first being number 1.</summary>
    internal IReadOnlyList<string> Documents => documents;

    /// <summary>"[2] The section" as Markdown.</summary>
    internal string Cite(Citation? source)
    {
        if (source is null)
            return "this project";
        int number = documents.IndexOf(source.Document) + 1;
        if (number == 0)
        {
            documents.Add(source.Document);
            number = documents.Count;
        }

        string label = MarkdownText.Link(FormattableString.Invariant($"\\[{number}\\]"), "#documents");
        return source.Section is null ? label : $"{label} {MarkdownText.Escape(source.Section)}";
    }
}
