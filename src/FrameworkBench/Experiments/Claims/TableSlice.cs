namespace FrameworkBench.Experiments.Claims;

/// <summary>The tables of an experiment that a claim is about. Only what is given restricts.</summary>
public sealed record TableSlice
{
    /// <summary>The fewest rows of a table, training and test rows together.</summary>
    public int? RowsFrom { get; init; }

    /// <summary>The number of rows that a table stays below.</summary>
    public int? RowsBelow { get; init; }

    /// <summary>What the inputs are.</summary>
    public TableColumns? Columns { get; init; }

    /// <summary>Whether a straight line comes close to the best model.</summary>
    public bool? Smooth { get; init; }

    /// <summary>What the target is.</summary>
    public TableTask? Task { get; init; }

    /// <summary>Whether no table can lie in both slices.</summary>
    public bool IsApartFrom(TableSlice other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (RowsBelow ?? int.MaxValue) <= (other.RowsFrom ?? 0)
            || (other.RowsBelow ?? int.MaxValue) <= (RowsFrom ?? 0)
            || Differ(Columns, other.Columns)
            || Differ(Smooth, other.Smooth)
            || Differ(Task, other.Task);
    }

    private static bool Differ<T>(T? one, T? other)
        where T : struct => one is { } first && other is { } second && !first.Equals(second);
}
