using FrameworkBench.Wording;

namespace FrameworkBench.Claims;

/// <summary>How many trials a claim about a mean needs before it is decided.</summary>
/// <remarks>
/// A handful of equal scores gives an interval of no width, which would decide anything. What counts is what the interval
/// rests on: the seeds of one split, or the splits where there are several, for seeds of one split add nothing to it. Shares
/// need no such bound: Wilson's interval is wide when trials are few.
/// </remarks>
public static class LeastTrials
{
    /// <summary>Seeds of one split, or splits.</summary>
    public const int Count = 10;

    /// <summary>The ruling if there are enough trials, else that nothing is decided.</summary>
    internal static Ruling Decide(Ruling ruling, int trials) => trials < Count ? Ruling.Inconclusive : ruling;

    /// <summary>What the evidence says of too few trials; nothing when there are enough.</summary>
    /// <param name="trials">The number of trials or pairs.</param>
    /// <param name="counted">The seeds of one split, or the splits.</param>
    /// <param name="noun">"trial" or "pair".</param>
    internal static string Remark(int trials, int counted, string noun) =>
        counted < Count ? $"; a verdict needs at least {Counting.Of(Count, counted == trials ? noun : "split")}" : "";
}
