namespace FrameworkBench.Asking.Recognition;

/// <summary>Numbers the texts of one column, so that rows of one text have one number; a row without a text has one of its own.</summary>
internal sealed class GroupReader
{
    private readonly Dictionary<string, int> numbers;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> numberOf;
    private readonly List<int> groups = [];

    /// <summary>Nothing read yet.</summary>
    public GroupReader()
    {
        numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        numberOf = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>How many groups there are so far.</summary>
    public int Count { get; private set; }

    /// <summary>Reads the text of the next row.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        if (MissingMarker.Is(text))
        {
            groups.Add(Count++);
            return;
        }

        if (!numberOf.TryGetValue(text, out int number))
            numberOf[text] = number = Count++;
        groups.Add(number);
    }

    /// <summary>The group of each row, numbered by its first row.</summary>
    public int[] Finish() => [.. groups];
}
