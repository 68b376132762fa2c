using System.Text;

namespace FrameworkBench.Pages.Html;

/// <summary>HTML that is being written. Texts and attributes are encoded here; an attribute without a value (null) is left out.</summary>
internal sealed class HtmlWriter
{
    private readonly StringBuilder html = new();

    /// <summary>An element with other elements in it; its tags stand on lines of their own.</summary>
    internal HtmlWriter Block(string tag, Action<HtmlWriter> content, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Open(tag, attributes).Markup("\n");
        content(this);
        return Markup($"</{tag}>\n");
    }

    /// <summary>An element with other elements in it, within a line.</summary>
    internal HtmlWriter Inline(string tag, Action<HtmlWriter> content, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Open(tag, attributes);
        content(this);
        return Markup($"</{tag}>");
    }

    /// <summary>An element of plain text, within a line.</summary>
    internal HtmlWriter Text(string tag, string text, params ReadOnlySpan<(string Name, string? Value)> attributes) =>
        Open(tag, attributes).Text(text).Markup($"</{tag}>");

    /// <summary>The opening tag of an element, which is all of one that has no content.</summary>
    internal HtmlWriter Open(string tag, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        html.Append('<').Append(tag);
        foreach ((string name, string? value) in attributes)
        {
            if (value is not null)
                html.Append(' ').Append(name).Append("=\"").Append(HtmlText.Encode(value)).Append('"');
        }

        html.Append('>');
        return this;
    }

    /// <summary>Plain text.</summary>
    internal HtmlWriter Text(string text) => Markup(HtmlText.Encode(text));

    /// <summary>HTML that is written already.</summary>
    internal HtmlWriter Markup(string markup)
    {
        html.Append(markup);
        return this;
    }

    /// <summary>What was written.</summary>
    public override string ToString() => html.ToString();
}
