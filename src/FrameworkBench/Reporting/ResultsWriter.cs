using FrameworkBench.Reporting.Pages;
using FrameworkBench.Reporting.Summaries;
using FrameworkBench.Scoring;

namespace FrameworkBench.Reporting;

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
    /// The folder; made if need be. Files that an earlier run wrote and this one does not are removed, other files are
    /// left alone. A run that timed nothing leaves the timings of an earlier one where they are.
    /// </param>
    /// <exception cref="IOException">A file cannot be written; the folder is as it was before.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public static void Write(RunResult run, string folder)
    {
        IReadOnlyList<ResultFile> files = Make(run);
        if (run.Timings.Count == 0 && ResultsFolder.Written(folder).Any(TimingsPage.IsPartOf))
            ResultsFolder.Put([.. files.Where(file => !TimingsPage.IsPartOf(file.Path))], folder, TimingsPage.IsPartOf);
        else
            ResultsFolder.Put(files, folder, kept: _ => false);
    }

    /// <summary>Makes every file.</summary>
    /// <param name="run">The run.</param>
    /// <returns>The files, each path once.</returns>
    public static IReadOnlyList<ResultFile> Make(RunResult run)
    {
        ArgumentNullException.ThrowIfNull(run);
        IReadOnlyList<ExperimentResults> experiments = ExperimentResults.Of(run);
        ILookup<string, TrialResult> trials = run.Results.ToLookup(result => result.Trial.Experiment.Name);
        return
        [
            LedgerPage.Write(run, experiments),
            LedgerPicture.Write(experiments),
            ClaimsFile.Write(run),
            .. experiments.SelectMany(ExperimentPage.Write),
            .. experiments.Select(results => TrialsFile.Write(results, trials[results.Experiment.Name])),
            .. experiments.SelectMany(results => SearchFile.Write(results, trials[results.Experiment.Name])),
            .. TimingsPage.Write(run),
            EnvironmentPage.Write(run),
        ];
    }
}
