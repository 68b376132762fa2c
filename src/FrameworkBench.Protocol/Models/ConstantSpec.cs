using System.Text.Json.Serialization;

namespace FrameworkBench.Protocol.Models;

/// <summary>Predicts the class shares, or the mean target, of the training rows: the least a model must beat.</summary>
public sealed record ConstantSpec : ModelSpec
{
    /// <summary>The kind's word.</summary>
    public const string KindName = "constant";

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Kind => KindName;
}
