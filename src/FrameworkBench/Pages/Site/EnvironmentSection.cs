using FrameworkBench.Pages.Html;
using FrameworkBench.Pages.Ledger;

namespace FrameworkBench.Pages.Site;

/// <summary>The machine and the engines behind the results, as their page has them.</summary>
internal static class EnvironmentSection
{
    /// <summary>Writes the section; nothing where the results folder has no such page.</summary>
    internal static void Write(HtmlWriter html, SiteContent content)
    {
        if (content.Read(EnvironmentPage.Name) is not { } page)
            return;

        // The section has the page's title as its own.
        string text = page.StartsWith("# ", StringComparison.Ordinal) ? page[(page.IndexOf('\n', StringComparison.Ordinal) + 1)..] : page;
        MarkdownHtml.Write(html, text, EnvironmentPage.Name, deeper: 1);
    }
}
