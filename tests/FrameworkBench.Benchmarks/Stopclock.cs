using System.Diagnostics;

namespace FrameworkBench.Benchmarks;

/// <summary>The best time of several, after a warm-up: what the code takes when nothing disturbs it.</summary>
internal static class Stopclock
{
    /// <summary>Seconds of one call.</summary>
    public static double Best(Action action, double atLeastSeconds = 0.3)
    {
        var warmUp = Stopwatch.StartNew();
        int calls = 0;
        while (warmUp.Elapsed.TotalSeconds < 0.2 || calls < 40)
        {
            action();
            calls++;
        }

        int repeats = Math.Max(1, (int)(0.01 / (warmUp.Elapsed.TotalSeconds / calls)));
        double best = double.PositiveInfinity;
        var total = Stopwatch.StartNew();
        while (total.Elapsed.TotalSeconds < atLeastSeconds)
        {
            var watch = Stopwatch.StartNew();
            for (int i = 0; i < repeats; i++)
                action();
            best = Math.Min(best, watch.Elapsed.TotalSeconds / repeats);
        }

        return best;
    }
}
