namespace FrameworkBench.Protocol.FittedModels.Steps;

/// <summary>The probabilities 1 − p and p of two classes, from the second one's.</summary>
public sealed record TwoClassesStep : Step
{
    /// <inheritdoc/>
    public override int OutputsOf(int inputs)
    {
        Require(inputs == 1, $"two_classes takes one column, not {inputs}");
        return 2;
    }

    /// <inheritdoc/>
    public override Rows Apply(Rows rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return new Rows(rows.Count, 2, [.. rows.Values.SelectMany(p => (double[])[1 - p, p])]);
    }
}
