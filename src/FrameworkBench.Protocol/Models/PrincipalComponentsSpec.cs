using System.Text.Json.Serialization;

namespace FrameworkBench.Protocol.Models;

/// <summary>Principal components: the best linear code of a width, to reconstruct the inputs from.</summary>
public sealed record PrincipalComponentsSpec : ModelSpec
{
    /// <summary>The kind's word.</summary>
    public const string KindName = "principal_components";

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Kind => KindName;

    /// <summary>How many components are kept: the width of the code.</summary>
    public required int Components { get; init; }
}
