namespace FrameworkBench.Tests.Trials.Storing.Simulated;

/// <summary>The process was killed, or the power of its machine failed.</summary>
internal sealed class SimulatedCrashException() : Exception("crash");
