using FrameworkBench.Datasets;
using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Tests.Datasets;

/// <summary>Small tables made in memory.</summary>
internal static class Tables
{
    /// <summary>A table whose one input is the row's number.</summary>
    public static Dataset OfLabels(int[] labels) => OfLabels(labels, [.. labels.Select((_, row) => (double)row)]);

    public static Dataset OfLabels(int[] labels, double[] input) => new()
    {
        Name = "table",
        Task = labels.Max() > 1 ? TaskKind.Multiclass : TaskKind.Binary,
        Columns = [DatasetColumn.Numeric("x")],
        Features = new FeatureMatrix(labels.Length, 1, input),
        TargetName = "y",
        ClassNames = [.. Enumerable.Range(0, Math.Max(2, labels.Max() + 1)).Select(label => $"c{label}")],
        Labels = labels,
        Checksum = "",
    };

    public static Dataset OfValues(double[] values) => new()
    {
        Name = "table",
        Task = TaskKind.Regression,
        Columns = [DatasetColumn.Numeric("x")],
        Features = new FeatureMatrix(values.Length, 1, [.. values.Select((_, row) => (double)row)]),
        TargetName = "y",
        Values = values,
        Checksum = "",
    };
}
