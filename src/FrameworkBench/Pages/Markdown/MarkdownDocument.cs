using System.Text;

namespace FrameworkBench.Pages.Markdown;

/// <summary>A page of Markdown, block by block with an empty line between them; lines end with a line feed.</summary>
internal sealed class MarkdownDocument
{
    private readonly StringBuilder text = new();

    /// <summary>A heading of plain text or Markdown.</summary>
    internal MarkdownDocument Heading(int level, string markdown) => Block($"{new string('#', level)} {MarkdownText.OneLine(markdown)}\n");

    /// <summary>A paragraph of Markdown; nothing when it is empty.</summary>
    internal MarkdownDocument Paragraph(string markdown) => markdown.Length == 0 ? this : Block(MarkdownText.OneLine(markdown) + "\n");

    /// <summary>What must not be overlooked.</summary>
    internal MarkdownDocument Warning(string markdown) => Block($"> ⚠ {MarkdownText.OneLine(markdown)}\n");

    /// <summary>A list; nothing when there is nothing in it.</summary>
    internal MarkdownDocument List(params IReadOnlyCollection<string> items) =>
        items.Count == 0 ? this : Block(string.Concat(items.Select(item => $"- {MarkdownText.OneLine(item)}\n")));

    /// <summary>A numbered list; nothing when there is nothing in it.</summary>
    internal MarkdownDocument Numbered(IReadOnlyCollection<string> items) =>
        items.Count == 0 ? this : Block(string.Concat(items.Select((item, i) => $"{i + 1}. {MarkdownText.OneLine(item)}\n")));

    /// <summary>A table; nothing when it has no rows.</summary>
    internal MarkdownDocument Table(MarkdownTable table) => table.Rows == 0 ? this : Block(table.ToString());

    /// <summary>A picture of its own line.</summary>
    internal MarkdownDocument Picture(string description, string path) => Block($"![{MarkdownText.Escape(description)}]({path})\n");

    /// <summary>Lines that are copied as they are.</summary>
    internal MarkdownDocument CodeBlock(string language, string code) => Block($"```{language}\n{code.TrimEnd('\n')}\n```\n");

    /// <summary>Blocks that open and close at a click on their summary, which is plain text.</summary>
    internal MarkdownDocument Details(string summary, bool open, Action<MarkdownDocument> content)
    {
        Block($"<details{(open ? " open" : "")}><summary>{MarkdownText.Escape(summary)}</summary>\n");
        content(this);
        return Block("</details>\n");
    }

    /// <summary>The page.</summary>
    public override string ToString() => text.ToString();

    private MarkdownDocument Block(string lines)
    {
        if (text.Length > 0)
            text.Append('\n');
        text.Append(lines);
        return this;
    }
}
