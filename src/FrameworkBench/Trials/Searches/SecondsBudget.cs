namespace FrameworkBench.Trials.Searches;

/// <summary>
/// Which candidates of a search count within a number of seconds. The first one, with the default settings, always counts; any other counts
/// if and only if the fits of all before it took less than these seconds. This follows from the outcomes alone, so that a search gives
/// the same again from the same stored trials, however many of its candidates were fitted at once.
/// </summary>
public static class SecondsBudget
{
    /// <summary>
    /// The candidates that take part: those that are known to count, and then the ones to be fitted next. Those are the first one alone,
    /// and later as many as start within the seconds if each takes the mean time of those before. None are to be fitted any more when
    /// the seconds are spent; candidates that were fitted beyond them do not take part.
    /// </summary>
    /// <param name="candidates">All candidates of a search, in their order, and what their fits gave so far.</param>
    /// <param name="seconds">The seconds; above 0.</param>
    public static IReadOnlyList<CandidateStanding> Within(IReadOnlyList<CandidateStanding> candidates, double seconds)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(seconds);
        double spent = 0;
        int counted = 0;
        while (counted < candidates.Count && candidates[counted].IsDone && spent < seconds)
            spent += candidates[counted++].Seconds;
        if (counted == 0)
            return [.. candidates.Take(1)];
        int next = spent > 0 ? (int)Math.Clamp(Math.Ceiling((seconds - spent) * counted / spent), 0, candidates.Count) : candidates.Count;
        return [.. candidates.Take(counted + next)];
    }
}
