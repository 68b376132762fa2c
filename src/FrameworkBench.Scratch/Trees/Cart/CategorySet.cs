namespace FrameworkBench.Scratch.Trees.Cart;

/// <summary>Categorical splits of single trees: which ranks go left.</summary>
internal static class CategorySet
{
    /// <summary>Makes a split out of the ranks that go left.</summary>
    public static void Take(ref CartSplit best, ReadOnlySpan<int> leftRanks, RankedFeature feature)
    {
        best.LeftRanks = new ulong[(feature.RankCount >> 6) + 1];
        foreach (int rank in leftRanks)
            best.LeftRanks[rank >> 6] |= 1UL << (rank & 63);
        best.MissingLeft = Contains(best.LeftRanks, feature.RankCount);
    }

    /// <summary>Whether a rank goes left.</summary>
    public static bool Contains(ulong[] words, int rank) => (words[rank >> 6] >> (rank & 63) & 1) != 0;
}
