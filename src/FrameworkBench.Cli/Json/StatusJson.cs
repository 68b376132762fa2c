using FrameworkBench.Cli.Commands.Submitting;

namespace FrameworkBench.Cli.Json;

/// <summary>How far a submitted run is: the document of <c>status</c>.</summary>
/// <param name="Format">The version of this shape; it grows when a key changes its meaning or goes away.</param>
/// <param name="Job">The scheduler's number.</param>
/// <param name="Folder">The folder of its script and logs.</param>
/// <param name="Trials">How many fits it has, as far as that is known.</param>
/// <param name="Kept">How many of them are kept.</param>
/// <param name="OpenSearches">How many trials have a search that asks for further fits when those that are missing are kept.</param>
/// <param name="Shards">How its shards stand.</param>
internal sealed record StatusJson(
    int Format, string Job, string Folder, int Trials, int Kept, int OpenSearches, IReadOnlyList<ShardStatus> Shards)
{
    private const int Version = 1;

    /// <summary>How a submission stands.</summary>
    public static StatusJson Of(Submission submission, IReadOnlyList<ShardStatus> shards, int openSearches) => new(
        Version,
        submission.Job,
        submission.Folder,
        shards.Sum(shard => shard.Trials),
        shards.Sum(shard => shard.Kept),
        openSearches,
        shards);
}
