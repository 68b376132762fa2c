using FrameworkBench.Trials;
using FrameworkBench.Trials.Storing;
using FrameworkBench.Wording;

namespace FrameworkBench.Cli.Display;

/// <summary>Tells what of the store was not believed.</summary>
internal static class StoreDisplay
{
    /// <summary>One line on all damaged records that were met, with the first of them; nothing where there was none.</summary>
    /// <param name="store">The store.</param>
    /// <param name="then">What became of their trials, to complete "1 damaged outcome, …".</param>
    public static void Complain(OutcomeStore store, string then)
    {
        if (Line(store.Damaged, then) is { } line)
            Terminal.Complain(line);
    }

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
