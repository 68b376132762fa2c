using FrameworkBench.Charts;
using FrameworkBench.Claims;
using FrameworkBench.Pages.Sections;
using FrameworkBench.Results.Summaries;

namespace FrameworkBench.Pages.Ledger;

/// <summary>
/// <c>ledger.svg</c>: the ledger at a glance, an experiment a row, narrow enough for a phone. <c>ledger-engines.svg</c>: the same by
/// engine.
/// </summary>
internal static class LedgerPicture
{
    internal const string Name = "ledger.svg";

    /// <summary>The picture by engine.</summary>
    internal const string ByEngine = "ledger-engines.svg";

    private const string Title = "What the documents claim, and whether it holds";
    private const int LabelWidth = 340, NarrowLabelWidth = 260, Margins = 40;

    internal static IReadOnlyList<ResultFile> Write(IReadOnlyList<ExperimentResults> experiments)
    {
        var claims = experiments.SelectMany(ClaimVerdicts.Of).ToList();
        // An engine that could judge nothing, because it fits other kinds of models, would be an empty column.
        string[] engines = [.. claims.SelectMany(claim => claim.Verdicts)
            .GroupBy(verdict => verdict.Engine)
            .Where(engine => engine.Any(verdict => verdict.Finding.Ruling != Ruling.NotJudged))
            .Select(engine => engine.Key)
            .OrderBy(EngineLooks.Of)];
        return
        [
            new ResultFile(Name, ChartWriter.Write(Chart(claims, []) with
            {
                Subtitle = "Claims per experiment, counted by their verdict over all engines.",
                Width = NarrowLabelWidth + VerdictChart.ColumnWidth + Margins,
            }, "ledger")),
            new ResultFile(ByEngine, ChartWriter.Write(Chart(claims, engines) with
            {
                Subtitle = "Claims per experiment, counted by verdict. Empty: the experiment does not run on that engine.",
                Width = LabelWidth + (VerdictChart.ColumnWidth * Math.Max(3, engines.Length + 1)) + Margins,
            }, "ledger-engines")),
        ];
    }

    private static VerdictChart Chart(IEnumerable<ClaimVerdicts> claims, string[] engines) => new(
        Title,
        [Verdict.AllEngines, .. engines],
        [
            .. claims.GroupBy(claim => claim.Experiment).Select(experiment => new VerdictRow(
                experiment.Key.Title, [Whole(experiment), .. engines.Select(engine => Tally(experiment, engine))])),
        ]);

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
