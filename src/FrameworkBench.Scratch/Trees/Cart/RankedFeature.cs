using FrameworkBench.Scratch.Trees.Binning;

namespace FrameworkBench.Scratch.Trees.Cart;

/// <summary>
/// One feature of all rows as ranks: each distinct value has its own, in ascending order, and a missing value the one
/// after the last. So a search over ranks is as exact as one over values, and needs only whole numbers of 16 bits.
/// A feature with more than 65,535 distinct values has neighbouring values share a rank.
/// </summary>
internal sealed class RankedFeature
{
    private const int MostRanks = ushort.MaxValue;

    private readonly float[] lowest;
    private readonly float[] highest;

    private RankedFeature(FeatureKind kind, ushort[] ranks, float[] lowest, float[] highest, bool hasMissing)
    {
        Kind = kind;
        Ranks = ranks;
        HasMissing = hasMissing;
        this.lowest = lowest;
        this.highest = highest;
    }

    /// <summary>Whether the order of the ranks means something.</summary>
    public FeatureKind Kind { get; }

    /// <summary>Each row's rank.</summary>
    public ushort[] Ranks { get; }

    /// <summary>Whether some row's value is missing.</summary>
    public bool HasMissing { get; }

    /// <summary>How many ranks values have; the rank of missing values.</summary>
    public int RankCount => highest.Length;

    /// <summary>Ranks the values of one feature.</summary>
    public static RankedFeature Of(ReadOnlySpan<float> column, FeatureKind kind)
    {
        int[] order = RadixSort.Order(column);
        ushort[] ranks = new ushort[column.Length];
        int valuesPerRank = ValuesPerRank(column, order);
        List<float> lows = [];
        List<float> highs = [];
        int valuesInRank = valuesPerRank;
        foreach (int row in order)
        {
            float value = column[row];
            if (highs.Count == 0 || value != highs[^1])
            {
                if (valuesInRank == valuesPerRank)
                {
                    lows.Add(value);
                    highs.Add(value);
                    valuesInRank = 0;
                }

                highs[^1] = value;
                valuesInRank++;
            }

            ranks[row] = (ushort)(highs.Count - 1);
        }

        bool hasMissing = order.Length < column.Length;
        for (int row = 0; hasMissing && row < ranks.Length; row++)
        {
            if (float.IsNaN(column[row]))
                ranks[row] = (ushort)highs.Count;
        }

        return new RankedFeature(kind, ranks, [.. lows], [.. highs], hasMissing);
    }

    /// <summary>
    /// Between the values of two ranks: for every float x, x ≤ this exactly when x ≤ the midpoint. Positive infinity
    /// when the upper one is the missing rank.
    /// </summary>
    public float ThresholdBetween(int below, int above)
    {
        if (above >= RankCount)
            return float.PositiveInfinity;
        double midpoint = (highest[below] / 2.0) + (lowest[above] / 2.0);
        float rounded = (float)midpoint;
        rounded = rounded > midpoint ? MathF.BitDecrement(rounded) : rounded;
        return rounded >= lowest[above] || !float.IsFinite(rounded) ? highest[below] : rounded;
    }

    /// <summary>The rank of each category code; the missing rank where training had none.</summary>
    public int[] RankOfCode()
    {
        int[] rankOf = new int[RankCount == 0 ? 0 : (int)highest[^1] + 1];
        rankOf.AsSpan().Fill(RankCount);
        for (int rank = 0; rank < RankCount; rank++)
            rankOf[(int)highest[rank]] = rank;
        return rankOf;
    }

    // How many distinct values share a rank: one, unless there are too many.
    private static int ValuesPerRank(ReadOnlySpan<float> column, int[] order)
    {
        int distinct = 0;
        for (int i = 0; i < order.Length; i++)
            distinct += i == 0 || column[order[i]] != column[order[i - 1]] ? 1 : 0;
        return Math.Max(1, (distinct + MostRanks - 1) / MostRanks);
    }
}
