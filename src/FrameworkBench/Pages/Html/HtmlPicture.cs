namespace FrameworkBench.Pages.Html;

/// <summary>Pictures that stand in a page. A browser runs nothing in them, and they follow the page's light or dark scheme.</summary>
internal static class HtmlPicture
{
    /// <summary>The address of an SVG picture: the picture itself.</summary>
    internal static string Address(string svg) => "data:image/svg+xml;charset=utf-8," + svg.ReplaceLineEndings(" ")
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("#", "%23", StringComparison.Ordinal)
        .Replace("\"", "%22", StringComparison.Ordinal)
        .Replace("<", "%3C", StringComparison.Ordinal)
        .Replace(">", "%3E", StringComparison.Ordinal);
}
