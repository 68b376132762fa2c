using FrameworkBench.Trials;

namespace FrameworkBench.Engines.Timing;

/// <summary>
/// Times models apart from the accuracy pass: one fit at a time on an otherwise idle machine, each engine in a fresh
/// process, first cold, then in repeats that go round the engines, so that a machine that drifts hits all alike.
/// </summary>
/// <param name="engines">The engines, by name.</param>
/// <param name="options">How thoroughly.</param>
public sealed class TimingPass(IReadOnlyDictionary<string, EngineStatus> engines, TimingOptions options)
{
    /// <summary>Times the first split and seed of every model that takes part.</summary>
    /// <param name="trials">A plan; of each experiment, data set and model the first trial of each engine is timed, but for searched models, which engines settle differently.</param>
    /// <param name="progress">Told of each model before it is timed, with the numbers done and to do.</param>
    /// <param name="cancellation">Stops the pass.</param>
    /// <exception cref="OperationCanceledException">The pass was stopped.</exception>
    public async Task<IReadOnlyList<TimedModel>> RunAsync(IReadOnlyList<PlannedTrial> trials, Action<int, int, string>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(trials);
        TimingTrack[] tracks = options.AllCores && Environment.ProcessorCount > 1 ? [TimingTrack.OneThread, TimingTrack.AllCores] : [TimingTrack.OneThread];
        var models = trials
            .Where(planned => planned.Trial.Experiment.Timing && planned.Search is null && planned.Outcome is not { Status: TrialStatus.Missing or TrialStatus.Unsupported or TrialStatus.Failed })
            .GroupBy(planned => (planned.Trial.Experiment.Name, planned.Trial.Dataset, planned.Trial.Model.Name))
            .Select(model => model.GroupBy(planned => planned.Trial.Engine).Select(engine => engine.First()).ToList())
            .ToList();

        string folder = Directory.CreateTempSubdirectory("frameworkbench-timing-").FullName;
        try
        {
            var timed = new List<TimedModel>();
            for (int i = 0; i < models.Count; i++)
            {
                progress?.Invoke(i, models.Count, $"{models[i][0].Trial.Experiment.Name}/{models[i][0].Trial.Model.Name}");
                foreach (TimingTrack track in tracks)
                    timed.AddRange(await TimeAsync(models[i], track, folder, cancellation).ConfigureAwait(false));
            }

            return timed;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<IReadOnlyList<TimedModel>> TimeAsync(List<PlannedTrial> byEngine, TimingTrack track, string folder, CancellationToken cancellation)
    {
        Placement placement = track == TimingTrack.OneThread ? Placement.On(0) : Placement.AllProcessors;
        InputFiles files = InputFiles.Write(byEngine[0].Input.TestOnly(), Path.Combine(folder, "input"));
        var contestants = byEngine.Select(planned => new Contestant(planned, engines[planned.Trial.Engine], placement, Path.Combine(folder, planned.Trial.Engine), files, options)).ToList();
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
            files.Delete();
        }
    }

    /// <summary>One engine with one model in a process of its own.</summary>
    private sealed class Contestant(PlannedTrial planned, EngineStatus engine, Placement placement, string folder, InputFiles files, TimingOptions options) : IAsyncDisposable
    {
        private readonly EngineSessions sessions = new(placement, folder);
        private readonly PlannedTrial testOnly = new(planned.Trial, planned.Input.TestOnly(), planned.Model, planned.Key);
        private readonly List<Outcome> warm = [];
        private Outcome? cold;

        public async Task FitColdAsync(CancellationToken cancellation) => cold = await FitAsync(cancellation).ConfigureAwait(false);

        public async Task FitWarmAsync(CancellationToken cancellation)
        {
            bool spent = warm.Count > 0 && warm.Sum(outcome => outcome.FitSeconds) >= options.Budget;
            if (Problem() is null && !spent)
                warm.Add(await FitAsync(cancellation).ConfigureAwait(false));
        }

        public TimedModel Times(TimingTrack track) => new()
        {
            Experiment = planned.Trial.Experiment.Name,
            Dataset = planned.Trial.Dataset,
            Model = planned.Trial.Model.Name,
            Engine = planned.Trial.Engine,
            Track = track,
            ColdFitSeconds = cold is { Status: TrialStatus.Done or TrialStatus.Diverged } ? cold.FitSeconds : null,
            FitSeconds = [.. warm.Select(outcome => outcome.FitSeconds)],
            PredictSeconds = [.. warm.Select(outcome => outcome.PredictSeconds)],
            Epochs = cold?.Epochs ?? 0,
            PeakBytes = warm.Append(cold!).Max(outcome => outcome.PeakBytes),
            Reason = Problem(),
        };

        public ValueTask DisposeAsync() => sessions.DisposeAsync();

        private Task<Outcome> FitAsync(CancellationToken cancellation) => sessions.RunAsync(testOnly, engine, files, options.FitLimit, cancellation);

        private string? Problem() => warm.Prepend(cold!).FirstOrDefault(outcome => outcome.Status is TrialStatus.Failed or TrialStatus.Unsupported)?.Reason;
    }
}
