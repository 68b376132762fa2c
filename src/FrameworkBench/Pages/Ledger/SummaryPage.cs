using FrameworkBench.Claims;
using FrameworkBench.Experiments;
using FrameworkBench.Pages.Cost;
using FrameworkBench.Pages.Markdown;
using FrameworkBench.Pages.Site;
using FrameworkBench.Results;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Ledger;

/// <summary><c>README.md</c>: the answer in a few lines, the lessons by document, the engines, and the way to all other pages.</summary>
internal static class SummaryPage
{
    internal const string Name = "README.md";

    // Of more, the command that makes the whole ledger is given.
    private const int MostNamed = 4;

    /// <summary>The page of parity, which a command of its own writes.</summary>
    internal const string Parity = "parity/README.md";

    /// <summary>The comparisons of that page, a line each.</summary>
    internal const string ParityData = "parity/parity.csv";

    /// <summary>What a claim is.</summary>
    internal const string WhatClaimsAre =
        "A claim is a statement from a lesson about machine learning, tested on every engine over many seeds and splits.";

    /// <summary>Writes the page.</summary>
    /// <param name="experiments">The results that there are, of this run and of earlier ones, in the order of the lessons.</param>
    /// <param name="runs">What they were run with.</param>
    /// <param name="profile">How thorough this run was.</param>
    /// <param name="has">Whether the results folder has a page.</param>
    internal static ResultFile Write(
        IReadOnlyList<ExperimentResults> experiments, IReadOnlyList<ExperimentRun> runs, Profile profile, Func<string, bool> has)
    {
        var page = new MarkdownDocument();
        page.Heading(1, "Results");
        page.Paragraph($"{WhatClaimsAre} "
            + $"{MarkdownText.Link("The ledger", LedgerPage.Name)} has all claims with their evidence and says how they are judged.");
        Answer(page, experiments);
        Warning(page, profile);
        Lessons(page, experiments);
        page.Heading(2, "Engines").Table(EngineTable(runs));
        More(page, has);
        Reproduce(page, profile, experiments);
        return new ResultFile(Name, page.ToString());
    }

    /// <summary>That a quick run says little; nothing of another one.</summary>
    internal static void Warning(MarkdownDocument page, Profile profile)
    {
        if (profile == Profile.Quick)
            page.Warning("This is a quick run with few seeds and tables; "
                + "run without `--quick` for the full picture.");
    }

    /// <summary>How many claims hold, and what was found on the question of trees against networks.</summary>
    internal static void Answer(MarkdownDocument page, IReadOnlyList<ExperimentResults> experiments)
    {
        IReadOnlyList<ClaimVerdicts> all = [.. experiments.SelectMany(ClaimVerdicts.Of)];
        page.Paragraph(
            $"**{TallyWords.Of(ClaimTally.Of(all))}.** {ErrorWords.Short(LedgerErrors.Of(all))} {RegistrationSummary.Of(all)}".TrimEnd());
        foreach (ExperimentResults results in experiments.Where(results => results.Answer.Count > 0))
        {
            page.Paragraph($"**{Title(results)}.** {MarkdownText.Escape(results.Experiment.Question)}");
            page.List([.. results.Answer, $"**What the documents say.** {TallyWords.Of(ClaimTally.Of(ClaimVerdicts.Of(results)))}"]);
        }
    }

    /// <summary>
    /// How the claims of each experiment came out, and the way to its page: a table a document, and one for the other experiments.
    /// </summary>
    internal static void Lessons(MarkdownDocument page, IReadOnlyList<ExperimentResults> experiments)
    {
        page.Heading(2, "Lessons");
        foreach (var document in ByDocument(experiments))
        {
            var table = new MarkdownTable("experiment", "question", ">hold", ">do not hold", ">inconclusive", ">by construction");
            foreach (ExperimentResults results in document)
            {
                var tally = ClaimTally.Of(ClaimVerdicts.Of(results));
                table.Add(
                    Title(results), MarkdownText.Escape(results.Experiment.Question),
                    Figures.CountOrBlank(tally.Hold), Figures.CountOrBlank(tally.DoNotHold),
                    Figures.CountOrBlank(tally.Undecided), Figures.CountOrBlank(tally.ByConstruction));
            }

            page.Heading(3, MarkdownText.Escape(TitleOf(document.Key))).Table(table);
        }
    }

