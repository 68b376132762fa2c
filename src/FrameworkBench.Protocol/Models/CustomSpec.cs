using System.Text.Json;
using System.Text.Json.Serialization;

namespace FrameworkBench.Protocol.Models;

/// <summary>
/// A model of an algorithm that the model specification does not know; for engines that list it in
/// <see cref="Messages.Capabilities.Algorithms"/>.
/// </summary>
public sealed record CustomSpec : ModelSpec
{
    /// <summary>The kind's word.</summary>
    public const string KindName = "custom";

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Kind => KindName;

    /// <summary>The algorithm's name, such as <c>nearest-centroid</c>.</summary>
    public required string Algorithm { get; init; }

    /// <summary>
    /// Its parameters by name, in ordinal order: finite numbers, flags, words, or lists of these. What is not given is the engine's
    /// default.
    /// </summary>
    public IReadOnlyDictionary<string, JsonElement> Parameters { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>Two models are equal when their algorithm and parameters are.</summary>
    public bool Equals(CustomSpec? other) =>
        other is not null && Algorithm == other.Algorithm && Parameters.Count == other.Parameters.Count
        && Parameters.All(own => other.Parameters.TryGetValue(own.Key, out JsonElement value) && JsonElement.DeepEquals(own.Value, value));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Algorithm, Parameters.Count);
}
