namespace FrameworkBench.Protocol.FittedModels.Steps;

/// <summary>Holds each number in a range.</summary>
/// <param name="Lowest">The lower end.</param>
/// <param name="Highest">The upper end.</param>
public sealed record ClampStep(double Lowest, double Highest) : Step
{
    /// <inheritdoc/>
    public override int OutputsOf(int inputs)
    {
        Require(double.IsFinite(Lowest) && double.IsFinite(Highest) && Lowest <= Highest, $"{Lowest} to {Highest} is no range");
        return inputs;
    }

    /// <inheritdoc/>
    public override Rows Apply(Rows rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return rows.Map((x, _) => Math.Clamp(x, Lowest, Highest));
    }
}
