namespace FrameworkBench.Verification;

/// <summary>Where a trial stands in its experiment, as its row says it.</summary>
/// <param name="Dataset">The data set.</param>
/// <param name="Model">The model's name.</param>
/// <param name="Engine">The engine.</param>
/// <param name="Split">The split's number.</param>
/// <param name="Seed">The seed.</param>
internal sealed record TrialPlace(string Dataset, string Model, string Engine, string Split, string Seed)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Dataset}/{Model} by {Engine}, split {Split}, seed {Seed}";
}
