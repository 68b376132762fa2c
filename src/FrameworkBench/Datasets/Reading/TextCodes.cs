namespace FrameworkBench.Datasets.Reading;

/// <summary>Numbers the different texts of a column as they come, from 0.</summary>
internal sealed class TextCodes
{
    private readonly Dictionary<string, int> codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> codeOf;

    /// <summary>No text yet.</summary>
    public TextCodes() => codeOf = codes.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many different texts there are so far.</summary>
    public int Count => codes.Count;

    /// <summary>The different texts, by their codes.</summary>
    public IReadOnlyCollection<string> Texts => codes.Keys;

    /// <summary>The code of a text, which is new if it has none yet.</summary>
    public int Of(ReadOnlySpan<char> text)
    {
        if (!codeOf.TryGetValue(text, out int code))
            codeOf[text] = code = codes.Count;
        return code;
    }

    /// <summary>The code of a text; null if it has none.</summary>
    public int? Find(string text) => codes.TryGetValue(text, out int code) ? code : null;

    /// <summary>The texts in their stable order, and the place in it of each code.</summary>
    public (IReadOnlyList<string> Ordered, int[] Places) InStableOrder()
    {
        List<string> ordered = CsvField.InStableOrder(codes.Keys);
        int[] places = new int[codes.Count];
        for (int place = 0; place < ordered.Count; place++)
            places[codes[ordered[place]]] = place;
        return (ordered, places);
    }
}
