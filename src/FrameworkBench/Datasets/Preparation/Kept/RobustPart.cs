namespace FrameworkBench.Datasets.Preparation.Kept;

/// <summary>z = factor·(x − median), then z / √(1 + (z/3)²), as <see cref="InputScaling.Robust"/>.</summary>
/// <param name="Input">The number of the input among the row's cells.</param>
/// <param name="Fill">What stands for a missing value.</param>
/// <param name="Median">What is subtracted.</param>
/// <param name="Factor">What it is then multiplied by.</param>
public sealed record RobustPart(int Input, double Fill, double Median, double Factor) : KeptPart(Input)
{
    /// <inheritdoc/>
    public override void Write(double cell, Span<double> into) =>
        into[0] = new RobustScaling(Median, Factor).Apply(double.IsNaN(cell) ? Fill : cell);

    /// <inheritdoc/>
    public override string? Problem(int categories) =>
        base.Problem(categories) ?? (double.IsFinite(Median) && double.IsFinite(Factor) && !double.IsInfinity(Fill) ? null
            : FormattableString.Invariant($"input {Input} has the median {Median}, the factor {Factor} and the fill {Fill}"));
}
