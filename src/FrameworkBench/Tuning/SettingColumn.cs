using System.Globalization;

namespace FrameworkBench.Tuning;

/// <summary>A setting of all candidates: numbers, or names.</summary>
/// <param name="Name">What is set, such as <c>train.learning_rate</c>.</param>
/// <param name="Values">One a candidate: the number, or a place in the names; NaN where the candidate leaves it to the framework.</param>
/// <param name="Names">The names there are; null for numbers.</param>
public sealed record SettingColumn(string Name, IReadOnlyList<double> Values, IReadOnlyList<string>? Names)
{
    private const double WideRange = 10;
    private const string Unset = "null";

    /// <summary>Whether the numbers are all positive and reach over a decade or more, so that a picture should show factors.</summary>
    public bool IsWide
    {
        get
        {
            double[] set = [.. Values.Where(value => !double.IsNaN(value))];
            return Names is null && set.Length > 0 && set.Min() > 0 && set.Max() / set.Min() >= WideRange;
        }
    }

    /// <summary>
    /// The settings of some candidates. A list that repeats one value, such as the units of hidden layers, gives two columns: the value and
    /// how often.
    /// </summary>
    /// <param name="settings">The keys, in the order wanted.</param>
    /// <param name="candidates">The candidates; each has every key.</param>
    public static IReadOnlyList<SettingColumn> Of(IReadOnlyList<string> settings, IReadOnlyList<CandidateSummary> candidates)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(candidates);
        return [.. settings.SelectMany(setting => Of(setting, [.. candidates.Select(candidate => candidate.Settings[setting])]))];
    }

    private static IEnumerable<SettingColumn> Of(string name, string[] texts)
    {
        string[][] lists = [.. texts.Select(Items)];
        if (Array.TrueForAll(lists, list => list.Length > 0))
            return [
                Single($"{name}: each", [.. lists.Select(list => list[0])]),
                Single($"{name}: number", [.. lists.Select(list => list.Length.ToString(CultureInfo.InvariantCulture))])];
        return [Single(name, texts)];
    }

    private static SettingColumn Single(string name, string[] texts)
    {
        double[] numbers = [.. texts.Select(Number)];
        if (!numbers.Contains(double.NegativeInfinity))
            return new SettingColumn(name, numbers, null);
        string[] names = [.. texts.Where(text => text != Unset).Distinct().Order(StringComparer.Ordinal)];
        return new SettingColumn(name, [.. texts.Select(text => text == Unset ? double.NaN : Array.IndexOf(names, text))], names);
    }

    // Minus infinity stands for a text that is no number.
    private static double Number(string text) =>
        text == Unset ? double.NaN : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? number : double.NegativeInfinity;

    private static string[] Items(string text)
    {
        if (!text.StartsWith('[') || !text.EndsWith(']'))
            return [];
        string[] items = text[1..^1].Split(", ");
        return items.Distinct().Count() == 1 && items[0].Length > 0 && !items[0].StartsWith('{') ? items : [];
    }
}
