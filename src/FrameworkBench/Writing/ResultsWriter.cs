using FrameworkBench.Experiments;
using FrameworkBench.Pages;
using FrameworkBench.Pages.Cost;
using FrameworkBench.Pages.Data;
using FrameworkBench.Pages.Experiments;
using FrameworkBench.Pages.Ledger;
using FrameworkBench.Results;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Scoring;

namespace FrameworkBench.Writing;

/// <summary>
/// Writes the results of a run: the ledger, a page per experiment, timings, environment, pictures, and the data behind
/// them. Of the same run the same bytes are written. Times and facts about the machine are on <c>timings.md</c>,
/// <c>environment.md</c> and in <c>data/</c> only.
/// </summary>
public static class ResultsWriter
{
    /// <summary>Makes every file and puts all of them into a folder, or none if anything goes wrong.</summary>
    /// <param name="run">The run.</param>
    /// <param name="folder">
    /// The folder; made if need be. Pages and verdicts that an earlier run left there of other experiments stay. Other files
    /// that it wrote and this one does not are removed; files that none wrote are left alone. A run that timed nothing leaves
    /// the timings of an earlier one where they are, and one that calibrated no engine the environment.
    /// </param>
    /// <param name="others">The project's experiments that are no part of the run.</param>
    /// <exception cref="IOException">A file cannot be written; the folder is as it was before.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public static void Write(RunResult run, string folder, IReadOnlyList<Experiment> others)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(others);
        EarlierResults earlier = EarlierResults.In(folder, others, run.Experiments.Select(experiment => experiment.Name));
        IReadOnlyList<string> written = ResultsFolder.Written(folder);
        bool keepsTimings = run.Timings.Count == 0 && written.Any(TimingsPage.IsPartOf);
        bool keepsEnvironment = run.Calibrations.Count == 0 && written.Contains(EnvironmentPage.Name);
        bool hasParity = File.Exists(Path.Combine(folder, ParityWriter.PageName));
        IReadOnlyList<ResultFile> files = Make(run, earlier, hasParity);
        ResultsFolder.Put(
            [.. files.Where(file => !Stays(file.Path))],
            folder,
            path => earlier.IsPartOf(path) || Stays(path));

        bool Stays(string path) => (keepsTimings && TimingsPage.IsPartOf(path)) || (keepsEnvironment && path == EnvironmentPage.Name);
    }

    /// <summary>Finds out before a long run whether its files could be put into a folder.</summary>
    /// <param name="folder">The folder; it need not be there.</param>
    /// <exception cref="IOException">They could not.</exception>
    /// <exception cref="UnauthorizedAccessException">They could not.</exception>
    public static void Try(string folder) => ResultsFolder.Try(folder);

    /// <summary>Makes every file of a run that stands alone.</summary>
    /// <param name="run">The run.</param>
    /// <returns>The files, each path once.</returns>
    public static IReadOnlyList<ResultFile> Make(RunResult run) => Make(run, EarlierResults.None, hasParity: false);

    private static IReadOnlyList<ResultFile> Make(RunResult run, EarlierResults earlier, bool hasParity)
    {
        ArgumentNullException.ThrowIfNull(run);
        IReadOnlyList<ExperimentResults> experiments = ExperimentResults.Of(run);
        IReadOnlyList<ExperimentResults> all = [.. experiments, .. earlier.Experiments];
        ILookup<string, TrialResult> trials = run.Results.ToLookup(result => result.Trial.Experiment.Name);
        return
        [
            LedgerPage.Write(run, all, hasParity),
            LedgerPicture.Write(all),
            ClaimsFile.Write(all),
            RunsFile.Write(RunsFile.Of(run).Concat(earlier.Runs)),
            .. experiments.SelectMany(results => ExperimentPage.Write(results, run.Machine)),
            .. experiments.Select(results => TrialsFile.Write(results, trials[results.Experiment.Name])),
            .. experiments.SelectMany(results => SearchFile.Write(results, trials[results.Experiment.Name])),
            .. experiments.SelectMany(ImportanceFile.Write),
            .. run.Documents is null ? Array.Empty<ResultFile>() : [DocumentsPage.Write(run.Documents, all)],
            .. TimingsPage.Write(run),
            EnvironmentPage.Write(run),
        ];
    }
}
