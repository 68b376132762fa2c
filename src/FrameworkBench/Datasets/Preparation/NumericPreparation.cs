using FrameworkBench.Datasets.Preparation.Kept;
using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Datasets.Preparation;

/// <summary>Fills and scales a numeric input.</summary>
internal sealed class NumericPreparation : ColumnPreparation
{
    private readonly double fill;
    private readonly IScaling scaling;

    private NumericPreparation(string name, double fill, IScaling scaling)
        : base([new FeatureColumn(name)])
    {
        this.fill = fill;
        this.scaling = scaling;
    }

    /// <summary>
    /// Learns from the training values that are present. The scale is learnt after filling, as a pipeline of scikit-learn would.
    /// </summary>
    /// <param name="column">The input.</param>
    /// <param name="present">Training values without the missing ones.</param>
    /// <param name="rows">Number of training rows.</param>
    /// <param name="plan">What to do.</param>
    public static NumericPreparation Fit(DatasetColumn column, double[] present, int rows, PreparationPlan plan)
    {
        double filling = plan.Missing switch
        {
            MissingTreatment.Keep => double.NaN,
            // A column without any value carries no information: a constant.
            _ when present.Length == 0 => 0,
            MissingTreatment.ImputeMean => present.Average(),
            _ => NumpyQuantile.Of([.. present.Order()], 0.5),
        };
        double[] values = present;
        if (!double.IsNaN(filling) && present.Length < rows)
            values = [.. present, .. Enumerable.Repeat(filling, rows - present.Length)];
        IScaling fitted = plan.Inputs switch
        {
            InputScaling.Raw => LinearScaling.Identity,
            // Training rows that all agree give no measure for a row that does not; unlike in scikit-learn it becomes 0
            // too, for a model has learnt nothing that would keep its distance in bounds.
            _ when Array.TrueForAll(values, value => value == values[0]) => LinearScaling.Constant(values[0]),
            InputScaling.Standardize => LinearScaling.Standardize(values),
            InputScaling.MinMax => LinearScaling.MinMax(values),
            InputScaling.Robust => RobustScaling.Fit(values),
            _ => QuantileScaling.Fit(values, rows),
        };
        return new NumericPreparation(column.Name, filling, fitted);
    }

    public override void Write(double cell, Span<double> into)
    {
        double value = double.IsNaN(cell) ? fill : cell;
        into[0] = double.IsNaN(value) ? double.NaN : scaling.Apply(value);
    }

    public override KeptPart Keep(int input, DatasetColumn column) => scaling switch
    {
        LinearScaling linear => new NumberPart(input, fill, linear.Offset, linear.Scale),
        RobustScaling robust => new RobustPart(input, fill, robust.Median, robust.Factor),
        _ => throw new NotSupportedException("A scaling by quantiles cannot be kept."),
    };

    public override double? Inverse(double value) => (scaling as LinearScaling)?.Inverse(value);
}
