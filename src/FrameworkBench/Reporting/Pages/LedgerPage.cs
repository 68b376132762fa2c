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
        int judges = claims.SelectMany(claim => claim.Verdicts).Where(verdict => verdict.Finding.Ruling != Ruling.NotJudged).DistinctBy(verdict => verdict.Engine).Count();
        page.Paragraph($"**{TallyWords.Of(ClaimTally.Of(claims), judges)}.**");
        page.Paragraph(RegistrationSummary.Of(claims));
        if (run.Profile == Profile.Quick)
            page.Warning("This was a quick run, with the fewest seeds: it shows that everything works and judges little. The full picture comes from a run without `--quick`.");
        page.Picture("The ledger: the claims of each experiment by engine, counted by verdict", Picture);
        Pages(page, run, experiments, hasParity);
        Engines(page, run);
        Claims(page, experiments);
        Making(page, run.Profile);
        return new ResultFile("README.md", page.ToString());
    }

    private static void Engines(MarkdownDocument page, RunResult run)
    {
        // A column for those that are not there, where some are not.
        string[] last = run.Engines.All(engine => engine.Available) ? [] : [""];
        var table = new MarkdownTable(["engine", "framework", ">trials", ">failed", ">not supported", .. last]);
        var trials = run.Results.ToLookup(result => result.Trial.Engine, result => result.Outcome.Status);
        foreach (EngineStatus engine in run.Engines)
        {
            var statuses = trials[engine.Name];
            int ran = statuses.Count(status => status is TrialStatus.Done or TrialStatus.Diverged or TrialStatus.Failed);
            string framework = MarkdownText.Escape(engine.Hello is { } hello ? $"{hello.Framework} {hello.Version}" : engine.Definition.Framework);
            table.Add(engine.Available
                ? [$"**{engine.Name}**", framework, Text(ran), Text(statuses.Count(status => status == TrialStatus.Failed)), Text(statuses.Count(status => status == TrialStatus.Unsupported))]
                : [$"**{engine.Name}**", framework, "", "", "", $"not available: {MarkdownText.Link("why, and how to get it", "environment.md#not-available")}"]);
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
            ClaimRows.Write(table, ClaimVerdicts.Of(results), claim => [MarkdownText.Escape(claim.Says), sources.Cite(claim.Claim.Source)]);
            if (table.Rows > 0)
                page.Heading(3, MarkdownText.Link(MarkdownText.Escape(results.Experiment.Title), results.Page)).Table(table);
        }

        if (sources.Documents.Count > 0)
            page.Heading(3, "Documents").Numbered([.. sources.Documents.Select(MarkdownText.Escape)]);
    }

    private static void Pages(MarkdownDocument page, RunResult run, IReadOnlyList<ExperimentResults> experiments, bool hasParity)
    {
        var table = new MarkdownTable("experiment", "question", ">hold", ">do not", ">undecided", ">engines differ");
        foreach (ExperimentResults results in experiments)
        {
            ClaimTally tally = ClaimTally.Of(ClaimVerdicts.Of(results));
            table.Add(
                MarkdownText.Link(MarkdownText.Escape(results.Experiment.Title), results.Page), MarkdownText.Escape(results.Experiment.Question),
                Some(tally.Hold), Some(tally.DoNotHold), Some(tally.Undecided), Some(tally.Disputed));
        }

        page.Heading(2, "Pages").Table(table);
        page.List(
        [
            .. hasParity ? [$"{MarkdownText.Link("Parity", ParityWriter.PageName)}: whether the engines do the same work when they start alike"] : Array.Empty<string>(),
            .. run.Documents is null ? Array.Empty<string>() : [$"{MarkdownText.Link("Documents", DocumentsPage.Name)}: every section of every document, and what became of its claims"],
            $"{MarkdownText.Link("Timings", "timings.md")}: how long each engine takes, and how much memory",
            $"{MarkdownText.Link("Environment", "environment.md")}: machine, engines and versions that this was made with",
            $"{MarkdownText.Link("claims.json", "claims.json")}: this ledger as data; `data/`: every trial's scores, one CSV file an experiment; `runs.json`: what each was run with; `SHA256SUMS`: checksums of all these files. `frameworkbench claims verify` derives every verdict again from the data",
        ]);
    }

    private static void Making(MarkdownDocument page, Profile profile)
    {
        string flag = profile switch { Profile.Quick => " --quick", Profile.Full => " --full", _ => "" };
        page.Heading(2, "How to make them again");
        page.CodeBlock("sh", $"./run-all.sh{flag}");
        page.Paragraph("On Windows `./run-all.ps1`. All pages are generated: change experiments or code, never a page.");
    }

    private static string Some(int count) => count == 0 ? "" : Text(count);

    private static string Text(int count) => count.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
