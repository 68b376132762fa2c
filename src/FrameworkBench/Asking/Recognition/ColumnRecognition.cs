using FrameworkBench.Asking.Recognition.Numbers;
using FrameworkBench.Asking.Recognition.Texts;
using FrameworkBench.Wording;

namespace FrameworkBench.Asking.Recognition;

/// <summary>Decides from what the texts of a column have in common how they are read.</summary>
internal static class ColumnRecognition
{
    /// <summary>Fewer rows than this say nothing about whether a column names rows.</summary>
    private const int FewRows = 20;

    /// <summary>More categories than this are names rather than categories.</summary>
    private const int MostCategories = 999;

    private const double Nearly = 0.95;

    private static readonly string[] Things =
    [
        "animal", "case", "client", "customer", "device", "employee", "family", "farm", "household", "machine", "member", "participant",
        "patient", "person", "player", "plot", "school", "sensor", "shop", "site", "station", "store", "student", "subject", "user",
        "vehicle",
    ];

    private static readonly string[] Counters = ["id", "index", "row", "rownames", "no", "nr", "number", "#"];

    /// <summary>Decides it for an input.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="scan">What its texts have in common.</param>
    /// <param name="usual">The decimal sign of the other columns; it decides where this one's texts fit both.</param>
    public static UnderstoodColumn Input(string name, ColumnScan scan, NumberFormat usual)
    {
        if (scan.Present == 0)
            return LeftOut(name, "empty");
        if (scan is { Distinct: 1, Missing: 0 })
            return LeftOut(name, "the same value in every row");
        if (scan.AllDiffer && scan.Present >= FewRows && IsCounter(name, scan))
            return LeftOut(name, "an id: it numbers the rows") with { IsIdentifier = true };
        UnderstoodColumn column = Of(name, scan, usual);
        if (column.Reading != ColumnReading.Category || scan.Present < FewRows || (CanBeCategories(scan) && !scan.AllDiffer))
            return column;
        if (NumberRecognition.WhyNot(name, scan) is { } why)
            return LeftOut(name, why);
        if (scan.AllDiffer)
            return LeftOut(name, "an id: different in every row") with { IsIdentifier = true };
        string what = scan.Signs.AreTooLong ? "numbers beyond 2^53, like ids" : "texts, like names";
        return LeftOut(name, $"{Many(scan)} different {what}") with { IsIdentifier = true };
    }

    /// <summary>Decides it for any column, without asking whether anything can be learned from it.</summary>
    public static UnderstoodColumn Of(string name, ColumnScan scan, NumberFormat usual)
    {
        if (NumberRecognition.FormatOf(scan, usual) is { } format)
            return NamesRather(scan) is { } why ? Category(name, scan, why) : NumberRecognition.Of(name, scan, format);
        if (OrderOf(scan) is { } order && scan.Dates(order) >= Nearly * scan.Present)
            return Date(name, scan, order);
        return NumberRecognition.OfDurationsOrUnits(name, scan, usual) ?? YesNo(name, scan);
    }

    /// <summary>Reads a column as it was asked to.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="scan">What its texts have in common.</param>
    /// <param name="reading">How it is to be read.</param>
    /// <param name="usual">The decimal sign of the other columns.</param>
    public static UnderstoodColumn As(string name, ColumnScan scan, ColumnReading reading, NumberFormat usual)
    {
        UnderstoodColumn column = reading switch
        {
            ColumnReading.Number => NumberRecognition.As(name, scan, usual),
            ColumnReading.Date => Date(name, scan, OrderOf(scan) ?? DateOrder.YearFirst),
            ColumnReading.YesNo => YesNo(name, scan),
            ColumnReading.Ignored => new UnderstoodColumn(name, ColumnReading.Ignored),
            ColumnReading.Group => new UnderstoodColumn(name, ColumnReading.Group)
            {
                Distinct = scan.Distinct,
                Notes = [scan.Missing == 0 ? "no input" : $"no input; {Figures.Whole(scan.Missing)} missing, each a group of its own"],
            },
            _ => Category(name, scan),
        };
        return column with { Notes = ["as asked", .. column.Notes] };
    }

