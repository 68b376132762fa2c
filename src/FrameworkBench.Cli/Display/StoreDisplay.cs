using FrameworkBench.Trials.Storing;
using FrameworkBench.Wording;

namespace FrameworkBench.Cli.Display;

/// <summary>Tells what of the store was not believed.</summary>
internal static class StoreDisplay
{
    /// <summary>
    /// One line on all damaged records that were met, with the first of them, and one on those that were never finished; nothing where
    /// there was none.
    /// </summary>
    /// <param name="store">The store.</param>
    /// <param name="then">What became of their trials, to complete "1 damaged outcome, …".</param>
    public static void Complain(OutcomeStore store, string then)
    {
        foreach (string line in new[] { Line(store.Damaged, then), Line(store.Torn) }.OfType<string>())
            Terminal.Complain(line);
    }

    /// <summary>One line on segments that end in an outcome that was never finished; null where there are none.</summary>
    internal static string? Line(IReadOnlyList<string> torn) => torn.Count == 0 ? null
        : $"store: {Counting.Of(torn.Count, "unfinished outcome")} of killed runs ignored; 'store gc' drops "
            + (torn.Count == 1 ? "it" : "them");

    /// <summary>That line; null where no record was damaged.</summary>
    internal static string? Line(IReadOnlyDictionary<string, string> damaged, string then)
    {
        if (damaged.Count == 0)
            return null;
        KeyValuePair<string, string> first = damaged.MinBy(record => record.Key, StringComparer.Ordinal);
        string what = Counting.Of(damaged.Count, "damaged outcome");
        return $"store: {what}, {then}{(damaged.Count == 1 ? "" : "; the first")}: {first.Value} ({first.Key})";
    }
}
