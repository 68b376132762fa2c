using MathNet.Numerics.Distributions;

namespace FrameworkBench.Statistics.Ranking;

/// <summary>
/// The Wilcoxon signed-rank test (Wilcoxon 1945): do paired differences, such as one a data set, lie around zero?
/// Demšar (2006) recommends it for two models over several data sets.
/// </summary>
/// <param name="Count">The number of differences other than zero.</param>
/// <param name="Zeros">The number of differences of zero.</param>
/// <param name="PositiveRanks">The sum of the ranks of positive differences, R⁺.</param>
/// <param name="NegativeRanks">The sum of the ranks of negative differences, R⁻.</param>
/// <param name="Method">Where the p values come from: exact or one of the normal approximations.</param>
/// <param name="PValue">Two-sided, of "as often above as below zero". 1 when all differences are zero.</param>
/// <param name="PValueGreater">One-sided: small when the differences tend to be positive.</param>
/// <param name="PValueLess">One-sided: small when the differences tend to be negative.</param>
public sealed record WilcoxonSignedRank(
    int Count,
    int Zeros,
    double PositiveRanks,
    double NegativeRanks,
    SignedRankMethod Method,
    double PValue,
    double PValueGreater,
    double PValueLess)
{
    private const int MostForExact = 200;

    /// <summary>T, the smaller sum of ranks.</summary>
    public double Statistic => Math.Min(PositiveRanks, NegativeRanks);

    /// <summary>
    /// The effect size (R⁺ − R⁻) / (R⁺ + R⁻), from −1 (all negative) to 1 (all positive); 0 when all are zero
    /// (matched-pairs rank-biserial correlation, Kerby 2014).
    /// </summary>
    public double RankBiserial => PositiveRanks + NegativeRanks == 0
        ? 0
        : (PositiveRanks - NegativeRanks) / (PositiveRanks + NegativeRanks);

    /// <summary>Tests differences. Those within 10⁻¹² of the largest count as equal: subtraction rounds.</summary>
    /// <param name="differences">One a pair, at least one, all finite.</param>
    /// <param name="zeros">What to do with differences of zero.</param>
    /// <param name="method">Where the p value comes from.</param>
    /// <returns>The sums of ranks and the p values.</returns>
    /// <exception cref="ArgumentException">No difference, or one that is not finite.</exception>
    public static WilcoxonSignedRank Of(
        IReadOnlyList<double> differences,
        ZeroDifferences zeros = ZeroDifferences.Pratt,
        SignedRankMethod method = SignedRankMethod.Automatic)
    {
        Check.Finite(differences, nameof(differences));
        double tolerance = differences.Max(Math.Abs) * 1e-12;
        bool IsZero(double difference) => Math.Abs(difference) <= tolerance;

        double[] ranked = zeros == ZeroDifferences.Drop ? [.. differences.Where(d => !IsZero(d))] : [.. differences];
        int zeroCount = differences.Count(IsZero);
        if (zeroCount == differences.Count)
            return new(0, zeroCount, 0, 0, SignedRankMethod.Exact, 1, 1, 1);

        var ranks = Ranks.Of([.. ranked.Select(d => IsZero(d) ? 0 : Math.Abs(d))], tolerance);
        var signed = ranked.Zip(ranks).Where(pair => !IsZero(pair.First)).ToList();
        double share = zeros == ZeroDifferences.Split ? (ranks.Sum() - signed.Sum(pair => pair.Second)) / 2 : 0;
        double positive = signed.Where(pair => pair.First > 0).Sum(pair => pair.Second);
        double negative = signed.Where(pair => pair.First < 0).Sum(pair => pair.Second);

        if (method == SignedRankMethod.Automatic)
            method = signed.Count <= MostForExact ? SignedRankMethod.Exact : SignedRankMethod.NormalWithContinuity;
        double[] signedRanks = [.. signed.Select(pair => pair.Second)];
        var (two, greater, less) = method == SignedRankMethod.Exact
            ? Exact(signedRanks, positive)
            : Approximate(signedRanks, positive, method == SignedRankMethod.NormalWithContinuity ? 0.5 : 0);
        return new(signed.Count, zeroCount, positive + share, negative + share, method, two, greater, less);
    }

    // Shared ranks are halves, so twice a rank is whole and sums can index an array of probabilities.
    private static (double Two, double Greater, double Less) Exact(double[] ranks, double positive)
    {
        int[] doubled = [.. ranks.Select(rank => (int)Math.Round(2 * rank))];
        double[] probabilities = new double[doubled.Sum() + 1];
        probabilities[0] = 1;
        int largest = 0;
        foreach (int rank in doubled)
        {
            largest += rank;
            for (int sum = largest; sum >= 0; sum--)
                probabilities[sum] = 0.5 * (probabilities[sum] + (sum >= rank ? probabilities[sum - rank] : 0));
        }

        int at = (int)Math.Round(2 * positive);
        double less = Math.Min(1, probabilities.Take(at + 1).Sum());
        double greater = Math.Min(1, probabilities.Skip(at).Sum());
        return (Math.Min(1, 2 * Math.Min(less, greater)), greater, less);
    }

    private static (double Two, double Greater, double Less) Approximate(double[] ranks, double positive, double correction)
    {
        double distance = positive - (ranks.Sum() / 2);
        double deviation = Math.Sqrt(ranks.Sum(rank => rank * rank) / 4);
        double nearer = Math.Abs(distance) - (distance == 0 ? 0 : correction);
        return (
            Math.Min(1, 2 * Normal.CDF(0, 1, -nearer / deviation)),
            Normal.CDF(0, 1, -(distance - correction) / deviation),
            Normal.CDF(0, 1, (distance + correction) / deviation));
    }
}
