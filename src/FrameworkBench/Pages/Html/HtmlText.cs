using FrameworkBench.Reading;

namespace FrameworkBench.Pages.Html;

/// <summary>Plain text inside HTML.</summary>
internal static class HtmlText
{
    /// <summary>The text so written that it is read as plain text, between tags and in a quoted attribute.</summary>
    internal static string Encode(string text) => VisibleText.Of(text)
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("'", "&#39;", StringComparison.Ordinal);
}
