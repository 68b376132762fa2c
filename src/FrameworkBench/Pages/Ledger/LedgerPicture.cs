using FrameworkBench.Charts;
using FrameworkBench.Claims;
using FrameworkBench.Pages.Sections;
using FrameworkBench.Results.Summaries;

namespace FrameworkBench.Pages.Ledger;

/// <summary><c>ledger.svg</c>: the ledger at a glance, an experiment a row.</summary>
internal static class LedgerPicture
{
    internal const string Name = "ledger.svg";

    private const int LabelWidth = 340;

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
            [Verdict.AllEngines, .. engines],
            [
                .. claims.GroupBy(claim => claim.Experiment)
                    .Select(
                        experiment =>
                            new VerdictRow(
                                experiment.Key.Title, [Whole(experiment), .. engines.Select(engine => Tally(experiment, engine))])),
            ])
        {
            Subtitle = "Claims per experiment, counted by verdict. Empty: the experiment does not run on that engine.",
            Width = LabelWidth + (VerdictChart.ColumnWidth * Math.Max(3, engines.Length + 1)) + 40,
        };
        return new ResultFile(Name, ChartWriter.Write(chart, "ledger"));
    }

    private static VerdictTally Whole(IEnumerable<ClaimVerdicts> claims) => Tally(claims.Select(claim => claim.Overall));

    private static VerdictTally Tally(IEnumerable<ClaimVerdicts> claims, string engine) => Tally(
        claims.SelectMany(claim => claim.Verdicts).Where(verdict => verdict.Engine == engine).Select(verdict => verdict.Finding.Ruling));

    private static VerdictTally Tally(IEnumerable<Ruling> rulings)
    {
        var counts = rulings.CountBy(ruling => ruling).ToDictionary();
        return new VerdictTally(
            counts.GetValueOrDefault(Ruling.Holds),
            counts.GetValueOrDefault(Ruling.DoesNotHold),
            counts.GetValueOrDefault(Ruling.Inconclusive),
            counts.GetValueOrDefault(Ruling.ByConstruction),
            counts.GetValueOrDefault(Ruling.NotJudged));
    }
}
