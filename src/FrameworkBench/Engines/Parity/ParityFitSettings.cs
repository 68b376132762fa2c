namespace FrameworkBench.Engines.Parity;

/// <summary>Where a fit starts and by which formulas it goes on.</summary>
internal sealed record ParityFitSettings
{
    /// <summary>Whether the engine keeps its framework's own formulas.</summary>
    public bool Native { get; init; }

    /// <summary>How often each training row is in the batch of a fit of one step.</summary>
    public int Copies { get; init; } = 1;

    /// <summary>Moves each weight by a rounding's worth, seeded by this; null leaves them.</summary>
    public int? Nudge { get; init; }
}
