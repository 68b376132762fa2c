using FrameworkBench.Asking.Recognition.Texts;
using FrameworkBench.Datasets.Reading;

namespace FrameworkBench.Asking.Recognition;

/// <summary>Numbers the texts of one column, so that rows of one text have one number; a row without a text has one of its own.</summary>
internal sealed class GroupReader
{
    private readonly TextCodes numbers = new();
    private readonly List<int> groups = [];

    /// <summary>How many different texts there are so far.</summary>
    public int Texts => numbers.Count;

    /// <summary>The number of each row's text, numbered by its first row; −1 for a row without one.</summary>
    public IReadOnlyList<int> Known => groups;

    /// <summary>Reads the text of the next row.</summary>
    public void Add(ReadOnlySpan<char> text) => groups.Add(MissingMarker.Is(text) ? -1 : numbers.Of(text));

    /// <summary>The group of each row: its text's number, or one of its own.</summary>
    public int[] Finish()
    {
        int alone = numbers.Count;
        return [.. groups.Select(number => number < 0 ? alone++ : number)];
    }
}
