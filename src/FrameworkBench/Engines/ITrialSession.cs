using FrameworkBench.Experiments;
using FrameworkBench.Trials;

namespace FrameworkBench.Engines;

/// <summary>Fits trials one after another, on engine processes of its own that end with it.</summary>
internal interface ITrialSession : IAsyncDisposable
{
    /// <summary>Runs one trial. Whatever the engine does, the answer is an outcome.</summary>
    /// <param name="planned">The trial.</param>
    /// <param name="engine">The engine that fits it.</param>
    /// <param name="files">The trial's input.</param>
    /// <param name="limits">What it may take before it is stopped.</param>
    /// <param name="cancellation">Interrupts it.</param>
    /// <exception cref="OperationCanceledException">The run was interrupted.</exception>
    Task<Outcome> RunAsync(
        PlannedTrial planned, EngineStatus engine, InputFiles files, TrialLimits limits, CancellationToken cancellation);
}
