using FrameworkBench.Engines.Processes;
using FrameworkBench.Experiments;
using FrameworkBench.Trials;
using FrameworkBench.Trials.Combining;

namespace FrameworkBench.Engines.Timing;

/// <summary>
/// Times models apart from the accuracy pass: one fit at a time on an otherwise idle machine, each engine in a fresh
/// process, first cold, then in repeats that go round the engines, so that a machine that drifts hits all alike.
/// </summary>
public sealed class TimingPass
{
    private static readonly TrialLimits FitLimits = new() { Time = TimeSpan.FromMinutes(5) };

    private readonly IReadOnlyDictionary<string, EngineStatus> engines;
    private readonly TimingOptions options;
    private readonly int processors;
    private readonly Func<Placement, string, ITrialSession> start;

    /// <summary>A pass on this machine.</summary>
    /// <param name="engines">The engines, by name.</param>
    /// <param name="options">How thoroughly.</param>
    public TimingPass(IReadOnlyDictionary<string, EngineStatus> engines, TimingOptions options)
        : this(engines, options, Environment.ProcessorCount, (placement, folder) => new EngineSessions(placement, folder))
    {
    }

    /// <summary>A pass on a machine of some processors, whose sessions are started from a placement and a private folder.</summary>
    internal TimingPass(
        IReadOnlyDictionary<string, EngineStatus> engines,
        TimingOptions options,
        int processors,
        Func<Placement, string, ITrialSession> start) =>
        (this.engines, this.options, this.processors, this.start) = (engines, options, processors, start);

    /// <summary>Times the first split and seed of every model that takes part.</summary>
    /// <param name="trials">
    /// A plan; of each experiment, data set and model the first split and seed is timed by each engine, but for searched models,
    /// which engines settle differently. A trial that failed is not fitted again: its reason stands for its times.
    /// </param>
    /// <param name="outcomes">What the plan's trials gave.</param>
    /// <param name="progress">Receives each model's name before it is timed, with the numbers done and to do.</param>
    /// <param name="cancellation">Stops the pass.</param>
    /// <exception cref="OperationCanceledException">The pass was stopped.</exception>
    public async Task<IReadOnlyList<TimedModel>> RunAsync(
        IReadOnlyList<PlannedTrial> trials, Outcomes outcomes, Action<int, int, string>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(trials);
        ArgumentNullException.ThrowIfNull(outcomes);
        TimingTrack[] tracks = options.AllCores && processors > 1 ? [TimingTrack.OneThread, TimingTrack.AllCores] : [TimingTrack.OneThread];
        var models = trials
            .Where(planned => planned.Trial.Experiment.Timing && planned.Search is null)
            .GroupBy(planned => (planned.Trial.Experiment.Name, planned.Trial.Dataset, planned.Trial.Model.Name))
            .Select(model => OneByEngine([.. model], outcomes))
            .Where(model => model.Count > 0)
            .ToList();

        using var folder = RunFolder.Create();
        var timed = new List<TimedModel>();
        for (int i = 0; i < models.Count; i++)
        {
            progress?.Invoke(i, models.Count, $"{models[i][0].Trial.Experiment.Name}/{models[i][0].Trial.Model.Name}");
            foreach (TimingTrack track in tracks)
                timed.AddRange(await TimeAsync(models[i], outcomes, track, folder.Path, cancellation).ConfigureAwait(false));
        }

        return timed;
    }

    // All engines fit the same rows from the same seed, or their times would not compare.
    private static List<PlannedTrial> OneByEngine(IReadOnlyList<PlannedTrial> model, Outcomes outcomes)
    {
        Trial first = model[0].Trial;
        return
        [
            .. model.Where(planned => planned.Trial.Split == first.Split && planned.Trial.Seed == first.Seed
                && outcomes.Find(planned)?.Status is not (TrialStatus.Missing or TrialStatus.Unsupported)),
        ];
    }