    /// <summary>A category of which only the empty text is missing.</summary>
    /// <param name="column">The column.</param>
    /// <param name="scan">What its texts have in common.</param>
    /// <param name="distinct">Its different texts, markers among them.</param>
    public static UnderstoodColumn WithMarkers(UnderstoodColumn column, ColumnScan scan, int distinct)
    {
        int empty = scan.Missing - scan.Marked;
        return column with
        {
            HasMarkersAsClasses = true,
            Distinct = distinct,
            Notes = [.. column.Notes.Except(Missing(scan)), .. empty == 0 ? [] : Missing(empty)],
        };
    }

    /// <summary>A column that is not read.</summary>
    public static UnderstoodColumn LeftOut(string name, string why) => new(name, ColumnReading.Ignored) { Notes = [why] };

    // What is no answer of two is a category.
    private static UnderstoodColumn YesNo(string name, ColumnScan scan) =>
        scan.Distinct == 2 && scan.Counts.Keys.ToArray() is [var one, var other] && YesNoText.Is(one, other)
            ? new UnderstoodColumn(name, ColumnReading.YesNo) { Distinct = 2, Notes = Missing(scan) } : Category(name, scan);

    private static UnderstoodColumn Date(string name, ColumnScan scan, DateOrder order)
    {
        var notes = new List<string> { "year, month, weekday and days" };
        if (order != DateOrder.YearFirst)
            notes.Add(order == DateOrder.DayFirst ? "day first" : "month first");
        if (scan.Dates(DateOrder.DayFirst) == scan.Dates(DateOrder.MonthFirst) && order == DateOrder.MonthFirst)
            notes.Add("could be day first");
        notes.AddRange(Missing(scan));
        if (scan.Present - scan.Dates(order) is > 0 and var slips)
            notes.Add($"{Counting.Of(slips, "text")} read as missing");
        return new UnderstoodColumn(name, ColumnReading.Date) { Order = order, Distinct = scan.Distinct, Notes = notes };
    }

    private static UnderstoodColumn Category(string name, ColumnScan scan, params string[] notes) =>
        new(name, ColumnReading.Category) { Distinct = scan.Distinct, Notes = [.. notes, .. Missing(scan)] };

    // As numbers, different texts would be one: too many digits, or codes such as 01 and 1.
    private static string? NamesRather(ColumnScan scan) =>
        scan.Signs.AreTooLong ? "whole numbers beyond 2^53 kept as texts: rounded, different ones could be the same"
        : CanBeCategories(scan) && NumberNotes.SameButForZeros(scan) is { } two ? $"{two} kept as different codes" : null;

    private static bool CanBeCategories(ColumnScan scan) => 2 * scan.Distinct <= scan.Present && scan.Distinct <= MostCategories;

    private static DateOrder? OrderOf(ColumnScan scan) =>
        DateText.Orders.Any(order => scan.Dates(order) > 0) ? DateText.Orders.MaxBy(scan.Dates) : null;

    // A column may count days, which tells something; by its name it counts rows.
    private static bool IsCounter(string name, ColumnScan scan) =>
        scan.OnlyWholeNumbers && scan.Numbers(NumberFormat.Point) == scan.Present
        && (IsNameOfId(name) || (scan.CountsRows && (Counters.Contains(name, StringComparer.OrdinalIgnoreCase)
            || name.StartsWith("Unnamed", StringComparison.Ordinal) || name.StartsWith(TableScan.Unnamed, StringComparison.Ordinal))));

    /// <summary>Whether a column's name says that it is an id.</summary>
    public static bool IsNameOfId(string name) =>
        name.Equals("id", StringComparison.OrdinalIgnoreCase) || name.EndsWith("Id", StringComparison.Ordinal)
        || name.EndsWith("ID", StringComparison.Ordinal) || name.EndsWith("_id", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(" id", StringComparison.OrdinalIgnoreCase) || name.EndsWith("-id", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a column's name says what its numbers stand for: "patient", "Shop no".</summary>
    public static bool IsNameOfThing(string name) =>
        Array.Exists(name.Split(' ', '_', '-', '.'), word => Things.Contains(word, StringComparer.OrdinalIgnoreCase));

    private static string[] Missing(ColumnScan scan) => scan.Missing == 0 ? [] : Missing(scan.Missing);

    private static string[] Missing(int rows) => [$"{Figures.Whole(rows)} missing"];

    private static string Many(ColumnScan scan) =>
        scan.Distinct == ColumnScan.DistinctLimit ? $"{Figures.Whole(scan.Distinct)} or more" : Figures.Whole(scan.Distinct);

    /// <summary>A text that fits into a line.</summary>
    public static string Short(string text) => text.Length <= 20 ? text : text[..19] + "…";
}
