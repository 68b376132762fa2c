using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Trees.Forests;

/// <summary>Which rows a tree of a forest has, and how often.</summary>
internal static class Bootstrap
{
    /// <summary>Draws as many rows as there are, with replacement (Efron 1979).</summary>
    /// <param name="counts">Receives how often each row was drawn.</param>
    /// <param name="random">The tree's own stream.</param>
    /// <returns>The rows drawn at least once, ascending.</returns>
    public static int[] Draw(Span<ushort> counts, RandomSource random)
    {
        counts.Clear();
        for (int i = 0; i < counts.Length; i++)
        {
            ref ushort count = ref counts[random.NextInt32(counts.Length)];
            if (count < ushort.MaxValue)
                count++;
        }

        List<int> rows = new(counts.Length);
        for (int row = 0; row < counts.Length; row++)
        {
            if (counts[row] > 0)
                rows.Add(row);
        }

        return [.. rows];
    }
}
