namespace FrameworkBench.Engines;

/// <summary>The processors that an engine's process may use, and how many threads it may use.</summary>
/// <param name="Processors">The system's numbers of processors; empty allows all that this process was given.</param>
/// <param name="Threads">Threads the engine may use.</param>
public sealed record Placement(IReadOnlyList<int> Processors, int Threads)
{
    /// <summary>One thread, anywhere.</summary>
    public static Placement Anywhere { get; } = new([], 1);

    /// <summary>One thread on one of the processors that this process was given; anywhere on them where there are not so many.</summary>
    /// <param name="index">Which of them, counted from 0.</param>
    public static Placement On(int index) => On(index, ProcessorAffinity.Given);

    /// <summary>One thread on one of some processors; anywhere where there are not so many.</summary>
    /// <param name="index">Which of them, counted from 0.</param>
    /// <param name="given">The system's numbers of the processors.</param>
    internal static Placement On(int index, IReadOnlyList<int> given) => index < given.Count ? new([given[index]], 1) : Anywhere;
}
