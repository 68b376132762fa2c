using FrameworkBench.Engines;
using FrameworkBench.Experiments;
using FrameworkBench.Pages.Markdown;
using FrameworkBench.Pages.Sections;
using FrameworkBench.Results;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Trials;
using FrameworkBench.Wording;
using FrameworkBench.Writing;

namespace FrameworkBench.Pages.Ledger;

/// <summary><c>README.md</c>: every claim with its verdict, and the way to all other pages.</summary>
internal static class LedgerPage
{
    internal const string Picture = "charts/ledger.svg";

    internal const string ChangesHeading = "Changes made after seeing results";

    internal static ResultFile Write(RunResult run, IReadOnlyList<ExperimentResults> experiments, bool hasParity)
    {
        var claims = experiments.SelectMany(ClaimVerdicts.Of).ToList();
        var page = new MarkdownDocument();
        page.Heading(1, "Results");
        page.Paragraph("A claim is a statement from a lesson about machine learning, tested on every engine over many seeds and splits. "
            + "Its verdict follows from an interval, by a rule that the experiment fixes before the run: "
            + "the claim *holds* if the whole interval agrees with it, *does not hold* if the whole interval contradicts it, "
            + "and is *inconclusive* otherwise. "
            + "If several engines ran it, their mean decides, and engines that contradict the verdict are named. "
            + "What is true *by construction*, such as a theorem or a deterministic run, is not evidence and counts separately. "
            + "A verdict *on this split* says nothing about other rows.");
        Answer(page, claims);
        if (run.Profile == Profile.Quick)
            page.Warning("This is a quick run with the fewest seeds. It shows that everything works and decides little; "
                + "run without `--quick` for the full picture.");
        page.Picture("The ledger: the claims of each experiment by engine, counted by verdict", Picture);
        Pages(page, run, experiments, hasParity);
        Engines(page, run);
        Changes(page, experiments);
        Claims(page, experiments);
        Making(page, run.Profile);
        return new ResultFile("README.md", page.ToString());
    }

    /// <summary>How many claims hold, how many of that chance may have made, and how many are exploratory.</summary>
    internal static void Answer(MarkdownDocument page, IReadOnlyList<ClaimVerdicts> claims) =>
        page.Paragraph($"**{TallyWords.Of(ClaimTally.Of(claims))}.**").Paragraph(ErrorWords.Of(LedgerErrors.Of(claims))).Paragraph(RegistrationSummary.Of(claims));

