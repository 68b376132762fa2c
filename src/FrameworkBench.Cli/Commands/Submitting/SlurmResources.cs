using System.Globalization;

namespace FrameworkBench.Cli.Commands.Submitting;

/// <summary>What the tasks of a job array are given.</summary>
internal sealed record SlurmResources
{
    private const long Mebibyte = 1 << 20;

    /// <summary>Into how many shards the run is divided.</summary>
    public required int Shards { get; init; }

    /// <summary>Trials at once in a task; each has a processor.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>The time that a task may take, as Slurm writes it; null for the partition's.</summary>
    public string? Time { get; init; }

    /// <summary>The memory that a task may hold; null for the partition's.</summary>
    public long? MemoryBytes { get; init; }

    /// <summary>The partition; null for the cluster's.</summary>
    public string? Partition { get; init; }

    /// <summary>The arguments of <c>sbatch</c>. A task that lost its node is queued again.</summary>
    /// <param name="shards">The shards that have something to do, in order.</param>
    /// <param name="folder">The folder for what tasks say.</param>
    /// <param name="script">The script of a task.</param>
    public IReadOnlyList<string> Arguments(IReadOnlyList<int> shards, string folder, string script) =>
    [
        "--parsable",
        "--requeue",
        $"--array={Ranges(shards)}",
        "--job-name=frameworkbench",
        $"--chdir={Environment.CurrentDirectory}",

        // A task that is queued again goes on in its log. Slurm replaces %a by the shard.
        "--open-mode=append",
        $"--output={Path.Combine(folder.Replace("%", "%%", StringComparison.Ordinal), "shard-%a.log")}",
        string.Create(CultureInfo.InvariantCulture, $"--cpus-per-task={Jobs}"),
        .. Time is null ? Array.Empty<string>() : [$"--time={Time}"],
        .. MemoryBytes is { } bytes ? [string.Create(CultureInfo.InvariantCulture, $"--mem={(bytes + Mebibyte - 1) / Mebibyte}M")]
            : Array.Empty<string>(),
        .. Partition is null ? Array.Empty<string>() : [$"--partition={Partition}"],
        script,
    ];

    /// <summary>Numbers as Slurm writes them: <c>0-2,5,7-8</c>.</summary>
    /// <param name="numbers">The numbers, rising.</param>
    internal static string Ranges(IReadOnlyList<int> numbers)
    {
        var runs = numbers.Index().GroupBy(number => number.Item - number.Index, number => number.Item);
        return string.Join(',', runs.Select(run => Range(run.First(), run.Last())));
    }

    private static string Range(int first, int last) =>
        first == last ? first.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{first}-{last}");
}
