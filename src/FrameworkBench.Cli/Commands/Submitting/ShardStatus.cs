namespace FrameworkBench.Cli.Commands.Submitting;

/// <summary>How a shard stands.</summary>
/// <param name="Shard">Its number, from 0.</param>
/// <param name="State">The scheduler's word on its task; null where it has none.</param>
/// <param name="Trials">How many fits it has, as far as that is known.</param>
/// <param name="Kept">How many of them are kept.</param>
internal sealed record ShardStatus(int Shard, string? State, int Trials, int Kept)
{
    /// <summary>How many are not kept yet.</summary>
    public int Missing => Trials - Kept;

    /// <summary>Whether its task waits or runs.</summary>
    public bool IsUnderWay => State is "pending" or "running" or "completing" or "configuring" or "requeued" or "suspended";
}
