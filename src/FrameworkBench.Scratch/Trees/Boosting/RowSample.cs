using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Trees.Boosting;

/// <summary>The rows that the trees of a round are grown on, drawn anew for each round, and the others.</summary>
internal sealed class RowSample
{
    private readonly RandomSource random;
    private readonly int[] rows;
    private readonly int[] others;

    /// <summary>All rows, until some are drawn.</summary>
    /// <param name="count">How many rows there are.</param>
    /// <param name="share">The share of them that a round takes, rounded down to whole rows, one at least.</param>
    /// <param name="random">Draws them.</param>
    public RowSample(int count, double share, RandomSource random)
    {
        this.random = random;
        rows = [.. Enumerable.Range(0, share < 1 ? Math.Max(1, (int)(share * count)) : count)];
        others = new int[count - rows.Length];
    }

    /// <summary>The rows to grow a tree on, ascending.</summary>
    public ReadOnlySpan<int> Rows => rows;

    /// <summary>The rows that are left out, ascending.</summary>
    public ReadOnlySpan<int> Others => others;

    /// <summary>Draws the rows of the next round.</summary>
    public void Draw()
    {
        if (others.Length > 0)
            Choose(rows, others, random);
    }

    /// <summary>Draws so many of the numbers 0 … <paramref name="from"/> − 1, ascending.</summary>
    public static int[] Choose(int from, int count, RandomSource random)
    {
        int[] chosen = new int[count];
        Choose(chosen, new int[from - count], random);
        return chosen;
    }

    // Sampling without replacement in ascending order: algorithm S of Knuth, TAOCP volume 2, section 3.4.2.
    private static void Choose(Span<int> chosen, Span<int> others, RandomSource random)
    {
        int from = chosen.Length + others.Length, taken = 0, left = 0;
        while (taken < chosen.Length)
        {
            int i = taken + left;
            if (random.NextDouble() * (from - i) < chosen.Length - taken)
                chosen[taken++] = i;
            else
                others[left++] = i;
        }

        for (; left < others.Length; left++)
            others[left] = taken + left;
    }
}
