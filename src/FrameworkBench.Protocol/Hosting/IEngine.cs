using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Protocol.Hosting;

/// <summary>A framework behind the protocol. <see cref="EngineHost"/> does the talking.</summary>
public interface IEngine
{
    /// <summary>Says who the engine is and what it can do. Loads the framework, so that one that is broken shows here.</summary>
    HelloReply Describe();

    /// <summary>Fits one model and predicts. Called for one fit at a time.</summary>
    /// <param name="task">What to fit and on what.</param>
    /// <param name="report">Takes the state of the fit after an epoch; cheap to call, the host thins the messages out.</param>
    /// <param name="cancellation">Asks to give up; checked between epochs or rounds.</param>
    /// <exception cref="UnsupportedException">The engine lacks something that the task asks for.</exception>
    /// <exception cref="OperationCanceledException">The fit was given up.</exception>
    Fitted Fit(FitTask task, Action<FitProgress> report, CancellationToken cancellation);

    /// <summary>
    /// The speed of a product of two square float32 matrices in GFLOP/s, best of several; null when there is none to measure.
    /// </summary>
    double? Calibrate(int size, int threads);
}
