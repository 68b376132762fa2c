namespace FrameworkBench.Pages.Site;

/// <summary>The style sheet and the script of the browsing page, as they stand beside this file.</summary>
internal static class SiteFile
{
    /// <summary>The style sheet.</summary>
    internal static string Style => Read("site.css");

    /// <summary>The script, which is strict by its first line and starts with its last.</summary>
    internal static string Script => Read("explorer.js") + Read("site.js");

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(SiteFile).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
