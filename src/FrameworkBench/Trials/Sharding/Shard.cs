using System.Globalization;

namespace FrameworkBench.Trials.Sharding;

/// <summary>One of the shares into which the trials of a plan are divided, so that several machines can run it.</summary>
/// <param name="Index">Which one, from 0.</param>
/// <param name="Count">How many there are; at least 1.</param>
public readonly record struct Shard(int Index, int Count)
{
    /// <summary>The most shares of a plan.</summary>
    public const int MostShards = 100_000;

    /// <summary>What a shard must be, to complete "must be …".</summary>
    public const string Said = "I/N with I from 0 to N − 1, such as 0/8 for the first of eight shards";

    /// <summary>Reads a shard as it is typed: <c>0/8</c> to <c>7/8</c>.</summary>
    /// <returns>The shard; null when it is none.</returns>
    public static Shard? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('/') is [var index, var count] && Number(index) is { } place && Number(count) is { } all
            && all <= MostShards && place < all
            ? new Shard(place, all) : null;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Index}/{Count}");

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
