namespace FrameworkBench.Datasets.Preparation;

/// <summary>Scales each number that another preparation writes, as the training rows say.</summary>
internal sealed class ScaledPreparation : ColumnPreparation
{
    private readonly ColumnPreparation inner;
    private readonly RobustScaling[] scalings;

    private ScaledPreparation(ColumnPreparation inner, RobustScaling[] scalings)
        : base(inner.Outputs) => (this.inner, this.scalings) = (inner, scalings);

    /// <summary>Learns from the training rows' cells, missing ones included; columns of category codes stay as they are.</summary>
    public static ColumnPreparation Fit(ColumnPreparation inner, double[] cells)
    {
        int outputs = inner.Outputs.Count;
        if (inner.Outputs.Any(output => output.Categories > 0))
            return inner;
        double[][] written = new double[outputs][];
        for (int output = 0; output < outputs; output++)
            written[output] = new double[cells.Length];
        double[] row = new double[outputs];
        for (int i = 0; i < cells.Length; i++)
        {
            Array.Clear(row);
            inner.Write(cells[i], row);
            for (int output = 0; output < outputs; output++)
                written[output][i] = row[output];
        }

        return new ScaledPreparation(inner, Array.ConvertAll(written, RobustScaling.Fit));
    }

    public override void Write(double cell, Span<double> into)
    {
        inner.Write(cell, into);
        Scale(into);
    }

    public override void WriteUnseen(Span<double> into)
    {
        inner.WriteUnseen(into);
        Scale(into);
    }

    private void Scale(Span<double> into)
    {
        for (int output = 0; output < into.Length; output++)
            into[output] = scalings[output].Apply(into[output]);
    }
}
