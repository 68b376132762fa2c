using FrameworkBench.Protocol.Hosting;
using Microsoft.ML.Trainers.FastTree;

namespace FrameworkBench.Engines.MLNet;

/// <summary>What boosted trees and forests map alike.</summary>
internal static class TreeShape
{
    private const int DeepestCounted = 30;

    /// <summary>Threads of FastTree's pool, which a process chooses once.</summary>
    public static int Threads { get; private set; }

    /// <summary>Leaves a tree: FastTree grows by leaves and knows no depth, so a depth holds the leaves to as many as fit below it.</summary>
    public static int Leaves(int? maxLeaves, int? maxDepth, int otherwise)
    {
        if (maxLeaves is null && maxDepth is null)
            return otherwise;
        int fitting = maxDepth is null ? int.MaxValue : 1 << Math.Min(maxDepth.Value, DeepestCounted);
        return Math.Max(2, Math.Min(maxLeaves ?? int.MaxValue, fitting));
    }

    /// <summary>Tells a reader that a depth was mapped to a number of leaves.</summary>
    public static string DepthNote(int maxDepth) =>
        $"ML.NET has no max_depth: {maxDepth} became at most {Leaves(null, maxDepth, 0)} leaves a tree";

    /// <summary>Seeds the trainer and gives it threads.</summary>
    public static void Place(TreeOptions options, FitTask task)
    {
        options.Seed = unchecked((int)(task.Seed ^ (task.Seed >> 32))) & int.MaxValue;
        options.FeatureSelectionSeed = options.Seed;

        // One thread sends every piece of work through a task and waits for it, which is several times slower than two
        // threads on one processor: the processors that the harness gives the process are what limits the work.
        if (Threads == 0)
            Threads = Math.Max(2, task.Threads);
        options.NumberOfThreads = Threads;
    }
}
