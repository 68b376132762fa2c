namespace FrameworkBench.Engines;

/// <summary>The processors that an engine's process may use, and how many threads it is told to use.</summary>
/// <param name="Processors">Processor numbers from 0; empty leaves the choice to the operating system.</param>
/// <param name="Threads">Threads the engine may use.</param>
public sealed record Placement(IReadOnlyList<int> Processors, int Threads)
{
    /// <summary>One thread, anywhere.</summary>
    public static Placement Anywhere { get; } = new([], 1);

    /// <summary>One thread on one processor.</summary>
    public static Placement On(int processor) => new([processor], 1);

    /// <summary>Every processor of the machine, a thread each.</summary>
    public static Placement AllProcessors { get; } = new([], Environment.ProcessorCount);
}
