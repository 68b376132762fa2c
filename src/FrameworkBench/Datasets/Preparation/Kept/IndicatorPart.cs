namespace FrameworkBench.Datasets.Preparation.Kept;

/// <summary>Says whether a number is missing.</summary>
/// <param name="Input">The number of the input among the row's cells.</param>
/// <param name="Present">What is written where it is present.</param>
/// <param name="Missing">What is written where it is missing.</param>
public sealed record IndicatorPart(int Input, double Present, double Missing) : KeptPart(Input)
{
    /// <inheritdoc/>
    public override void Write(double cell, Span<double> into) => into[0] = double.IsNaN(cell) ? Missing : Present;

    /// <inheritdoc/>
    public override string? Problem(int categories) =>
        base.Problem(categories)
        ?? (double.IsFinite(Present) && double.IsFinite(Missing) ? null : $"input {Input} has no finite indicator");
}
