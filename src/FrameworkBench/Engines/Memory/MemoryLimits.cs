using FrameworkBench.Reading;

namespace FrameworkBench.Engines.Memory;

/// <summary>Chooses how the operating system limits an engine's memory.</summary>
internal static class MemoryLimits
{
    /// <summary>
    /// The strictest that is permitted: a control group, which counts all of the engine's processes together, else a limit of the data of
    /// each of its processes. Null where there is neither.
    /// </summary>
    /// <param name="process">The id of the engine's process.</param>
    /// <param name="threads">Threads that it may use.</param>
    public static IMemoryLimit? Strictest(int process, int threads)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        return (IMemoryLimit?)ControlGroup.Of(process) ?? DataLimit.Of(process, threads);
    }

    /// <summary>The beginning of the reason of a trial that was stopped at its limit.</summary>
    public static string Stopped(long limit) => $"stopped at its memory limit of {ByteSize.Format(limit)}";
}
