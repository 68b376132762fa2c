using FrameworkBench.Changes;
using FrameworkBench.Reading;

namespace FrameworkBench.Cli.Display;

/// <summary>Shows what changed between two results: a line what came of it, and a part for each kind of change; nothing for none.</summary>
internal static class DiffScreen
{
    /// <summary>The most lines of a screen.</summary>
    public const int Most = 40;

    private const int Column = 8;

    // So that the first changes of all kinds have a place; what is longer is cut.
    private const int MostOfItem = 3;

    /// <summary>Shows changes.</summary>
    /// <param name="changes">The changes.</param>
    /// <param name="all">Whether every one is shown, however many lines it takes.</param>
    public static void Show(ResultChanges changes, bool all)
    {
        foreach (ScreenLine line in Lines(changes, all ? int.MaxValue : Most))
            Terminal.Write(line);
    }

    /// <summary>The lines.</summary>
    /// <param name="changes">The changes.</param>
    /// <param name="most">How many lines there may be.</param>
    internal static IReadOnlyList<ScreenLine> Lines(ResultChanges changes, int most)
    {
        if (changes.IsEmpty)
            return [];
        ScreenLine[] head = [.. Wrapped(ChangeWords.Headline(changes), indent: 2)];
        int mostOfItem = most == int.MaxValue ? most : MostOfItem;
        Part[] parts = [.. ChangeWords.Sections(changes).Select(section => new Part(section, mostOfItem))];

        // The first change of each part has a place; then each part in turn takes what is left, since the worst come first.
        int left = most - head.Length - parts.Sum(part => part.LinesOf(1));
        int[] shown = [.. parts.Select(_ => 1)];
        for (int i = 0; i < parts.Length; i++)
        {
            while (shown[i] < parts[i].Count && parts[i].LinesOf(shown[i] + 1) - parts[i].LinesOf(shown[i]) <= left)
            {
                left -= parts[i].LinesOf(shown[i] + 1) - parts[i].LinesOf(shown[i]);
                shown[i]++;
            }
        }

        return [.. head, .. parts.SelectMany((part, i) => part.Lines(shown[i]))];
    }

    private static IEnumerable<ScreenLine> Wrapped(string text, int indent) =>
        TextLines.Of(VisibleText.Of(text), Terminal.UsualWidth, indent).Select(line => new ScreenLine(line));

    private sealed class Part(ChangeSection section, int mostOfItem)
    {
        private readonly ScreenLine[] title = [.. Wrapped(section.Title + (section.Note.Length == 0 ? "" : $" ({section.Note})"), Column)];
        private readonly ScreenLine[][] items = [.. section.Items.Select(item => Item(item, mostOfItem).ToArray())];

        public int Count => items.Length;

        public int LinesOf(int shown) => title.Length + items.Take(shown).Sum(item => item.Length) + (shown < Count ? 1 : 0);

        public IEnumerable<ScreenLine> Lines(int shown)
        {
            IEnumerable<ScreenLine> lines = title.Concat(items.Take(shown).SelectMany(item => item));
            return shown == Count ? lines
                : lines.Append(new ScreenLine($"{new string(' ', Column)}and {Count - shown} more; --all or --markdown shows them"));
        }

        private static IEnumerable<ScreenLine> Item(ChangeItem item, int most)
        {
            const int Width = Terminal.UsualWidth - Column;
            IReadOnlyList<string> lines = TextLines.Of(VisibleText.Of(item.Text).ReplaceLineEndings(" "), Width, indent: 0);
            if (lines.Count > most)
                lines = [.. lines.Take(most - 1), $"{lines[most - 1][..Math.Min(lines[most - 1].Length, Width - 2)]} …"];
            yield return new ScreenLine(lines[0]) { Word = item.Word.PadRight(Column), Color = Color(item.Direction) };
            foreach (string line in lines.Skip(1))
                yield return new ScreenLine(new string(' ', Column) + line);
        }

        private static string Color(Direction direction) => direction switch
        {
            Direction.Worse => "red",
            Direction.Weaker => "yellow",
            Direction.Better => "green",
            Direction.Other => "default",
        };
    }
}
