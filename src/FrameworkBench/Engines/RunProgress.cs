namespace FrameworkBench.Engines;

/// <summary>Where a run stands.</summary>
/// <param name="Total">Trials to run.</param>
/// <param name="Done">Trials run so far, the failed ones among them.</param>
/// <param name="Failed">Failed ones.</param>
/// <param name="Elapsed">Time since the first began.</param>
/// <param name="Latest">The trial that ended last, in one line.</param>
public sealed record RunProgress(int Total, int Done, int Failed, TimeSpan Elapsed, string Latest)
{
    /// <summary>Trials still to run.</summary>
    public int Left => Total - Done;

    /// <summary>Time left at the pace so far; null before the first trial has ended.</summary>
    public TimeSpan? TimeLeft => Done == 0 ? null : Elapsed / Done * Left;
}
