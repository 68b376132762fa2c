using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Tests.Networks;

/// <summary>Made-up rows for tests.</summary>
internal static class Examples
{
    public static double[] XorInputs => [0, 0, 0, 1, 1, 0, 1, 1];

    public static double[] XorTargets => [0, 1, 1, 0];

    /// <summary>Standard normal numbers.</summary>
    public static double[] Gaussians(int count, ulong seed)
    {
        var random = new RandomSource(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextGaussian())];
    }

    /// <summary>Zeros and ones.</summary>
    public static double[] Bits(int count, ulong seed)
    {
        var random = new RandomSource(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (double)random.NextInt32(2))];
    }

    /// <summary>Classes.</summary>
    public static int[] Labels(int count, int classes, ulong seed)
    {
        var random = new RandomSource(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextInt32(classes))];
    }

    /// <summary>One-hot rows.</summary>
    public static double[] OneHot(int rows, int classes, ulong seed)
    {
        double[] targets = new double[rows * classes];
        int[] labels = Labels(rows, classes, seed);
        for (int row = 0; row < rows; row++)
            targets[(row * classes) + labels[row]] = 1;
        return targets;
    }
}
