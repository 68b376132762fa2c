using System.Collections.Concurrent;
using System.Diagnostics;
using FrameworkBench.Engines.Processes;
using FrameworkBench.Experiments;
using FrameworkBench.Trials;
using FrameworkBench.Trials.Storing;

namespace FrameworkBench.Engines;

/// <summary>
/// Runs planned trials on engine processes, several at once, then those whose times are to be compared one at a time;
/// keeps each outcome as soon as it arrives.
/// </summary>
/// <param name="engines">The engines, by name.</param>
/// <param name="store">Where outcomes are kept.</param>
/// <param name="options">How to run.</param>
public sealed class TrialRunner(IReadOnlyDictionary<string, EngineStatus> engines, OutcomeStore store, RunOptions options)
{
    // What this runner fitted is fresh. Were a candidate fitted again as the model, the store would have other seconds than the search saw.
    private readonly ConcurrentDictionary<TrialKey, bool> kept = new();

    private readonly Outcome? notRun =
        options.OnlyFailed ? Outcome.Without(TrialStatus.Missing, "not run: only failed trials were requested") : null;

    /// <summary>
    /// Takes the outcomes of a plan from the store where it has them, and else runs its trials; those of one key are run once.
    /// </summary>
    /// <param name="trials">The plan; of trials whose outcome is known before no engine is asked.</param>
    /// <param name="progress">Called after each trial.</param>
    /// <param name="cancellation">Stops the run; trials that were under way are given up, those that were done are kept.</param>
    /// <returns>The outcomes of all trials of the plan.</returns>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public async Task<Outcomes> RunAsync(
        IReadOnlyList<PlannedTrial> trials, Action<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(trials);
        PlannedTrial[] unknown = [.. trials.Where(planned => planned.Known is null)];
        var stored = Outcomes.Of(
            from fit in Fits(unknown)
            let outcome = Stored(fit)
            where outcome is not null
            select KeyValuePair.Create(fit.Key, outcome));
        var ran = new ConcurrentDictionary<TrialKey, Outcome>();
        await RunMissingAsync(
            unknown, fit => stored.Find(fit) is not null, (fit, outcome) => ran[fit.Key] = outcome, progress, cancellation)
            .ConfigureAwait(false);
        return stored.And(Outcomes.Of(ran));
    }

    /// <summary>
    /// Does the same, and makes something of each outcome as soon as it is read, so that no more of them than needed are in memory.
    /// </summary>
    /// <param name="trials">The plan.</param>
    /// <param name="make">What is made of a trial and its outcome; called by several threads.</param>
    /// <param name="progress">Called after each trial.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>What was made, in the order of the plan.</returns>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public async Task<IReadOnlyList<T>> RunAsync<T>(
        IReadOnlyList<PlannedTrial> trials, Func<PlannedTrial, Outcome, T> make, Action<RunProgress>? progress = null,
        CancellationToken cancellation = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(trials);
        ArgumentNullException.ThrowIfNull(make);
        var stored = Outcomes.Reading(Stored);
        T?[] made = trials.AsParallel().AsOrdered().WithCancellation(cancellation)
            .Select(planned => stored.Find(planned) is { } outcome ? make(planned, outcome) : null).ToArray();
        PlannedTrial[] left = [.. trials.Where((_, place) => made[place] is null)];
        await RunMissingAsync(left, fit => Stored(fit) is not null, (_, _) => { }, progress, cancellation).ConfigureAwait(false);
        var after = Outcomes.Reading(fit => OutcomeCheck.Find(store, fit) ?? notRun);
        return Enumerable.Range(0, made.Length).AsParallel().AsOrdered()
            .Select(place => made[place] ?? make(trials[place], after[trials[place]])).ToArray();
    }

    // What is to be fitted for some trials, each fit once.
    private static PlannedTrial[] Fits(IEnumerable<PlannedTrial> trials) =>
        [.. trials.SelectMany(planned => planned.Fits).DistinctBy(fit => fit.Key)];

    // The outcome of a fit that needs no run. A failed one is run again.
    private Outcome? Stored(PlannedTrial fit) =>
        ((options.Fresh && !kept.ContainsKey(fit.Key) ? null : OutcomeCheck.Find(store, fit)) ?? notRun)
            is { Status: not TrialStatus.Failed } outcome ? outcome : null;

    private async Task RunMissingAsync(
        IReadOnlyList<PlannedTrial> trials, Func<PlannedTrial, bool> isStored, Action<PlannedTrial, Outcome> ran,
        Action<RunProgress>? progress, CancellationToken cancellation)
    {
        PlannedTrial[] missing = [.. Fits(trials).Where(fit => !isStored(fit))];
        if (missing.Length == 0)
            return;
        HashSet<TrialKey> keys = [.. missing.Select(fit => fit.Key)];
        store.RemoveUnfinished();
        using var folder = RunFolder.Create();
        PlannedTrial[] alone =
        [
            .. trials.Where(planned => planned.Trial.Experiment.OneAtATime && planned.Fits.Any(fit => keys.Contains(fit.Key))),
        ];
        using var run = new Run(
            [.. missing.Where(fit => !fit.Trial.Experiment.OneAtATime)],
            [.. Fits(Turns.Order([.. alone.DistinctBy(planned => planned.Key)])).Where(fit => keys.Contains(fit.Key))],
            folder.Path, ran, progress);
        int workers = Math.Min(options.Jobs, missing.Length);
        await Task.WhenAll(
            Enumerable.Range(0, workers).Select(worker => Task.Run(() => WorkAsync(run, worker, cancellation), cancellation)))
            .ConfigureAwait(false);
        await TakeTurnsAsync(run, cancellation).ConfigureAwait(false);
    }

    private async Task WorkAsync(Run run, int worker, CancellationToken cancellation)
    {
        Placement placement = options.BindsOn(Environment.ProcessorCount) ? Placement.On(worker) : Placement.Anywhere;
        await using var sessions = new EngineSessions(placement, Path.Combine(run.Folder, $"worker-{worker}"), run.Starts);
        while (run.Next() is { } planned)
        {
            cancellation.ThrowIfCancellationRequested();
            await FitAsync(run, sessions, planned, cancellation).ConfigureAwait(false);
        }
    }

    // A first fit is slow in ways that later ones are not, so each model is fitted once more by each engine before it counts.
    private async Task TakeTurnsAsync(Run run, CancellationToken cancellation)
    {
        await using var sessions = new EngineSessions(Placement.On(0), Path.Combine(run.Folder, "turns"), run.Starts);
        var warm = new HashSet<(string Engine, string Experiment, string Dataset, string Model)>();
        foreach (PlannedTrial planned in run.InTurns)
        {
            cancellation.ThrowIfCancellationRequested();
            Trial trial = planned.Trial;
            if (warm.Add((trial.Engine, trial.Experiment.Name, trial.Dataset, trial.Model.Name)))
                await sessions.RunAsync(planned, engines[trial.Engine], run.Open(planned.Input), LimitsOf(planned), cancellation)
                    .ConfigureAwait(false);
            await FitAsync(run, sessions, planned, cancellation).ConfigureAwait(false);
        }
    }

    private TrialLimits LimitsOf(PlannedTrial planned) => options.Limits.Over(planned.Trial.Experiment.Limits);

    private async Task FitAsync(Run run, EngineSessions sessions, PlannedTrial planned, CancellationToken cancellation)
    {
        var begun = Stopwatch.StartNew();
        Outcome outcome =
            await sessions.RunAsync(planned, engines[planned.Trial.Engine], run.Open(planned.Input), LimitsOf(planned), cancellation)
                .ConfigureAwait(false);
        if (outcome.Status == TrialStatus.Failed)
            outcome = outcome with { FailedAfterSeconds = begun.Elapsed.TotalSeconds };
        store.Keep(planned.Key, outcome);
        if (options.Fresh)
            kept[planned.Key] = true;
        run.Finished(planned, outcome);
    }

    /// <summary>What the workers of one run share: the queue, the input files and the count.</summary>
    private sealed class Run : IDisposable
    {
        private readonly ConcurrentQueue<PlannedTrial> queue;
        private readonly ConcurrentDictionary<string, Lazy<InputFiles>> inputs = new(StringComparer.Ordinal);
        private readonly ConcurrentDictionary<string, int> users;
        private readonly Stopwatch elapsed = Stopwatch.StartNew();
        private readonly Action<PlannedTrial, Outcome> ran;
        private readonly Action<RunProgress>? progress;
        private readonly Lock counting = new();
        private readonly int total;
        private int done, failed;

        public Run(
            IReadOnlyList<PlannedTrial> sideBySide, IReadOnlyList<PlannedTrial> inTurns, string folder, Action<PlannedTrial, Outcome> ran,
            Action<RunProgress>? progress)
        {
            (InTurns, Folder, total) = (inTurns, folder, sideBySide.Count + inTurns.Count);
            (this.ran, this.progress) = (ran, progress);
            queue = new ConcurrentQueue<PlannedTrial>(sideBySide);
            users = new ConcurrentDictionary<string, int>(
                sideBySide.Concat(inTurns).GroupBy(trial => trial.Input.Digest).ToDictionary(group => group.Key, group => group.Count()),
            StringComparer.Ordinal);
        }

        public IReadOnlyList<PlannedTrial> InTurns { get; }

        public string Folder { get; }

        public EngineStarts Starts { get; } = new();

        public PlannedTrial? Next() => queue.TryDequeue(out PlannedTrial? planned) ? planned : null;

        // An engine may remove what is not its own. That is its fault, and no reason for the next one to fail.
        public InputFiles Open(TrialInput input)
        {
            Lazy<InputFiles> files = inputs.GetOrAdd(input.Digest, _ => Written());
            if (!files.Value.IsThere)
                inputs.TryUpdate(input.Digest, Written(), files);
            return inputs[input.Digest].Value;

            Lazy<InputFiles> Written() => new(() => InputFiles.Write(input, Path.Combine(Folder, input.Digest)));
        }

        public void Finished(PlannedTrial planned, Outcome outcome)
        {
            ran(planned, outcome);

            // The arrays of a suite of tables would fill the disk if they all stayed until the end.
            string digest = planned.Input.Digest;
            if (users.AddOrUpdate(digest, 0, (_, left) => left - 1) == 0 && inputs.TryRemove(digest, out Lazy<InputFiles>? files))
                files.Value.Delete();

            lock (counting)
            {
                done++;
                failed += outcome.Status == TrialStatus.Failed ? 1 : 0;
                progress?.Invoke(new RunProgress(total, done, failed, elapsed.Elapsed, planned.Trial.ToString()));
            }
        }

        public void Dispose() => queue.Clear();
    }
}