    private static void Engines(MarkdownDocument page, RunResult run)
    {
        // A column for those that are not available, if there are any.
        string[] last = run.Engines.All(engine => engine.Available) ? [] : [""];
        var table = new MarkdownTable(["engine", "framework", ">trials", ">failed", ">not supported", .. last]);
        var trials = run.Results.ToLookup(result => result.Trial.Engine, result => result.Outcome.Status);
        foreach (EngineStatus engine in run.Engines)
        {
            var statuses = trials[engine.Name];
            int ran = statuses.Count(status => status is TrialStatus.Done or TrialStatus.Diverged or TrialStatus.Failed);
            string framework = MarkdownText.Escape(engine.Hello is { } hello ? $"{hello.Framework} {hello.Version}" : engine.Definition.Framework);
            table.Add(engine.Available
                ? [$"**{engine.Name}**", framework, Figures.Count(ran), Figures.Count(statuses.Count(status => status == TrialStatus.Failed)), Figures.Count(statuses.Count(status => status == TrialStatus.Unsupported))]
                : [$"**{engine.Name}**", framework, "", "", "", $"not available: {MarkdownText.Link("why, and how to install it", "environment.md#not-available")}"]);
        }

        page.Heading(2, "Engines").Table(table);
    }

    /// <summary>The claims of all experiments with their verdicts, and the documents that make them.</summary>
    internal static void Claims(MarkdownDocument page, IReadOnlyList<ExperimentResults> experiments)
    {
        var sources = new Sources();
        page.Heading(2, "Claims");
        foreach (ExperimentResults results in experiments)
        {
            var table = new MarkdownTable("claim", "source", "engine", "evidence [interval]", "verdict");
            ClaimRows.Write(table, ClaimVerdicts.Of(results), claim => [MarkdownText.Escape(claim.Says), sources.Cite(claim.Claim.Source)]);
            if (table.Rows > 0)
                page.Heading(3, MarkdownText.Link(MarkdownText.Escape(results.Experiment.Title), results.Page)).Table(table);
        }

        if (sources.Documents.Count > 0)
            page.Heading(3, "Documents").Numbered([.. sources.Documents.Select(MarkdownText.Escape)]);
    }

    private static void Changes(MarkdownDocument page, IReadOnlyList<ExperimentResults> experiments)
    {
        ExperimentResults[] changed = [.. experiments.Where(results => results.Experiment.ChangedAfterResults.Count > 0)];
        if (changed.Length == 0)
            return;
        page.Heading(2, ChangesHeading);
        page.Paragraph("A rule fixed before the run keeps its error rate. "
            + "A rule changed after seeing results does not. These were changed:");
        page.List(
        [
            .. from results in changed
               from change in results.Experiment.ChangedAfterResults
               select $"{MarkdownText.Link(MarkdownText.Escape(results.Experiment.Title), results.Page)}: {MarkdownText.Escape(change)}",
        ]);
    }

    /// <summary>How the claims of each experiment came out, and the way to its page.</summary>
    internal static void Table(MarkdownDocument page, IReadOnlyList<ExperimentResults> experiments)
    {
        var table = new MarkdownTable("experiment", "question", ">hold", ">do not hold", ">inconclusive", ">by construction", ">contradicted by an engine");
        foreach (ExperimentResults results in experiments)
        {
            ClaimTally tally = ClaimTally.Of(ClaimVerdicts.Of(results));
            table.Add(
                MarkdownText.Link(MarkdownText.Escape(results.Experiment.Title), results.Page), MarkdownText.Escape(results.Experiment.Question),
                Some(tally.Hold), Some(tally.DoNotHold), Some(tally.Undecided), Some(tally.ByConstruction), Some(tally.Contradicted));
        }

        page.Heading(2, "Pages").Table(table);
    }

    private static void Pages(MarkdownDocument page, RunResult run, IReadOnlyList<ExperimentResults> experiments, bool hasParity)
    {
        Table(page, experiments);
        page.List(
        [
            .. hasParity ? [$"{MarkdownText.Link("Parity", ParityWriter.PageName)}: whether engines do the same work from the same start"] : Array.Empty<string>(),
            .. run.Documents is null ? Array.Empty<string>() : [$"{MarkdownText.Link("Documents", DocumentsPage.Name)}: "
                + "every statement of the documents, with its result"],
            $"{MarkdownText.Link("Timings", "timings.md")}: time and memory of each engine",
            $"{MarkdownText.Link("Environment", "environment.md")}: machine, engines and versions",
            $"{MarkdownText.Link("claims.json", "claims.json")}: this ledger as data; `data/`: every trial's scores, "
                + "one CSV file per experiment; "
                + "`runs.json`: the settings of each run; `SHA256SUMS`: checksums of all files. "
                + "`frameworkbench claims verify` derives every verdict again from the data",
        ]);
    }

    private static void Making(MarkdownDocument page, Profile profile)
    {
        string flag = profile switch { Profile.Quick => " --quick", Profile.Full => " --full", _ => "" };
        page.Heading(2, "Reproduce");
        page.CodeBlock("sh", $"./run-all.sh{flag}");
        page.Paragraph("On Windows, use `./run-all.ps1`. All pages are generated: change experiments or code, never a page.");
    }

    private static string Some(int count) => count == 0 ? "" : Figures.Count(count);
}
