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

    /// <summary>A table of two classes by turns whose rows belong to groups.</summary>
    public static Dataset OfGroups(int[] groups, double[]? input = null)
    {
        int[] labels = [.. groups.Select((_, row) => row % 2)];
        return (input is null ? OfLabels(labels) : OfLabels(labels, input)) with { GroupName = "farm", Groups = groups };
    }

    /// <summary>A table of two classes by turns whose rows are in order of time.</summary>
    public static Dataset OfTimes(int[] times)
    {
        int[] labels = [.. times.Select((_, row) => row % 2)];
        return OfLabels(labels) with { TimeName = "day", Times = times };
    }

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
