using System.Text.Json.Serialization;
using FrameworkBench.Protocol.Arrays;

namespace FrameworkBench.Protocol.FittedModels.Steps;

/// <summary>The cosines of an <see cref="EmbedStep"/>.</summary>
/// <param name="Frequencies">w: numbers × width.</param>
/// <param name="Phases">φ: numbers × width.</param>
/// <param name="Weights">V: (numbers · combinations) × width, all combinations of a number one after another.</param>
/// <param name="Constants">c: numbers × combinations.</param>
public sealed record CosineTables(NpyArray Frequencies, NpyArray Phases, NpyArray Weights, NpyArray Constants)
{
    /// <summary>Cosines of a number.</summary>
    [JsonIgnore]
    public int Width => Frequencies.Columns;

    /// <summary>Linear combinations of them.</summary>
    [JsonIgnore]
    public int Combinations => Constants.Columns;
}
