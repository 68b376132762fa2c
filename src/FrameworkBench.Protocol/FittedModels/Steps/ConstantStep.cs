using FrameworkBench.Protocol.Arrays;

namespace FrameworkBench.Protocol.FittedModels.Steps;

/// <summary>The same numbers for every row.</summary>
/// <param name="Values">One an output.</param>
public sealed record ConstantStep(NpyArray Values) : Step
{
    /// <inheritdoc/>
    public override int OutputsOf(int inputs)
    {
        RequireFinite(Values, "values", Values.Rows);
        return Values.Rows;
    }

    /// <inheritdoc/>
    public override Rows Apply(Rows rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        double[] values = Values.ToDoubles();
        return rows.Blank(values.Length).Map((_, column) => values[column]);
    }
}
