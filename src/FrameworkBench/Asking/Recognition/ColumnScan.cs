using FrameworkBench.Asking.Recognition.Numbers;
using FrameworkBench.Asking.Recognition.Texts;
using FrameworkBench.Datasets.Reading;

namespace FrameworkBench.Asking.Recognition;

/// <summary>What the texts of one column have in common, gathered in one pass.</summary>
internal sealed class ColumnScan
{
    /// <summary>Beyond this many, different texts are no longer counted.</summary>
    public const int DistinctLimit = 20_000;

    // After so many texts without a date there will be none.
    private const int Probed = 200;
    private const int ShownSlips = 3;
    private const int KeptTexts = 1_000;

    private readonly HashSet<ulong> distinct = [];
    private readonly Dictionary<string, int> counts;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> countOf;
    private readonly List<string> slips = [];
    private readonly int[] numbers = new int[3];
    private readonly int[] dates = new int[DateText.Orders.Count];
    private readonly NumberMarks[] marks = new NumberMarks[3];
    private readonly HashSet<string> markers = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> knownMarkers;
    private double previous = double.NaN;
    private bool counting = true, whole = true;
    private string? beyond;

    /// <summary>Nothing gathered yet.</summary>
    public ColumnScan()
    {
        counts = new Dictionary<string, int>(StringComparer.Ordinal);
        countOf = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        knownMarkers = markers.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Texts that mean a value.</summary>
    public int Present { get; private set; }

    /// <summary>Texts that mean a missing value.</summary>
    public int Missing { get; private set; }

    /// <summary>Stands for all texts in their order: equal columns have the same.</summary>
    public ulong Fingerprint { get; private set; } = Offset;

    /// <summary>Different texts, exact up to <see cref="DistinctLimit"/>.</summary>
    public int Distinct => distinct.Count;

    /// <summary>Whether no two texts are the same, as far as they were counted.</summary>
    public bool AllDiffer => Present > 1 && distinct.Count == Math.Min(Present, DistinctLimit);

    /// <summary>Whether every text is a whole number, one more than the one before.</summary>
    public bool CountsRows => counting && Numbers(NumberFormat.Point) == Present;

    /// <summary>Whether there are numbers, and all are whole.</summary>
    public bool OnlyWholeNumbers => whole && HasPlainNumbers;

    /// <summary>Whether there are numbers that are no durations and have no unit.</summary>
    public bool HasPlainNumbers => Numbers(NumberFormat.Point) > 0 || Numbers(NumberFormat.Comma) > 0;

    /// <summary>Different texts with their counts, exact for up to 1,000 of them.</summary>
    public IReadOnlyDictionary<string, int> Counts => counts;

    /// <summary>The first number that is beyond what engines take; null where there is none.</summary>
    public string? Beyond => beyond ?? Units.Beyond;

    /// <summary>What the numbers have besides their values.</summary>
    public NumberSigns Signs { get; } = new();

    /// <summary>Numbers that are followed by a unit.</summary>
    public UnitScan Units { get; } = new();

    /// <summary>How many texts are durations or times of day of two parts, such as hours and minutes.</summary>
    public int DurationsOfTwo { get; private set; }

    /// <summary>Some texts that are no number.</summary>
    public IReadOnlyList<string> Slips => slips;

    /// <summary>How many texts are numbers in a format.</summary>
    public int Numbers(NumberFormat format) => numbers[(int)format];

    /// <summary>How many texts are numbers as a column has them: in its format, with its unit.</summary>
    public int Numbers(UnderstoodColumn column) => column.Unit is not { } unit ? Numbers(column.Format)
        : Units.All.First(one => one.Unit == unit).Numbers(column.Format);

    /// <summary>How many texts are dates in an order.</summary>
    public int Dates(DateOrder order) => dates[(int)order];

    /// <summary>What stands in the numbers of a format besides digits.</summary>
    public NumberMarks MarksOf(NumberFormat format) => marks[(int)format];

    /// <summary>Whether a number of the column can be one of a decimal comma only.</summary>
    public bool PrefersComma => Numbers(NumberFormat.Comma) > Numbers(NumberFormat.Point);

    /// <summary>The texts that count as missing, but for the empty one.</summary>
    public IReadOnlyCollection<string> Markers => markers;

    /// <summary>Rows that have one of them.</summary>
    public int Marked { get; private set; }

    /// <summary>Whether a number of the column can be one of a decimal point only.</summary>
    public bool PrefersPoint => Numbers(NumberFormat.Point) > Numbers(NumberFormat.Comma);

    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>Looks at the text of the next row.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        ulong hash = Hash(text);
        Fingerprint = (Fingerprint ^ hash) * Prime;
        if (MissingMarker.Is(text))
        {
            Missing++;
            if (!text.IsEmpty)
            {
                Marked++;
                knownMarkers.Add(text);
            }

            return;
        }

        Present++;
        if (distinct.Count < DistinctLimit)
            distinct.Add(hash);
        if (countOf.TryGetValue(text, out int count))
            countOf[text] = count + 1;
        else if (counts.Count < KeptTexts)
            countOf[text] = 1;
        if (!AddNumber(text))
        {
            counting = false;
            AddSlip(text);
            AddDuration(text);
            Units.Add(text);
        }

        AddDate(text);
    }

    private void AddSlip(ReadOnlySpan<char> text)
    {
        if (slips.Count == ShownSlips)
            return;
        foreach (string slip in slips)
        {
            if (text.SequenceEqual(slip))
                return;
        }

        slips.Add(text.ToString());
    }

    private bool AddNumber(ReadOnlySpan<char> text)
    {
        bool isNumber = false;
        foreach (NumberFormat format in (ReadOnlySpan<NumberFormat>)[NumberFormat.Point, NumberFormat.Comma])
        {
            if (!NumberText.TryParse(text, format, out double value, out NumberMarks found))
                continue;
            numbers[(int)format]++;
            marks[(int)format] |= found;
            if (isNumber)
                continue;
            isNumber = true;
            counting &= double.IsNaN(previous) || value == previous + 1;
            previous = value;
            whole &= value == Math.Floor(value);
            Signs.Add(text, value, found);
            if (FloatRange.IsBeyond(value))
                beyond ??= text.ToString();
        }

        return isNumber;
    }

    private void AddDuration(ReadOnlySpan<char> text)
    {
        if (!DurationText.TryParse(text, out _, out int parts))
            return;
        numbers[(int)NumberFormat.Duration]++;
        DurationsOfTwo += parts == 2 ? 1 : 0;
    }

    private void AddDate(ReadOnlySpan<char> text)
    {
        if ((Present > Probed && !Array.Exists(dates, count => count > 0)) || !DateText.MayBe(text))
            return;
        foreach (DateOrder order in DateText.Orders)
        {
            if (DateText.TryParse(text, order, out _))
                dates[(int)order]++;
        }
    }

    // FNV-1a over the characters, with a last turn that spreads short texts.
    private static ulong Hash(ReadOnlySpan<char> text)
    {
        ulong hash = Offset;
        foreach (char character in text)
            hash = (hash ^ character) * Prime;
        hash ^= hash >> 32;
        return hash * 0x9E3779B97F4A7C15;
    }
}
