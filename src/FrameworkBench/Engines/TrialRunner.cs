using System.Collections.Concurrent;
using System.Diagnostics;
using FrameworkBench.Trials;

namespace FrameworkBench.Engines;

/// <summary>
/// Runs planned trials on engine processes, several at once, then those whose times are to be compared one at a time;
/// keeps each outcome as soon as it is there.
/// </summary>
/// <param name="engines">The engines, by name.</param>
/// <param name="store">Where outcomes are kept.</param>
/// <param name="options">How to run.</param>
public sealed class TrialRunner(IReadOnlyDictionary<string, EngineStatus> engines, OutcomeStore store, RunOptions options)
{
    /// <summary>Gives every planned trial its outcome: from the store where it is there, else by running it; trials of one key are run once.</summary>
    /// <param name="trials">The plan; trials that already have an outcome are left as they are.</param>
    /// <param name="progress">Told after each trial.</param>
    /// <param name="cancellation">Stops the run; trials that were under way are given up, those that were done are kept.</param>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public async Task RunAsync(IReadOnlyList<PlannedTrial> trials, Action<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(trials);
        ILookup<TrialKey, PlannedTrial> byKey = TakeStored(trials).ToLookup(planned => planned.Key);
        List<PlannedTrial> missing = [.. byKey.Select(same => same.First())];
        if (missing.Count == 0)
            return;

        string folder = Directory.CreateTempSubdirectory("frameworkbench-").FullName;
        try
        {
            ILookup<bool, PlannedTrial> alone = missing.ToLookup(planned => planned.Trial.Experiment.OneAtATime);
            using var run = new Run([.. alone[false]], [.. Turns.Order([.. alone[true]])], byKey, folder, progress);
            int workers = Math.Min(options.Jobs, missing.Count);
            await Task.WhenAll(Enumerable.Range(0, workers).Select(worker => Task.Run(() => WorkAsync(run, worker, cancellation), cancellation))).ConfigureAwait(false);
            await TakeTurnsAsync(run, cancellation).ConfigureAwait(false);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Fills in the outcomes that the store has, and tells which trials are to be run: failed ones again.
    private List<PlannedTrial> TakeStored(IReadOnlyList<PlannedTrial> trials)
    {
        var missing = new List<PlannedTrial>();
        foreach (PlannedTrial planned in trials.Where(trial => trial.Outcome is null))
        {
            Outcome? stored = options.Fresh ? null : store.Find(planned.Key);
            bool failed = stored?.Status == TrialStatus.Failed;
            if (failed || (stored is null && !options.OnlyFailed))
                missing.Add(planned);
            else
                planned.Outcome = stored ?? Outcome.Without(TrialStatus.Missing, "not run: only failed trials were requested");
        }

        return missing;
    }

    private async Task WorkAsync(Run run, int worker, CancellationToken cancellation)
    {
        Placement placement = options.Jobs <= Environment.ProcessorCount ? Placement.On(worker) : Placement.Anywhere;
        await using var sessions = new EngineSessions(placement, Path.Combine(run.Folder, $"worker-{worker}"));
        while (run.Next() is { } planned)
        {
            cancellation.ThrowIfCancellationRequested();
            await FitAsync(run, sessions, planned, cancellation).ConfigureAwait(false);
        }
    }

    // A first fit is slow in ways that later ones are not, so each model is fitted once more by each engine before it counts.
    private async Task TakeTurnsAsync(Run run, CancellationToken cancellation)
    {
        await using var sessions = new EngineSessions(Placement.On(0), Path.Combine(run.Folder, "turns"));
        var warm = new HashSet<(string Engine, string Experiment, string Dataset, string Model)>();
        foreach (PlannedTrial planned in run.InTurns)
        {
            cancellation.ThrowIfCancellationRequested();
            Trial trial = planned.Trial;
            if (warm.Add((trial.Engine, trial.Experiment.Name, trial.Dataset, trial.Model.Name)))
                await sessions.RunAsync(planned, engines[trial.Engine], run.Open(planned.Input), options.TrialLimit, cancellation).ConfigureAwait(false);
            await FitAsync(run, sessions, planned, cancellation).ConfigureAwait(false);
        }
    }

    private async Task FitAsync(Run run, EngineSessions sessions, PlannedTrial planned, CancellationToken cancellation)
    {
        Outcome outcome = await sessions.RunAsync(planned, engines[planned.Trial.Engine], run.Open(planned.Input), options.TrialLimit, cancellation).ConfigureAwait(false);
        store.Keep(planned.Key, outcome);
        foreach (PlannedTrial same in run.SameAs(planned))
            same.Outcome = outcome;
        run.Finished(planned);
    }

    /// <summary>What the workers of one run share: the queue, the input files and the count.</summary>
    private sealed class Run : IDisposable
    {
        private readonly ConcurrentQueue<PlannedTrial> queue;
        private readonly ILookup<TrialKey, PlannedTrial> byKey;
        private readonly ConcurrentDictionary<string, Lazy<InputFiles>> inputs = new(StringComparer.Ordinal);
        private readonly ConcurrentDictionary<string, int> users;
        private readonly Stopwatch elapsed = Stopwatch.StartNew();
        private readonly Action<RunProgress>? progress;
        private readonly Lock counting = new();
        private readonly int total;
        private int done, failed;

        public Run(IReadOnlyList<PlannedTrial> sideBySide, IReadOnlyList<PlannedTrial> inTurns, ILookup<TrialKey, PlannedTrial> byKey, string folder, Action<RunProgress>? progress)
        {
            (InTurns, this.byKey, Folder, total, this.progress) = (inTurns, byKey, folder, sideBySide.Count + inTurns.Count, progress);
            queue = new ConcurrentQueue<PlannedTrial>(sideBySide);
            users = new ConcurrentDictionary<string, int>(sideBySide.Concat(inTurns).GroupBy(trial => trial.Input.Digest).ToDictionary(group => group.Key, group => group.Count()), StringComparer.Ordinal);
        }

        public IReadOnlyList<PlannedTrial> InTurns { get; }

        public string Folder { get; }

        public PlannedTrial? Next() => queue.TryDequeue(out PlannedTrial? planned) ? planned : null;

        public IEnumerable<PlannedTrial> SameAs(PlannedTrial planned) => byKey[planned.Key];

        public InputFiles Open(TrialInput input) =>
            inputs.GetOrAdd(input.Digest, digest => new Lazy<InputFiles>(() => InputFiles.Write(input, Path.Combine(Folder, digest)))).Value;

        public void Finished(PlannedTrial planned)
        {
            // The arrays of a suite of tables would fill the disk if they all stayed until the end.
            string digest = planned.Input.Digest;
            if (users.AddOrUpdate(digest, 0, (_, left) => left - 1) == 0 && inputs.TryRemove(digest, out Lazy<InputFiles>? files))
                files.Value.Delete();

            lock (counting)
            {
                done++;
                failed += planned.Outcome!.Status == TrialStatus.Failed ? 1 : 0;
                progress?.Invoke(new RunProgress(total, done, failed, elapsed.Elapsed, planned.Trial.ToString()));
            }
        }

        public void Dispose() => queue.Clear();
    }
}
