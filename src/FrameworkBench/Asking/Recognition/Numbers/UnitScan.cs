using FrameworkBench.Asking.Recognition.Texts;
using FrameworkBench.Datasets.Reading;

namespace FrameworkBench.Asking.Recognition.Numbers;

/// <summary>What the numbers of one column that are followed by a unit have in common.</summary>
internal sealed class UnitScan
{
    // Beyond so many, what follows the numbers is no unit.
    private const int Most = 6;

    private readonly Dictionary<string, UnitCount> units = new(StringComparer.Ordinal);
    private readonly Dictionary<string, UnitCount>.AlternateLookup<ReadOnlySpan<char>> countOf;

    /// <summary>Nothing gathered yet.</summary>
    public UnitScan() => countOf = units.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The units that were found; none where there are too many to be units.</summary>
    public IReadOnlyCollection<UnitCount> All => units.Count > Most ? [] : units.Values;

    /// <summary>The most frequent one; null where there is none.</summary>
    public UnitCount? Usual => All.MaxBy(unit => unit.Rows);

    /// <summary>The first number that is beyond what engines take; null where there is none.</summary>
    public string? Beyond { get; private set; }

    /// <summary>Looks at a text that is no number by itself.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        if (units.Count > Most || !UnitText.TrySplit(text, out ReadOnlySpan<char> number, out ReadOnlySpan<char> unit))
            return;
        UnitCount? count = null;
        foreach (NumberFormat format in (ReadOnlySpan<NumberFormat>)[NumberFormat.Point, NumberFormat.Comma])
        {
            if (!NumberText.TryParse(number, format, out double value, out NumberMarks marks))
                continue;
            count ??= Of(unit);
            count.Add(format, marks);
            if (FloatRange.IsBeyond(value))
                Beyond ??= text.ToString();
        }

        if (count is not null)
            count.Rows++;
    }

    private UnitCount Of(ReadOnlySpan<char> unit)
    {
        ReadOnlySpan<char> singular = UnitText.Singular(unit);
        if (!countOf.TryGetValue(singular, out UnitCount? count))
            countOf[singular] = count = new UnitCount(unit.ToString());
        return count;
    }
}
