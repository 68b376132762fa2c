using FrameworkBench.Engines;
using FrameworkBench.Experiments;
using FrameworkBench.Trials;

namespace FrameworkBench.Tests.Engines;

/// <summary>
/// Engines without a process, whose clock is what they say: each fit is written down and takes the seconds that its number,
/// counted from 0 within the session, is given.
/// </summary>
internal sealed class FakeSessions
{
    private readonly List<Session> opened = [];

    /// <summary>The fits so far, in order: the engine, the model, the split, the seed and the threads.</summary>
    public List<string> Fits { get; } = [];

    /// <summary>What an engine answers to a fit of its session, by the number of the fit from 0.</summary>
    public Func<string, int, Outcome> Answer { get; init; } = (_, fit) => Took(fit + 1);

    /// <summary>What happens before each fit.</summary>
    public Action BeforeFit { get; init; } = () => { };

    /// <summary>The folders of the sessions.</summary>
    public IEnumerable<string> Folders => opened.Select(session => session.Folder);

    /// <summary>Sessions that are not disposed.</summary>
    public int Open => opened.Count(session => !session.IsDisposed);

    /// <summary>A fit of some seconds, with a tenth of them to predict.</summary>
    public static Outcome Took(double seconds) => new()
    {
        Status = TrialStatus.Done,
        FitSeconds = seconds,
        PredictSeconds = seconds / 10,
        Epochs = 7,
        PeakBytes = (long)(1000 * seconds),
    };

    /// <summary>Opens a session.</summary>
    public ITrialSession Start(Placement placement, string folder)
    {
        var session = new Session(this, placement, folder);
        opened.Add(session);
        return session;
    }

    private sealed class Session(FakeSessions all, Placement placement, string folder) : ITrialSession
    {
        private int fits;

        public string Folder => folder;

        public bool IsDisposed { get; private set; }

        public Task<Outcome> RunAsync(
            PlannedTrial planned, EngineStatus engine, InputFiles files, TrialLimits limits, CancellationToken cancellation)
        {
            all.BeforeFit();
            cancellation.ThrowIfCancellationRequested();
            Trial trial = planned.Trial;
            all.Fits.Add(FormattableString.Invariant($"{engine.Name} {trial.Model.Name} {trial.Split}/{trial.Seed} ×{placement.Threads}"));
            return Task.FromResult(all.Answer(engine.Name, fits++));
        }

        public ValueTask DisposeAsync()
        {
            IsDisposed = true;
            return ValueTask.CompletedTask;
        }
    }
}
