using FrameworkBench.Pages.Markdown;

namespace FrameworkBench.Pages;

/// <summary>Links as a page writes them that lies in a folder of its own, as those of experiments, times and parity do.</summary>
internal static class PageLinks
{
    /// <summary>The first page of the results.</summary>
    internal const string Summary = "../README.md";

    /// <summary>A link to a page.</summary>
    /// <param name="text">Its text, as Markdown.</param>
    /// <param name="path">Where the page is, in the results folder.</param>
    internal static string To(string text, string path) => MarkdownText.Link(text, $"../{path}");

    /// <summary>A link to a page of the project's documentation; the text alone where that is somewhere else.</summary>
    /// <param name="text">Its text, as Markdown.</param>
    /// <param name="documentation">The way to the documentation from the results folder; null where it is somewhere else.</param>
    /// <param name="page">The page, such as <c>statistics.md#times</c>.</param>
    internal static string ToDocumentation(string text, string? documentation, string page) =>
        documentation is null ? text : To(text, $"{documentation}/{page}");
}
