namespace FrameworkBench.Pages.Markdown;

/// <summary>Reads a part of a page that <see cref="MarkdownDocument"/> wrote.</summary>
internal static class MarkdownSection
{
    /// <summary>What stands below a heading of the second level, up to the next one; empty where there is no such heading.</summary>
    /// <param name="page">The page's text.</param>
    /// <param name="heading">The heading with its marks.</param>
    internal static string Of(string page, string heading) => string.Join(
        '\n',
        page.Split('\n').SkipWhile(line => line != heading).Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))).Trim();
}
