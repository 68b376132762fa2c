using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Engines.Conformance;

/// <summary>What a check's fit asks for besides model and data.</summary>
internal sealed record FitSettings
{
    public long Seed { get; init; } = 42;

    public Precision Precision { get; init; } = Precision.Float32;

    /// <summary>Whether validation rows are given (those that are predicted).</summary>
    public bool Validation { get; init; }

    /// <summary>Whether the model is asked to explain itself.</summary>
    public bool Explain { get; init; }

    /// <summary>Whether the engine returns the fitted model.</summary>
    public bool KeepsModel { get; init; }

    public IReadOnlyList<NpyArray>? InitialWeights { get; init; }

    public NpyArray? BatchOrder { get; init; }

    public IReadOnlyList<NpyArray>? DropoutMasks { get; init; }

    /// <summary>Whether the engine keeps its framework's own formulas although weights are given.</summary>
    public bool Native { get; init; }
}
