namespace FrameworkBench.Engines.Timing;

/// <summary>How many processors an engine had while it was timed.</summary>
public enum TimingTrack
{
    /// <summary>One thread, held to one processor.</summary>
    OneThread,

    /// <summary>Every processor of the machine.</summary>
    AllCores,
}
