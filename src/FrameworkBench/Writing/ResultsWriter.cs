using FrameworkBench.Engines;
using FrameworkBench.Experiments;
using FrameworkBench.Pages;
using FrameworkBench.Pages.Comparison;
using FrameworkBench.Pages.Cost;
using FrameworkBench.Pages.Data;
using FrameworkBench.Pages.Experiments;
using FrameworkBench.Pages.Ledger;
using FrameworkBench.Pages.Site;
using FrameworkBench.Results;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Scoring;

namespace FrameworkBench.Writing;

/// <summary>
/// Writes the results of a run: a summary, the ledger, timings, environment, and a folder per experiment with its page, pictures and
/// data. Of the same run the same bytes are written. Times and facts about the machine have files of their own.
/// </summary>
public static class ResultsWriter
{
    /// <summary>Makes every file and puts all of them into a folder, or none if anything goes wrong.</summary>
    /// <param name="run">The run.</param>
    /// <param name="folder">
    /// The folder; made if need be. Folders and verdicts that an earlier run left there of other experiments stay; files that none
    /// wrote are left alone. A run that timed nothing leaves the timings of an earlier one where they are, and one without
    /// variables the environment.
    /// </param>
    /// <param name="others">The project's experiments that are no part of the run.</param>
    /// <param name="whole">Whether the run has all that the folder is to hold: folders of experiments that the project does not have
    /// go.</param>
    /// <exception cref="IOException">A file cannot be written; the folder is as it was before.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public static void Write(RunResult run, string folder, IReadOnlyList<Experiment> others, bool whole)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(others);
        IReadOnlyList<ExperimentRun> before = RunFile.In(folder);
        var earlier = EarlierResults.In(folder, before, others);
        var left = EarlierFiles.In(folder, run);
        HashSet<string> known = [.. run.Experiments.Concat(others).Select(experiment => experiment.Name)];
        ResultsFolder.Put(
            Make(run, earlier, left),
            folder,
            whole ? before.Select(run => run.Experiment).Where(name => !known.Contains(name)) : [],
            left.Stays);
    }

    /// <summary>Whether a results folder has the times of an earlier run.</summary>
    /// <param name="folder">The folder; it need not exist.</param>
    public static bool HasTimings(string folder) => EarlierFiles.HasTimes(folder);

    /// <summary>Whether a results folder describes the environment of an earlier run that had some engines, in the same versions.</summary>
    /// <param name="folder">The folder; it need not exist.</param>
    /// <param name="engines">The engines.</param>
    public static bool HasEnvironment(string folder, IReadOnlyList<EngineStatus> engines) => EarlierFiles.HasEnvironment(folder, engines);

    /// <summary>Makes every file of a run that stands alone.</summary>
    /// <param name="run">The run.</param>
    /// <returns>The files, each path once.</returns>
    public static IReadOnlyList<ResultFile> Make(RunResult run) => Make(run, EarlierResults.None, EarlierFiles.None);

    private static IReadOnlyList<ResultFile> Make(RunResult run, EarlierResults earlier, EarlierFiles left)
    {
        ArgumentNullException.ThrowIfNull(run);
        ILookup<string, TrialResult> trials = run.Results.ToLookup(result => result.Trial.Experiment.Name);
        (ExperimentResults Results, IReadOnlyList<ResultFile> Files)[] own =
        [
            .. ExperimentResults.Of(run)
                .Select(results => Written(results, [.. OfExperiment(results, [.. trials[results.Experiment.Name]], run.Machine)])),
        ];
        IReadOnlyList<ExperimentRun> runs = ExperimentRun.Of(run);
        IReadOnlyList<ExperimentResults> all = InOrder(run, [.. own.Select(one => one.Results), .. earlier.Experiments]);
        IReadOnlyList<ExperimentRun> allRuns =
            [.. all.Join([.. runs, .. earlier.Runs], results => results.Experiment.Name, one => one.Experiment, (_, one) => one)];
        ResultFile[] shared =
        [
            LedgerPage.Write(all),
            .. LedgerPicture.Write(all),
            .. run.Documents is null ? Array.Empty<ResultFile>() : [DocumentsPage.Write(run.Documents, all)],
            .. TimingsPage.Write(run),
            EnvironmentPage.Write(run),
        ];
        ResultFile[] files =
        [
            SummaryPage.Write(
                all, allRuns, run.Profile,
                path => path == SitePage.Name || left.Has(path) || shared.Any(file => file.Path == path)),
            .. shared.Where(file => !left.Stays(file.Path)),
            .. own.SelectMany(one => one.Files),
            .. runs.Select(RunFile.Write),
        ];
        return [.. files, SitePage.Write(new SiteContent(all, allRuns, run.Profile, Reader(files, left)))];
    }

    // The folder as it is after the run.
    private static Func<string, string?> Reader(IReadOnlyList<ResultFile> files, EarlierFiles left)
    {
        var byPath = files.ToDictionary(file => file.Path, StringComparer.Ordinal);
        return path => byPath.GetValueOrDefault(path)?.Text ?? left.Read(path);
    }

    // The results with the answer of their page, which the summary repeats.
    private static (ExperimentResults Results, IReadOnlyList<ResultFile> Files) Written(
        ExperimentResults results, IReadOnlyList<ResultFile> files) =>
        (results with { Answer = AnswerSection.In(files.First(file => file.Path == results.Page).Text) }, files);

    private static IEnumerable<ResultFile> OfExperiment(ExperimentResults results, IReadOnlyList<TrialResult> trials, Machine machine) =>
    [
        .. ExperimentPage.Write(results, machine),
        ScoresFile.Write(results, trials),
        TimesFile.Write(results, trials),
        .. SearchFile.Write(results, trials),
        .. ImportanceFile.Write(results),
        ClaimsFile.Write(results),
    ];

    // As the documents teach them, whichever were part of the run.
    private static IReadOnlyList<ExperimentResults> InOrder(RunResult run, IReadOnlyList<ExperimentResults> all) =>
        run.Documents is { } documents
            ? [.. documents.InOrder(all.Select(results => results.Experiment)).Join(
                all, experiment => experiment.Name, results => results.Experiment.Name, (_, results) => results)]
            : all;
}
