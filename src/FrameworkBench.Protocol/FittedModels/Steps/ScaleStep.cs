using FrameworkBench.Protocol.Arrays;

namespace FrameworkBench.Protocol.FittedModels.Steps;

/// <summary>y = s ∘ x, or s ∘ x + t.</summary>
/// <param name="Factors">s: one a column.</param>
/// <param name="Shifts">t: one a column; null adds nothing.</param>
public sealed record ScaleStep(NpyArray Factors, NpyArray? Shifts = null) : Step
{
    /// <inheritdoc/>
    public override int OutputsOf(int inputs)
    {
        RequireFinite(Factors, "factors", inputs);
        if (Shifts is not null)
            RequireFinite(Shifts, "shifts", inputs);
        return inputs;
    }

    /// <inheritdoc/>
    public override Rows Apply(Rows rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        double[] factors = Factors.ToDoubles(), shifts = Shifts?.ToDoubles() ?? new double[factors.Length];
        return rows.Map((x, column) => (factors[column] * x) + shifts[column]);
    }
}
