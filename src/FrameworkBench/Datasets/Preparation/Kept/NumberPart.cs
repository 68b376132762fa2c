namespace FrameworkBench.Datasets.Preparation.Kept;

/// <summary>(x − offset) / scale.</summary>
/// <param name="Input">The number of the input among the row's cells.</param>
/// <param name="Fill">What stands for a missing value; NaN where it stays missing.</param>
/// <param name="Offset">What is subtracted.</param>
/// <param name="Scale">What it is then divided by; infinite where everything becomes 0.</param>
public sealed record NumberPart(int Input, double Fill, double Offset, double Scale) : KeptPart(Input)
{
    /// <inheritdoc/>
    public override void Write(double cell, Span<double> into) => into[0] = ((double.IsNaN(cell) ? Fill : cell) - Offset) / Scale;

    /// <inheritdoc/>
    public override string? Problem(int categories) =>
        base.Problem(categories) ?? (double.IsFinite(Offset) && !double.IsInfinity(Fill) && Scale > 0 ? null
            : FormattableString.Invariant($"input {Input} has the offset {Offset}, the scale {Scale} and the fill {Fill}"));
}
