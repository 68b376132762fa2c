using FrameworkBench.Claims;
using FrameworkBench.Reporting.Charts;
using FrameworkBench.Reporting.Summaries;

namespace FrameworkBench.Reporting.Pages;

/// <summary><c>charts/ledger.svg</c>: the ledger at a glance.</summary>
internal static class LedgerPicture
{
    private const int LabelWidth = 500;

    internal static ResultFile Write(IReadOnlyList<ExperimentResults> experiments)
    {
        var claims = experiments.SelectMany(ClaimVerdicts.Of).ToList();
        // An engine that could judge nothing, because it fits other kinds of models, would be an empty column.
        string[] engines = [.. claims.SelectMany(claim => claim.Verdicts)
            .GroupBy(verdict => verdict.Engine)
            .Where(engine => engine.Any(verdict => verdict.Finding.Ruling != Ruling.NotJudged))
            .Select(engine => engine.Key)
            .OrderBy(EngineLooks.Of)];
        var chart = new VerdictChart(
            "What the documents claim, and whether it holds",
            engines,
            [.. claims.Select(claim => new VerdictRow(claim.Says, [.. engines.Select(engine => RulingOf(claim, engine))]) { Group = claim.Experiment.Title })])
        {
            Width = LabelWidth + (VerdictChart.ColumnWidth(engines.Length) * Math.Max(3, engines.Length)) + 40,
        };
        return new ResultFile(LedgerPage.Picture, ChartWriter.Write(chart, "ledger"));
    }

    private static Ruling? RulingOf(ClaimVerdicts claim, string engine) =>
        claim.Verdicts.FirstOrDefault(verdict => verdict.Engine == engine)?.Finding.Ruling;
}
