using FrameworkBench.Engines;
using FrameworkBench.Experiments;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Protocol.Models.Tabular;
using FrameworkBench.Trials;

namespace FrameworkBench.Tests.Engines.Parity;

/// <summary>Real processes of the from-scratch engine; that of one name fits another network, or other arrays, than it is given.</summary>
internal sealed class TamperedSessions(string tampered, string folder) : ITrialSession
{
    private readonly EngineSessions sessions = new(Placement.Anywhere, folder);

    /// <summary>What the engine makes of a network; the second argument says whether the fit is native.</summary>
    public Func<NetworkSpec, bool, NetworkSpec> Network { get; init; } = (network, _) => network;

    /// <summary>What it makes of a RealMLP.</summary>
    public Func<RealMlpSpec, RealMlpSpec> RealMlp { get; init; } = network => network;

    /// <summary>What it makes of the files.</summary>
    public Func<PlannedTrial, InputFiles, InputFiles> Files { get; init; } = (_, files) => files;

    public Task<Outcome> RunAsync(
        PlannedTrial planned, EngineStatus engine, InputFiles files, TrialLimits limits, CancellationToken cancellation)
    {
        if (engine.Name != tampered)
            return sessions.RunAsync(planned, engine, files, limits, cancellation);
        ModelSpec model = planned.Model is RealMlpSpec realMlp ? RealMlp(realMlp) : Network((NetworkSpec)planned.Model, files.Native);
        var other = new PlannedTrial(planned.Trial, planned.Input, model, planned.Key);
        return sessions.RunAsync(other, engine, Files(planned, files), limits, cancellation);
    }

    public ValueTask DisposeAsync() => sessions.DisposeAsync();
}
