namespace FrameworkBench.Trials;

/// <summary>
/// Which rows of a prediction matrix are whose: the test rows, the training rows that a fit of a bag leaves out, the training rows if they
/// are predicted, the cells of the plane, and the test rows with a permuted column.
/// </summary>
/// <param name="TestRows">Rows of the table that test.</param>
/// <param name="TrainingRows">Rows of the table that train; 0 when they are not predicted.</param>
/// <param name="PlaneRows">Cells of <see cref="InputPlane"/>.</param>
/// <param name="PermutedRows">Test rows with a permuted column, of all columns and permutations.</param>
public readonly record struct PredictionLayout(int TestRows, int TrainingRows, int PlaneRows, int PermutedRows)
{
    /// <summary>Training rows that a fit of a bag leaves out; 0 for any other fit.</summary>
    public int LeftOutRows { get; init; }

    /// <summary>All rows.</summary>
    public int Rows => TestRows + LeftOutRows + TrainingRows + PlaneRows + PermutedRows;

    /// <summary>Rows before those of the plane and those with a permuted column.</summary>
    internal int TableRows => TestRows + LeftOutRows + TrainingRows;

    /// <summary>Predictions of the test rows.</summary>
    public Predictions Test(Predictions all) => Part(all, 0, TestRows);

    /// <summary>Predictions of the training rows; null when there are none.</summary>
    public Predictions? Training(Predictions all) => TrainingRows == 0 ? null : Part(all, TestRows + LeftOutRows, TrainingRows);

    /// <summary>Predictions of the plane's cells; null when there are none.</summary>
    public Predictions? Plane(Predictions all) => PlaneRows == 0 ? null : Part(all, TableRows, PlaneRows);

    /// <summary>Predictions of the test rows with a permuted column; null when there are none.</summary>
    public Predictions? Permuted(Predictions all) => PermutedRows == 0 ? null : Part(all, TableRows + PlaneRows, PermutedRows);

    private static Predictions Part(Predictions all, int start, int count)
    {
        ArgumentNullException.ThrowIfNull(all);
        return all.Slice(start, count);
    }
}
