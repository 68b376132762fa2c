namespace FrameworkBench.Pages.Html;

/// <summary>Where links of a page lead when what it says stands on a page in the results folder.</summary>
internal static class HtmlLink
{
    /// <summary>The target as seen from the results folder; null where it is neither a file, a heading nor a page of the web.</summary>
    /// <param name="page">Where the page is, in the results folder.</param>
    /// <param name="target">The target as the page writes it.</param>
    internal static string? From(string page, string target)
    {
        if (target.StartsWith("https://", StringComparison.Ordinal))
            return target;
        if (target.StartsWith('#'))
            return page + target;
        return target.Contains(':', StringComparison.Ordinal) || target.StartsWith('/') || target.Contains('\\', StringComparison.Ordinal)
            ? null : Joined(page, target);
    }

    private static string Joined(string page, string target)
    {
        var parts = page.Split('/').SkipLast(1).ToList();
        foreach (string part in target.Split('/'))
        {
            if (part == ".." && parts.Count > 0 && parts[^1] != "..")
                parts.RemoveAt(parts.Count - 1);
            else
                parts.Add(part);
        }

        return string.Join('/', parts);
    }
}