    /// <summary>The experiments by the title of their document; those without one last.</summary>
    internal static IEnumerable<IGrouping<string?, ExperimentResults>> ByDocument(IReadOnlyList<ExperimentResults> experiments) =>
        experiments.GroupBy(results => results.Experiment.Source?.Document).OrderBy(group => group.Key is null);

    /// <summary>The heading of a document's experiments.</summary>
    internal static string TitleOf(string? document) => document ?? "Without a document";

    /// <summary>What each engine is, how many trials it ran, and how many of them failed.</summary>
    internal static MarkdownTable EngineTable(IReadOnlyList<ExperimentRun> runs)
    {
        var table = new MarkdownTable("engine", "framework", ">trials", ">failed", ">not supported");
        foreach (
            var engine in runs.OrderByDescending(run => run.Engines.Count).SelectMany(run => run.Engines).GroupBy(engine => engine.Name))
        {
            string[] versions = [.. engine.Select(run => run.Version).OfType<string>().Distinct()];
            string absent = $"not available: {MarkdownText.Link("why, and how to install it", EnvironmentPage.NotAvailable)}";
            table.Add(versions.Length == 0
                ? [$"**{engine.Key}**", absent, "", "", ""]
                :
                [
                    $"**{engine.Key}**", MarkdownText.Escape(string.Join(", ", versions)), Figures.Count(engine.Sum(run => run.Ran)),
                    Figures.Count(engine.Sum(run => run.Failed)), Figures.Count(engine.Sum(run => run.Unsupported)),
                ]);
        }

        return table;
    }

    private static void More(MarkdownDocument page, Func<string, bool> has)
    {
        (string Title, string Path, string Says)[] pages =
        [
            ("Browse", SitePage.Name, "everything in one file to open in a browser, with filters and pictures"),
            ("Ledger", LedgerPage.Name, "every claim with its evidence and verdict"),
            ("Documents", DocumentsPage.Name, "every statement of the documents, with its result"),
            ("Timings", TimingsPage.Path, "time and memory of each engine"),
            ("Parity", Parity, "whether engines do the same work from the same start"),
            ("Environment", EnvironmentPage.Name, "machine, engines and versions"),
        ];
        page.Heading(2, "Pages");
        page.List(
        [
            .. pages.Where(entry => has(entry.Path)).Select(entry => $"{MarkdownText.Link(entry.Title, entry.Path)}: {entry.Says}"),
            "Each experiment has a folder: its page and pictures, `scores.csv` and `times.csv` with a line per trial, "
                + "`claims.json` with its verdicts, `run.json` with the settings of the run. `SHA256SUMS` has checksums. "
                + "`frameworkbench claims verify` derives every verdict again from these files",
        ]);
    }

    private static void Reproduce(MarkdownDocument page, Profile profile, IReadOnlyList<ExperimentResults> experiments)
    {
        string flag = profile switch { Profile.Quick => " --quick", Profile.Full => " --full", _ => "" };
        string longer = experiments.Any(results => results.Experiment.IsLong) ? " --long" : "";
        bool areNamed = experiments.Count <= MostNamed;
        string names = string.Join(' ', experiments.Select(results => NameOf(results.Experiment)));
        page.Heading(2, "Reproduce");
        page.CodeBlock("sh", areNamed ? $"frameworkbench run {names}{flag}" : $"./run-all.sh{flag}{longer}");
        page.Paragraph(
            (areNamed ? "" : "On Windows, use `./run-all.ps1`. ") + "All pages are generated: change experiments or code, never a page.");

        // One with tables of its own is a file of the user's own.
        static string NameOf(Experiment experiment) =>
            ShellWord.Quote(experiment.Tables.Count > 0 ? Path.GetFileName(experiment.Path) : experiment.Name);
    }

    private static string Title(ExperimentResults results) =>
        MarkdownText.Link(MarkdownText.Escape(results.Experiment.Title), results.Page);
}
