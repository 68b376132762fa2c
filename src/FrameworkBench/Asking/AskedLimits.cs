namespace FrameworkBench.Asking;

/// <summary>What an answer may take.</summary>
/// <param name="Limit">The time, from the start of the program on.</param>
/// <param name="Seed">Seeds whatever is drawn at random.</param>
/// <param name="Jobs">Fits at once.</param>
/// <param name="Clock">Tells the time.</param>
/// <param name="Start">The clock's time when the program began.</param>
public sealed record AskedLimits(TimeSpan Limit, uint Seed, int Jobs, TimeProvider Clock, long Start)
{
    /// <summary>How often the cross-validation may be repeated; null for as often as the time allows.</summary>
    public int? MostRepeats { get; init; }

    // For the answer and the page.
    private const double Reserved = 0.03;

    /// <summary>The time since the start.</summary>
    public TimeSpan Elapsed => Clock.GetElapsedTime(Start);

    /// <summary>The time that is left for fits; never negative.</summary>
    public TimeSpan Left => TimeSpan.FromTicks(Math.Max(0, (Limit - (Limit * Reserved) - Elapsed).Ticks));
}
