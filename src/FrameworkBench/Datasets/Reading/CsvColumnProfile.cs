namespace FrameworkBench.Datasets.Reading;

/// <summary>What the fields of one column have in common.</summary>
internal sealed class CsvColumnProfile
{
    /// <summary>More different texts than this are not told apart any more.</summary>
    private const int DistinctLimit = 1000;

    /// <summary>Fewer rows than this say nothing about whether a column is an identifier, or numeric but for a slip.</summary>
    private const int FewRows = 20;

    private readonly HashSet<string> distinct = new(StringComparer.Ordinal);
    private readonly HashSet<double> distinctNumbers = [];
    private double previous = double.NaN;
    private bool counts = true;

    /// <summary>Fields that are not missing.</summary>
    public int Present { get; private set; }

    /// <summary>Fields that are numbers.</summary>
    public int Numbers { get; private set; }

    /// <summary>Whether every number is whole.</summary>
    public bool OnlyWholeNumbers { get; private set; } = true;

    /// <summary>Number of different texts, exact up to a limit of 1000.</summary>
    public int DistinctUpToLimit => distinct.Count;

    /// <summary>
    /// Every field that is present is a number; or so many are, and so different ones, that the few others can only be slips.
    /// </summary>
    public bool IsNumeric => Numbers == Present || IsNumericWithSlips;

    /// <summary>Why a column with slips is taken as numeric.</summary>
    public string? Evidence => IsNumericWithSlips ? $"{Numbers} of the column's {Present} values are numbers" : null;

    /// <summary>
    /// Texts of which more than half differ, or that are too many to be categories: names, tickets, addresses. Nothing can be learnt from
    /// them.
    /// </summary>
    public bool IsIdentifier => !IsNumeric && Present >= FewRows && (2 * distinct.Count > Present || distinct.Count >= DistinctLimit);

    /// <summary>Whole numbers that go up by one from row to row.</summary>
    public bool CountsRows => counts && Numbers == Present && Present >= FewRows;

    /// <summary>What was seen, for a note: "891 different texts in 891 rows".</summary>
    public string Variety => $"{(distinct.Count >= DistinctLimit ? $"{DistinctLimit} or more" : distinct.Count)} "
        + $"distinct values in {Present} rows";

    private bool IsNumericWithSlips => Numbers < Present && Numbers >= 0.95 * Present && distinctNumbers.Count > FewRows;

    public void Add(string text)
    {
        if (CsvField.IsMissing(text))
            return;
        Present++;
        if (CsvField.TryParseNumber(text, out double value))
        {
            counts &= Numbers == 0 || value == previous + 1;
            previous = value;
            Numbers++;
            OnlyWholeNumbers &= value == Math.Floor(value) && double.IsFinite(value);
            if (distinctNumbers.Count < DistinctLimit)
                distinctNumbers.Add(value);
        }

        if (distinct.Count < DistinctLimit)
            distinct.Add(text);
    }
}
