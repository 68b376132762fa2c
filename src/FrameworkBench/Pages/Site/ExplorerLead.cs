namespace FrameworkBench.Pages.Site;

/// <summary>How far one model leads another on a table, as the data files of a comparison have it.</summary>
/// <param name="Comparison">The title of the pair.</param>
/// <param name="Engine">The engine, or both: "xgboost : scratch".</param>
/// <param name="Measure">What is compared.</param>
/// <param name="Dataset">The table.</param>
/// <param name="Lead">The lead, positive where the first model is better; of a ratio its natural logarithm.</param>
/// <param name="Low">The lower end of its interval; empty for none.</param>
/// <param name="High">The upper end; empty for none.</param>
internal sealed record ExplorerLead(
    string Comparison, string Engine, ExplorerMeasure Measure, string Dataset, string Lead, string Low, string High)
{
    /// <summary>The leads by score and by share of the way.</summary>
    internal static IEnumerable<ExplorerLead> InScore(IReadOnlyDictionary<string, string> row)
    {
        string engine = row["engine"] == row["against_engine"] ? row["engine"] : $"{row["engine"]} : {row["against_engine"]}";
        yield return new(row["comparison"], engine, ExplorerMeasure.Score, row["dataset"], row["difference"], row["low"], row["high"]);
        yield return new(
            row["comparison"], engine, ExplorerMeasure.Share, row["dataset"], row["share"], row["share_low"], row["share_high"]);
    }

    /// <summary>The lead by another measure.</summary>
    internal static ExplorerLead InMeasure(IReadOnlyDictionary<string, string> row) => new(
        row["comparison"], row["engine"], ExplorerMeasure.Of(row["measure"], row["ratio"] == "yes"), row["dataset"], row["lead"],
        row["low"], row["high"]);
}
