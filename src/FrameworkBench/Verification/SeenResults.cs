using FrameworkBench.Claims.Register;
using FrameworkBench.Pages.Data;
using FrameworkBench.Results;
using FrameworkBench.Trials;

namespace FrameworkBench.Verification;

/// <summary>Results that may have been seen before claims are frozen: those of several folders.</summary>
public sealed class SeenResults
{
    private readonly (string Folder, ExperimentRun Run)[] runs;
    private readonly Dictionary<(string Folder, string Experiment), HashSet<string>> tables = [];

    /// <summary>Reads what folders were run with.</summary>
    /// <param name="folders">The folders; they need not exist.</param>
    /// <exception cref="IOException">A file is wrong.</exception>
    public SeenResults(IEnumerable<string> folders)
    {
        ArgumentNullException.ThrowIfNull(folders);
        runs = [.. folders.SelectMany(folder => RunFile.In(folder).Select(run => (folder, run)))];
    }

    /// <summary>The results of an experiment of some name.</summary>
    public IReadOnlyList<ExperimentRun> Of(string experiment) =>
        [.. runs.Where(seen => seen.Run.Experiment == experiment).Select(seen => seen.Run)];

    /// <summary>
    /// Results of experiments of other names that say what a claim's will be: the same splits or seeds, on one of its tables. Else a claim
    /// that was seen would be fresh under a new name.
    /// </summary>
    /// <param name="claim">The claim.</param>
    /// <param name="checksums">The checksums of its tables.</param>
    /// <exception cref="IOException">A data file cannot be read.</exception>
    public IReadOnlyList<ExperimentRun> OnTables(FrozenClaim claim, IReadOnlyCollection<string> checksums)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(checksums);
        (string name, ClaimFingerprint print) = (claim.Experiment.Name, claim.Fingerprint);
        return
        [
            .. runs.Where(seen => seen.Run.Experiment != name && !print.Draws.AreFreshAfter(seen.Run.Draws, print.OnOneSplit))
                .Where(seen => TablesOf(seen.Folder, seen.Run.Experiment).Overlaps(checksums)).Select(seen => seen.Run),
        ];
    }

    private HashSet<string> TablesOf(string folder, string experiment) =>
        tables.TryGetValue((folder, experiment), out HashSet<string>? known) ? known : tables[(folder, experiment)] =
        [
            .. (TrialTable.Read(folder, experiment)?.Rows ?? []).Where(row => row.Status != TrialStatus.Missing)
                .Select(row => row["table_sha256"]),
        ];
}
