using FrameworkBench.Asking.Recognition.Texts;

namespace FrameworkBench.Asking.Recognition.Numbers;

/// <summary>What the numbers of one column have that the numbers alone do not show: signs of a unit, more digits than fit.</summary>
internal sealed class NumberSigns
{
    // Beyond 2⁵³ not every whole number is a 64-bit float.
    private const double MostExact = 9_007_199_254_740_992;

    private readonly Dictionary<string, int> currencies = new(StringComparer.Ordinal);

    /// <summary>Texts with a percent sign.</summary>
    public int Percents { get; private set; }

    /// <summary>The first of them, and its number.</summary>
    public (string Text, double Number) FirstPercent { get; private set; }

    /// <summary>How many texts have each currency.</summary>
    public IReadOnlyDictionary<string, int> Currencies => currencies;

    /// <summary>Whether there is a whole number of so many digits that its neighbor is read as the same.</summary>
    public bool AreTooLong { get; private set; }

    /// <summary>Whether there is a whole number with a leading zero, as codes have.</summary>
    public bool ArePadded { get; private set; }

    /// <summary>Looks at a number.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="value">What it is read as.</param>
    /// <param name="marks">What stands in it besides digits.</param>
    public void Add(ReadOnlySpan<char> text, double value, NumberMarks marks)
    {
        if (marks == NumberMarks.None)
        {
            if (Math.Abs(value) > MostExact || text[0] == '0')
                AddDigits(text);
            return;
        }

        if (marks.HasFlag(NumberMarks.Percent) && Percents++ == 0)
            FirstPercent = (text.ToString(), value);
        if (marks.HasFlag(NumberMarks.Currency) && NumberText.CurrencyOf(text) is { } currency)
            currencies[currency] = currencies.GetValueOrDefault(currency) + 1;
    }

    private void AddDigits(ReadOnlySpan<char> text)
    {
        if (text.TrimStart("+-").ContainsAnyExceptInRange('0', '9'))
            return;
        ArePadded |= text[0] == '0' && text.Length > 1;
        AreTooLong |= text[0] != '0';
    }
}
