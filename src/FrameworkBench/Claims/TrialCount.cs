namespace FrameworkBench.Claims;

/// <summary>Says how many trials or pairs a mean was taken over, and on how many splits.</summary>
internal static class TrialCount
{
    /// <summary>"1 pair", "20 pairs".</summary>
    public static string Of(int trials, string noun) => $"{trials} {noun}{(trials == 1 ? "" : "s")}";

    /// <summary>"1 pair", "20 pairs", "50 pairs on 10 splits".</summary>
    /// <param name="trials">The number of trials or pairs.</param>
    /// <param name="counted">The seeds of one split, or the splits: what the interval rests on.</param>
    /// <param name="noun">"trial" or "pair".</param>
    public static string Of(int trials, int counted, string noun) => Of(trials, noun) + (counted == trials ? "" : $" on {Of(counted, "split")}");
}
