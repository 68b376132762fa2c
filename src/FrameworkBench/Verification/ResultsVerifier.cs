using FrameworkBench.Claims.Register;
using FrameworkBench.Experiments;
using FrameworkBench.Pages;
using FrameworkBench.Pages.Data;
using FrameworkBench.Results;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Writing;

namespace FrameworkBench.Verification;

/// <summary>
/// Derives every verdict of a results' folder again, from its data files, the experiments and the register alone, and finds whatever
/// does not follow from them. It needs no engine, no kept trial, and reads no table.
/// </summary>
public static class ResultsVerifier
{
    /// <summary>Verifies results.</summary>
    /// <param name="results">What they are held against.</param>
    /// <returns>All that is not as it should be, file by file, and how many verdicts were derived again.</returns>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static (IReadOnlyList<Discrepancy> Discrepancies, int Verdicts) Verify(ResultsUnderTest results)
    {
        ArgumentNullException.ThrowIfNull(results);
        var discrepancies = new List<Discrepancy>(ChecksumCheck.Of(results.Folder));
        IReadOnlyList<VerifiedExperiment> experiments = Open(results, discrepancies);
        var all = new List<DerivedResults>();
        foreach (VerifiedExperiment verified in experiments)
        {
            discrepancies.AddRange(PlanCheck.Of(verified, results.Catalog));
            discrepancies.AddRange(RowCheck.Of(verified, results.Catalog));
            var fingerprints = new Fingerprinting(results.Catalog, verified.Plan);
            (Draws found, Draws right) = (verified.Run.Draws, Draws.Of(verified.Experiment, verified.Plan));
            if (found != right)
                discrepancies.Add(new Discrepancy(RunFile.PathOf(verified.Experiment.Name), null, "draws", $"{found}", $"{right}"));
            all.Add(verified.Derive(results.Register, fingerprints));
        }

        ExperimentResults[] derived = [.. all.Select(experiment => experiment.Results)];
        discrepancies.AddRange(derived.SelectMany(experiment => VerdictCheck.Of(results.Folder, experiment)));
        discrepancies.AddRange(all.SelectMany(experiment => LeadCheck.Of(results.Folder, experiment)));
        discrepancies.AddRange(all.SelectMany(experiment => PageCheck.Of(results.Folder, experiment)));
        if (results.Named.Count == 0)
            discrepancies.AddRange(
                new SharedPageCheck(results.Folder, derived, [.. experiments.Select(verified => verified.Run)]).Of(results.Documents));
        discrepancies.AddRange(RegisterCheck.Of(results));
        return results.Named.Count == 0
            ? (discrepancies, derived.Sum(experiment => experiment.Verdicts.Count))
            : ([.. discrepancies.Where(found => results.Named.Any(found.IsOf))],
                derived.Where(found => results.Named.Contains(found.Experiment.Name)).Sum(found => found.Verdicts.Count));
    }

    /// <summary>
    /// Makes the pages that all experiments share again from the data files, and puts them into the folder with their checksums, where no
    /// other file has a discrepancy: wrong data would make wrong pages.
    /// </summary>
    /// <param name="results">The results.</param>
    /// <param name="discrepancies">What <see cref="Verify"/> found.</param>
    /// <returns>The pages, relative to the folder; none where there are other discrepancies.</returns>
    /// <exception cref="IOException">A file cannot be read or written; the folder is as it was before.</exception>
    public static IReadOnlyList<string> WriteSharedPages(ResultsUnderTest results, IReadOnlyList<Discrepancy> discrepancies)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(discrepancies);
        List<VerifiedExperiment> opened = Open(results, []);
        IReadOnlyList<ResultFile> pages = new SharedPageCheck(
            results.Folder,
            [
                .. opened.Select(
                    verified => verified.Derive(results.Register, new Fingerprinting(results.Catalog, verified.Plan)).Results),
            ],
            [.. opened.Select(verified => verified.Run)]).Made(results.Documents);
        if (!discrepancies.All(found => pages.Any(page => page.Path == found.File)))
            return [];
        ResultsFolder.Put(pages, results.Folder, kept: _ => true);
        return [.. pages.Select(page => page.Path)];
    }

    private static List<VerifiedExperiment> Open(ResultsUnderTest results, List<Discrepancy> discrepancies)
    {
        var known = results.Experiments.ToDictionary(experiment => experiment.Name, StringComparer.Ordinal);
        var opened = new List<VerifiedExperiment>();
        string[] order = [.. results.Documents.InOrder(results.Experiments).Select(experiment => experiment.Name)];
        IReadOnlyList<ExperimentRun> runs = [.. RunFile.In(results.Folder).OrderBy(run => Array.IndexOf(order, run.Experiment))];
        if (runs.Count == 0)
            discrepancies.Add(new Discrepancy(
                RunFile.Name, null, "experiments", "none", "a folder per experiment, with what it was run with"));
        foreach (ExperimentRun run in runs)
        {
            if (!known.TryGetValue(run.Experiment, out Experiment? experiment))
                discrepancies.Add(
                    new Discrepancy(RunFile.PathOf(run.Experiment), null, "experiment", run.Experiment, "an experiment of the project"));
            else if (TrialTable.Read(results.Folder, run.Experiment) is not { } table)
                discrepancies.Add(new Discrepancy(
                    ScoresFile.PathOf(run.Experiment), null, "trials", "no file", "the trials of the experiment"));
            else
                opened.Add(new VerifiedExperiment(experiment.At(run.Profile), run, table));
        }

        return opened;
    }
}
