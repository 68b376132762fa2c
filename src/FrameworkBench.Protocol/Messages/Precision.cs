using System.Text.Json.Serialization;

namespace FrameworkBench.Protocol.Messages;

/// <summary>The float width an engine computes in.</summary>
public enum Precision
{
    /// <summary>32 bits.</summary>
    [JsonStringEnumMemberName("float32")]
    Float32,

    /// <summary>64 bits.</summary>
    [JsonStringEnumMemberName("float64")]
    Float64,
}
