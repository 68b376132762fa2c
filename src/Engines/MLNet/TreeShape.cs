using FrameworkBench.Protocol.Hosting;
using Microsoft.ML.Trainers.FastTree;

namespace FrameworkBench.Engines.MLNet;

/// <summary>What boosted trees and forests map alike.</summary>
internal static class TreeShape
{
    private const int DeepestCounted = 30;

    /// <summary>Threads of FastTree's pool, which a process chooses once.</summary>
    public static int Threads { get; private set; }

    /// <summary>
    /// Leaves a tree: FastTree grows by leaves and knows no depth, so a depth holds the leaves to as many as fit below it.
    /// </summary>
    public static int Leaves(int? maxLeaves, int? maxDepth, int otherwise)
    {
        if (maxLeaves is null && maxDepth is null)
            return otherwise;
        int fitting = maxDepth is null ? int.MaxValue : 1 << Math.Min(maxDepth.Value, DeepestCounted);
        return Math.Max(2, Math.Min(maxLeaves ?? int.MaxValue, fitting));
    }

    /// <summary>Notes for a reader that a depth was mapped to a number of leaves.</summary>
    public static string DepthNote(int maxDepth) =>
        $"ML.NET has no max_depth: {maxDepth} became at most {Leaves(null, maxDepth, 0)} leaves a tree";

    /// <summary>A seed of the width that ML.NET takes.</summary>
    public static int Seed(long seed) => unchecked((int)(seed ^ (seed >> 32))) & int.MaxValue;

    /// <summary>Seeds the trainer, lets it split by categories where there are some, and gives it threads.</summary>
    public static void Place(TreeOptions options, FitTask task)
    {
        options.Seed = Seed(task.Seed);
        options.FeatureSelectionSeed = options.Seed;
        options.CategoricalSplit = task.Features.Any(feature => feature.Categories > 0);

        // One thread sends every piece of work through a task and waits for it, which is several times slower than two
        // threads on one processor: the processors that the harness gives the process are what limits the work.
        if (Threads == 0)
            Threads = Math.Max(2, task.Threads);
        options.NumberOfThreads = Threads;
    }
}