    private async Task<IReadOnlyList<TimedModel>> TimeAsync(
        List<PlannedTrial> byEngine, Outcomes outcomes, TimingTrack track, string folder, CancellationToken cancellation)
    {
        Placement placement = track == TimingTrack.OneThread ? Placement.On(0) : new Placement([], processors);
        InputFiles[] files =
        [
            .. byEngine[0].Fits.Index()
                .Select(fit => InputFiles.Write(fit.Item.Input.TestOnly(), Path.Combine(folder, $"input-{fit.Index}"))),
        ];
        List<Contestant> contestants =
        [
            .. from planned in byEngine
               let engine = planned.Trial.Engine
               select new Contestant(
                   planned, outcomes.Find(planned), engines[engine], start(placement, Path.Combine(folder, engine)), files, options),
        ];
        try
        {
            foreach (Contestant contestant in contestants)
                await contestant.FitColdAsync(cancellation).ConfigureAwait(false);
            for (int repeat = 0; repeat < options.Repeats; repeat++)
            {
                foreach (Contestant contestant in contestants)
                    await contestant.FitWarmAsync(cancellation).ConfigureAwait(false);
            }

            return [.. contestants.Select(contestant => contestant.Times(track))];
        }
        finally
        {
            foreach (Contestant contestant in contestants)
                await contestant.DisposeAsync().ConfigureAwait(false);
            foreach (InputFiles input in files)
                input.Delete();
        }
    }

    /// <summary>One engine with one model in a process of its own.</summary>
    private sealed class Contestant(
        PlannedTrial planned, Outcome? earlier, EngineStatus engine, ITrialSession session, IReadOnlyList<InputFiles> files,
        TimingOptions options) : IAsyncDisposable
    {
        private readonly PlannedTrial[] testOnly = [.. planned.Fits.Select(fit => fit with { Input = fit.Input.TestOnly() })];
        private readonly List<Outcome> warm = [];
        private Outcome? cold;
        private string? problem;

        public async Task FitColdAsync(CancellationToken cancellation)
        {
            if (earlier is { Status: TrialStatus.Failed } failed)
                problem = failed.Reason;
            else
                cold = await FitAsync(cancellation).ConfigureAwait(false);
        }

        public async Task FitWarmAsync(CancellationToken cancellation)
        {
            bool spent = warm.Count > 0 && warm.Sum(outcome => outcome.FitSeconds) >= options.Budget;
            if (problem is null && !spent && await FitAsync(cancellation).ConfigureAwait(false) is { } outcome)
                warm.Add(outcome);
        }

        public TimedModel Times(TimingTrack track) => new()
        {
            Experiment = planned.Trial.Experiment.Name,
            Dataset = planned.Trial.Dataset,
            Model = planned.Trial.Model.Name,
            Engine = planned.Trial.Engine,
            Track = track,
            ColdFitSeconds = cold?.FitSeconds,
            FitSeconds = [.. warm.Select(outcome => outcome.FitSeconds)],
            PredictSeconds = [.. warm.Select(outcome => outcome.PredictSeconds)],
            Epochs = cold?.Epochs ?? 0,
            PeakBytes = cold is null ? 0 : warm.Append(cold).Max(outcome => outcome.PeakBytes),
            Reason = problem,
        };

        public ValueTask DisposeAsync() => session.DisposeAsync();

        // A bag is fitted when all its parts are. Null when a fit gave nothing to time; the reason is kept.
        private async Task<Outcome?> FitAsync(CancellationToken cancellation)
        {
            var outcomes = new List<Outcome>();
            foreach ((PlannedTrial fit, InputFiles input) in testOnly.Zip(files))
            {
                Outcome outcome = await session.RunAsync(fit, engine, input, FitLimits, cancellation)
                    .ConfigureAwait(false);
                if (outcome.Status is not (TrialStatus.Done or TrialStatus.Diverged))
                {
                    problem = outcome.Reason ?? "no reason given";
                    return null;
                }

                outcomes.Add(outcome);
            }

            return outcomes is [var only] ? only : CombinedOutcome.Costs(outcomes);
        }
    }
}
