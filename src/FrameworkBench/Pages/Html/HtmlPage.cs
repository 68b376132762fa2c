using System.Security.Cryptography;
using System.Text;

namespace FrameworkBench.Pages.Html;

/// <summary>
/// One HTML file that needs nothing else. Its policy lets a browser run the script and apply the style that stand in it, show pictures
/// that stand in it, and nothing more: no request, no form, no other script.
/// </summary>
/// <param name="Title">The title.</param>
/// <param name="Style">The style sheet.</param>
/// <param name="Body">What stands between the tags of the body.</param>
internal sealed record HtmlPage(string Title, string Style, string Body)
{
    /// <summary>The script, which runs when the page is loaded; null for none.</summary>
    internal string? Script { get; init; }

    /// <summary>A comment on the first lines; null for none.</summary>
    internal string? Mark { get; init; }

    /// <summary>The file's text.</summary>
    public override string ToString()
    {
        string style = $"\n{Style.TrimEnd()}\n", script = $"\n{Script?.TrimEnd()}\n";
        var html = new HtmlWriter().Markup("<!doctype html>\n").Markup(Mark is null ? "" : $"{Mark}\n").Markup("<html lang=\"en\">\n");
        html.Block("head", head =>
        {
            head.Open("meta", ("charset", "utf-8")).Markup("\n");
            head.Open("meta", ("http-equiv", "Content-Security-Policy"), ("content", Policy(style, Script is null ? null : script)))
                .Markup("\n");
            head.Open("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1")).Markup("\n");
            head.Open("link", ("rel", "icon"), ("href", "data:,")).Markup("\n");
            head.Text("title", Title).Markup($"\n<style>{style}</style>\n");
        });
        html.Block("body", body => body.Markup(Body).Markup(Script is null ? "" : $"<script>{script}</script>\n"));
        return html.Markup("</html>\n").ToString();
    }

    private static string Policy(string style, string? script) =>
        $"default-src 'none'; img-src data:; style-src {Source(style)}; script-src {(script is null ? "'none'" : Source(script))}; "
            + "base-uri 'none'; form-action 'none'";

    private static string Source(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";
}
