using FrameworkBench.Pages.Markdown;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Searches;

/// <summary>
/// The answer of a search: which model is best, what tuning gains over the default settings of each, and the settings that were best.
/// </summary>
internal static class SearchAnswer
{
    internal static void Write(MarkdownDocument page, IReadOnlyList<TunedResult> tuned)
    {
        if (tuned.Count == 0)
            return;
        page.Heading(2, "Search result");
        foreach (var table in tuned.GroupBy(one => one.Search.Dataset))
            page.Paragraph(Sentences(table.Key, [.. table]));
        page.Table(Table(tuned));
        string losses = Phrase.And([.. tuned.Select(one => MetricWords.Title(one.Choice)).Distinct()]);
        page.Paragraph($"Candidates are chosen by {losses} within the training rows. The scores here are test scores; "
            + "no candidate of a split saw its test rows. "
            + "Gains are paired over the splits, with the 95 % interval of the corrected resampled t test.");
    }

    /// <summary>A table's answer in one sentence of Markdown.</summary>
    internal static string Sentences(string dataset, IReadOnlyList<TunedResult> tuned)
    {
        TunedResult[] scored = [.. tuned.Where(one => one.Mean is not null)];
        if (scored.Length == 0)
            return $"On {MarkdownText.Code(dataset)} no tuned model made predictions.";
        bool engines = scored.DistinctBy(one => one.Search.Engine).Count() > 1;
        (string Name, double Score)[] contenders = [.. scored.SelectMany(Contenders)];
        (string best, double score) = contenders.MaxBy(contender => contender.Score);
        string first = $" **{MarkdownText.Escape(best)}** scores{(contenders.Length > 1 ? " highest" : "")} "
            + $"({MetricWords.Title(scored[0].Metric)} {LeadWords.Score(score)});";
        string[] gains =
            [.. scored.Where(one => one.AgainstWritten is not null)
                .Select(
                    one => $"tuning **{MarkdownText.Escape(one.Title)}**{To(one)}{By(one)} {SearchWords.Gain(one.AgainstWritten!.Lead)}")];
        string table = MarkdownText.Code(dataset);
        string among = contenders.Length > 1 ? $"Of the tuned models and their defaults on {table}," : $"On {table}";
        return $"{among}{first} {string.Join("; ", gains)}".TrimEnd(' ', ';') + ".";

        // Models with equal defaults share the untuned one.
        string To(TunedResult one) =>
            scored.Any(other => other != one && other.Title == one.Title && other.Search.Engine == one.Search.Engine)
                ? $" to **{MarkdownText.Escape(one.Search.Model.Title)}**" : "";

        string By(TunedResult one) => engines ? $" on {one.Search.Engine}" : "";

        IEnumerable<(string Name, double Score)> Contenders(TunedResult one)
        {
            // First, so that it is named where the search found nothing better.
            if (one.AgainstWritten is { } pair)
                yield return ($"{one.Title}, default settings{By(one)}", pair.AgainstMean);
            yield return (one.Search.Model.Title + By(one), one.Mean!.Value);
        }
    }

    private static MarkdownTable Table(IReadOnlyList<TunedResult> tuned)
    {
        var table = new MarkdownTable("data set", "model", "engine", ">default", ">tuned", ">gain", "best settings over all splits");
        string? last = null;
        foreach (TunedResult one in tuned)
        {
            table.Add(
                one.Search.Dataset == last ? "" : MarkdownText.Code(one.Search.Dataset),
                $"**{MarkdownText.Escape(one.Search.Model.Title)}**",
                one.Search.Engine,
                one.AgainstWritten is { } pair ? LeadWords.Score(pair.AgainstMean) : "–",
                one.Mean is double mean ? LeadWords.Score(mean) : "–",
                one.AgainstWritten is { } comparison ? LeadWords.WithInterval(comparison.Lead.Difference, comparison.Lead.Interval) : "–",
                SearchWords.Best(one.Search));
            last = one.Search.Dataset;
        }

        return table;
    }
}
