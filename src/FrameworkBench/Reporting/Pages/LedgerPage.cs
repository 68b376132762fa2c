using FrameworkBench.Claims;
using FrameworkBench.Engines;
using FrameworkBench.Experiments;
using FrameworkBench.Reporting.Markdown;
using FrameworkBench.Reporting.Summaries;
using FrameworkBench.Reporting.Wording;
using FrameworkBench.Trials;

namespace FrameworkBench.Reporting.Pages;

/// <summary><c>README.md</c>: every claim with its verdict, and the way to all other pages.</summary>
internal static class LedgerPage
{
    internal const string Picture = "charts/ledger.svg";

    internal static ResultFile Write(RunResult run, IReadOnlyList<ExperimentResults> experiments, bool hasParity)
    {
        var claims = experiments.SelectMany(ClaimVerdicts.Of).ToList();
        var page = new MarkdownDocument();
        page.Heading(1, "Results");
        page.Paragraph("A claim is a statement that a lesson about machine learning makes, put to the test by every engine that is there, over many seeds. "
            + "Its verdict follows by a rule that was fixed before the run: the claim *holds* when the whole interval agrees with it, *does not hold* when the whole interval contradicts it, and is *inconclusive* when the interval reaches to both sides.");
        page.Paragraph(Summary(claims));
        if (run.Profile == Profile.Quick)
            page.Warning("This was a quick run, with the fewest seeds: it shows that everything works and judges little. The full picture comes from a run without `--quick`.");
        page.Picture("The ledger: the claims of each experiment by engine, counted by verdict", Picture);
        Engines(page, run);
        Claims(page, experiments);
        Pages(page, run, experiments, hasParity);
        return new ResultFile("README.md", page.ToString());
    }

    /// <summary>How many claims hold, in one line.</summary>
    internal static string Summary(IReadOnlyList<ClaimVerdicts> claims)
    {
        int engines = claims.SelectMany(claim => claim.Verdicts).Where(verdict => verdict.Finding.Ruling != Ruling.NotJudged).Select(verdict => verdict.Engine).Distinct().Count();
        int Count(Ruling ruling) => claims.Count(claim => claim.Overall == ruling);
        int unjudged = Count(Ruling.NotJudged);
        string by = engines > 1 ? " by every engine that decides" : "";
        string open = engines > 1 ? "inconclusive or decided differently by different engines" : "inconclusive";
        string verb(int count, string one, string many) => count == 1 ? one : many;
        return FormattableString.Invariant($"**{Counting.Of(claims.Count, "claim")}: {Count(Ruling.Holds)} {verb(Count(Ruling.Holds), "holds", "hold")}{by}, ")
            + FormattableString.Invariant($"{Count(Ruling.DoesNotHold)} {verb(Count(Ruling.DoesNotHold), "does", "do")} not, {Count(Ruling.Inconclusive)} {verb(Count(Ruling.Inconclusive), "is", "are")} {open}")
            + (unjudged > 0 ? FormattableString.Invariant($", {unjudged} not judged") : "") + ".**";
    }

    private static void Engines(MarkdownDocument page, RunResult run)
    {
        var table = new MarkdownTable("engine", "framework", ">trials", ">failed", ">not supported", "");
        var trials = run.Results.ToLookup(result => result.Trial.Engine, result => result.Outcome.Status);
        foreach (EngineStatus engine in run.Engines)
        {
            var statuses = trials[engine.Name];
            int ran = statuses.Count(status => status is TrialStatus.Done or TrialStatus.Diverged or TrialStatus.Failed);
            table.Add(
                $"**{engine.Name}**",
                engine.Hello is { } hello ? MarkdownText.Escape($"{hello.Framework} {hello.Version}") : MarkdownText.Escape(engine.Definition.Framework),
                engine.Available ? Text(ran) : "",
                engine.Available ? Text(statuses.Count(status => status == TrialStatus.Failed)) : "",
                engine.Available ? Text(statuses.Count(status => status == TrialStatus.Unsupported)) : "",
                engine.Available ? "" : $"not there: {MarkdownText.Link("why, and how to get it", "environment.md#not-there")}");
        }

        page.Heading(2, "Engines").Table(table);
    }

    private static void Claims(MarkdownDocument page, IReadOnlyList<ExperimentResults> experiments)
    {
        var sources = new Sources();
        page.Heading(2, "Claims");
        foreach (ExperimentResults results in experiments)
        {
            var table = new MarkdownTable("claim", "source", "engine", "evidence, with its interval", "verdict");
            var claims = ClaimVerdicts.Of(results);
            var rows = new ClaimRows(claims);
            foreach (ClaimVerdicts claim in claims)
            {
                string says = MarkdownText.Escape(claim.Says), source = sources.Cite(claim.Claim.Source);
                foreach ((string engine, string evidence, string verdict) in rows.Of(claim))
                {
                    table.Add(says, source, engine, evidence, verdict);
                    (says, source) = ("", "");
                }
            }

            foreach ((string engine, string evidence, string verdict) in rows.OfNone)
                table.Add("*all of these*", "", engine, evidence, verdict);
            if (table.Rows > 0)
                page.Heading(3, MarkdownText.Link(MarkdownText.Escape(results.Experiment.Title), results.Page)).Table(table);
        }

        if (sources.Documents.Count > 0)
            page.Heading(3, "Documents").Numbered([.. sources.Documents.Select(MarkdownText.Escape)]);
    }

    private static void Pages(MarkdownDocument page, RunResult run, IReadOnlyList<ExperimentResults> experiments, bool hasParity)
    {
        page.Heading(2, "Pages");
        page.List(
        [
            .. experiments.Select(results => $"{MarkdownText.Link(MarkdownText.Escape(results.Experiment.Title), results.Page)}"
                + (results.Experiment.Question.Length > 0 ? $": {MarkdownText.Escape(results.Experiment.Question)}" : "")),
            .. hasParity ? [$"{MarkdownText.Link("Parity", ParityWriter.PageName)}: whether the engines do the same work when they start alike"] : Array.Empty<string>(),
            .. run.Documents is null ? Array.Empty<string>() : [$"{MarkdownText.Link("Documents", DocumentsPage.Name)}: every section of every document, and what became of its claims"],
            $"{MarkdownText.Link("Timings", "timings.md")}: how long each engine takes, and how much memory",
            $"{MarkdownText.Link("Environment", "environment.md")}: machine, engines and versions that this was made with",
            $"{MarkdownText.Link("claims.json", "claims.json")}: this ledger as data; `data/`: every trial's scores, one CSV file an experiment",
        ]);
        string flag = run.Profile switch { Profile.Quick => " --quick", Profile.Full => " --full", _ => "" };
        page.Heading(2, "How to make them again");
        page.CodeBlock("sh", $"./run-all.sh{flag}");
        page.Paragraph("On Windows `./run-all.ps1`. All pages are generated: change experiments or code, never a page.");
    }

    private static string Text(int count) => count.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
