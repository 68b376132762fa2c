namespace FrameworkBench.Datasets.Reading;

/// <summary>What the fields of one column have in common.</summary>
internal sealed class CsvColumnProfile
{
    /// <summary>Beyond this many, different texts are no longer counted.</summary>
    private const int DistinctLimit = 1000;

    /// <summary>Fewer rows than this say nothing about whether a column is an identifier, or numeric but for a slip.</summary>
    private const int FewRows = 20;

    // Of the different texts that are no numbers.
    private const double MostlyForeign = 0.9;

    private readonly HashSet<string> distinct = new(StringComparer.Ordinal);
    private readonly HashSet<double> distinctNumbers = [];
    private double previous = double.NaN;
    private bool counts = true;
    private int others;
    private int foreign;
    private string? example;
    private string? notation;

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

    /// <summary>
    /// Why a column that looks numeric is not: "'1,5' and other values are numbers with a decimal comma"; null when it does not.
    /// </summary>
    public string? ForeignNumbers => foreign == 0 || IsNumeric || foreign < MostlyForeign * others ? null
        : $"'{example}'{(foreign == 1 ? " is a number" : " and other values are numbers")} with {notation}, which is not read; "
            + "write digits and a decimal point";

    private bool IsNumericWithSlips => Numbers < Present && Numbers >= 0.95 * Present && distinctNumbers.Count > FewRows;

    /// <summary>Takes a further field into account.</summary>
    public void Add(string text)
    {
        if (CsvField.IsMissing(text))
            return;
        Present++;
        bool isNumber = CsvField.TryParseNumber(text, out double value);
        if (isNumber)
        {
            counts &= Numbers == 0 || value == previous + 1;
            previous = value;
            Numbers++;
            OnlyWholeNumbers &= value == Math.Floor(value) && double.IsFinite(value);
            if (distinctNumbers.Count < DistinctLimit)
                distinctNumbers.Add(value);
        }

        if (distinct.Count < DistinctLimit && distinct.Add(text) && !isNumber)
            Note(text);
    }

    private void Note(string text)
    {
        others++;
        if (NumberNotation.Of(text) is not { } found)
            return;
        foreign++;
        example ??= text;
        notation ??= found;
    }
}
