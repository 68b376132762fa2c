namespace FrameworkBench.Wording;

/// <summary>Says how many trials or pairs a mean was taken over, and on how many splits.</summary>
internal static class TrialCount
{
    /// <summary>"1 pair", "20 pairs on this split", "50 pairs on 10 splits", "20 pairs on 10 splits for each of 9 engines".</summary>
    /// <param name="trials">The number of trials or pairs, of several engines those of one.</param>
    /// <param name="splits">On how many splits.</param>
    /// <param name="engines">On how many engines.</param>
    /// <param name="noun">"trial" or "pair".</param>
    /// <param name="allRowsTrain">Whether all rows of the table train, so that there is no other split.</param>
    public static string Of(int trials, int splits, int engines, string noun, bool allRowsTrain) => Counting.Of(trials, noun)
        + (splits == 1 ? allRowsTrain ? "" : " on this split" : $" on {Counting.Of(splits, "split")}")
        + (engines > 1 ? $" for each of {engines} engines" : "");
}
