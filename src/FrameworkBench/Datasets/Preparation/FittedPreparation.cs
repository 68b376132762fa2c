using FrameworkBench.Datasets.Preparation.Kept;
using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Datasets.Preparation;

/// <summary>A plan fitted on the training rows of one split: turns rows of the data set into the numbers that an engine gets.</summary>
public sealed class FittedPreparation
{
    private readonly Dataset dataset;
    private readonly List<(int Source, ColumnPreparation Column)> columns;

    private FittedPreparation(Dataset dataset, List<(int Source, ColumnPreparation Column)> columns, LinearScaling target)
    {
        this.dataset = dataset;
        this.columns = columns;
        TargetOffset = target.Offset;
        TargetScale = target.Scale;
        Columns = [.. columns.SelectMany(column => column.Column.Outputs)];
        Sources = [.. columns.SelectMany(column => Enumerable.Repeat(column.Source, column.Column.Outputs.Count))];
    }

    /// <summary>
    /// The resulting columns in their order: the inputs in the order of the data set, one-hot columns in place of a category, indicators
    /// last.
    /// </summary>
    public IReadOnlyList<FeatureColumn> Columns { get; }

    /// <summary>Of each resulting column, the number of the data set's column that it was made of.</summary>
    public IReadOnlyList<int> Sources { get; }

    /// <summary>What was subtracted from the target; 0 unless it was standardised.</summary>
    public double TargetOffset { get; }

    /// <summary>What the target was then divided by; 1 unless it was standardised.</summary>
    public double TargetScale { get; }

    internal static FittedPreparation Fit(Dataset dataset, ReadOnlySpan<int> trainRows, PreparationPlan plan)
    {
        var prepared = new List<(int, ColumnPreparation)>();
        var indicators = new List<(int, ColumnPreparation)>();
        double[] values = new double[trainRows.Length];
        for (int source = 0; source < dataset.Columns.Count; source++)
        {
            for (int i = 0; i < values.Length; i++)
                values[i] = dataset.Features[trainRows[i], source];
            double[] present = Array.FindAll(values, value => !double.IsNaN(value));
            DatasetColumn column = dataset.Columns[source];
            prepared.Add((source, column.Kind == ColumnKind.Numeric
                ? NumericPreparation.Fit(column, present, values.Length, plan)
                : Scaled(CategoryPreparation.Fit(column, present, plan))));
            if (plan.Indicator && present.Length < values.Length)
                indicators.Add((source, Scaled(new MissingPreparation(column))));
        }

        ColumnPreparation Scaled(ColumnPreparation column) =>
            plan.Inputs == InputScaling.Robust ? ScaledPreparation.Fit(column, values) : column;

        prepared.AddRange(indicators);
        LinearScaling target = plan.Target == TargetScaling.Standardize && dataset.Task == TaskKind.Regression
            ? LinearScaling.Standardize(Select(dataset.Values, trainRows))
            : LinearScaling.Identity;
        return new FittedPreparation(dataset, prepared, target);
    }

    /// <summary>Inputs of some rows, in the given order: rows × <see cref="Columns"/>.</summary>
    public FeatureMatrix Transform(ReadOnlySpan<int> rows) => Transform(dataset.Features.Select(rows));

    /// <summary>Inputs of rows that need not be in the table: rows × <see cref="Columns"/>.</summary>
    /// <param name="rows">Rows × columns of the table, in its own units; a categorical cell holds the index of its category, NaN is
    /// missing.</param>
    public FeatureMatrix Transform(FeatureMatrix rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        int width = Columns.Count;
        double[] output = new double[rows.Rows * width];
        int start = 0;
        foreach ((int source, ColumnPreparation column) in columns)
        {
            int outputs = column.Outputs.Count;
            for (int row = 0; row < rows.Rows; row++)
                column.Write(rows[row, source], output.AsSpan((row * width) + start, outputs));
            start += outputs;
        }

        return new FeatureMatrix(rows.Rows, width, output);
    }

    /// <summary>What is needed to prepare rows without the table.</summary>
    /// <exception cref="NotSupportedException">The plan scales by quantiles, which cannot be kept.</exception>
    public KeptPreparation Keep() =>
        new([.. columns.Select(column => column.Column.Keep(column.Source, dataset.Columns[column.Source]))]);

    /// <summary>The value of a cell that an output column stands for; null where there is no single one, as for a category.</summary>
    /// <param name="output">The column among <see cref="Columns"/>.</param>
    /// <param name="value">The prepared value.</param>
    public double? Inverse(int output, double value)
    {
        foreach ((_, ColumnPreparation column) in columns)
        {
            if (output < column.Outputs.Count)
                return column.Inverse(value);
            output -= column.Outputs.Count;
        }

        throw new ArgumentOutOfRangeException(nameof(output), output, $"There are {Columns.Count} columns.");
    }

    /// <summary>Class indices of some rows. Empty unless classes are predicted.</summary>
    public int[] Labels(ReadOnlySpan<int> rows) => dataset.IsClassification ? Select(dataset.Labels, rows) : [];

    /// <summary>Target values of some rows, scaled by the plan. Empty unless values are predicted.</summary>
    public double[] Targets(ReadOnlySpan<int> rows)
    {
        if (dataset.Task != TaskKind.Regression)
            return [];
        double[] targets = Select(dataset.Values, rows);
        for (int i = 0; i < targets.Length; i++)
            targets[i] = (targets[i] - TargetOffset) / TargetScale;
        return targets;
    }

    /// <summary>Scales predicted values back to the target's own unit.</summary>
    public double[] InverseTargets(ReadOnlySpan<double> predicted)
    {
        double[] values = new double[predicted.Length];
        for (int i = 0; i < values.Length; i++)
            values[i] = (predicted[i] * TargetScale) + TargetOffset;
        return values;
    }

    private static T[] Select<T>(T[] values, ReadOnlySpan<int> rows)
    {
        var selected = new T[rows.Length];
        for (int i = 0; i < selected.Length; i++)
            selected[i] = values[rows[i]];
        return selected;
    }
}
