using FrameworkBench.Pages.Markdown;

namespace FrameworkBench.Changes;

/// <summary>What changed between two results as Markdown, such as a comment on a pull request.</summary>
public static class ChangesPage
{
    // A comment on GitHub has room for 65,536 characters.
    private const int MostOfSection = 60, MostShownOpen = 12;

    /// <summary>The page; empty when nothing changed.</summary>
    /// <param name="changes">The changes.</param>
    /// <param name="all">Whether every one is listed, however many there are.</param>
    public static string Of(ResultChanges changes, bool all)
    {
        ArgumentNullException.ThrowIfNull(changes);
        if (changes.IsEmpty)
            return "";
        var page = new MarkdownDocument();
        page.Heading(3, MarkdownText.Escape(ChangeWords.Headline(changes)));
        foreach (ChangeSection section in ChangeWords.Sections(changes))
        {
            string title = $"{section.Title} ({section.Items.Count})";
            page.Details(title, section.Items.Count <= MostShownOpen, inside => Write(inside, section, all ? int.MaxValue : MostOfSection));
        }

        return page.ToString();
    }

    private static void Write(MarkdownDocument page, ChangeSection section, int most)
    {
        page.Paragraph(MarkdownText.Escape(section.Note));
        string[] items = [.. section.Items.Take(most).Select(Item)];
        int others = section.Items.Count - items.Length;
        page.List(others == 0 ? items : [.. items, $"and {others} more; `frameworkbench diff --all` shows them"]);
    }

    private static string Item(ChangeItem item) => $"{Word(item)}{MarkdownText.Escape(item.Text)}";

    private static string Word(ChangeItem item) => item.Word.Length == 0 ? "" : item.Direction switch
    {
        Direction.Worse => $"❌ **{item.Word}** ",
        Direction.Weaker => $"⚠ **{item.Word}** ",
        Direction.Better => $"✅ **{item.Word}** ",
        Direction.Other => $"**{item.Word}** ",
    };
}
