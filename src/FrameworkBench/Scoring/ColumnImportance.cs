namespace FrameworkBench.Scoring;

/// <summary>
/// How much a model relies on one input column: by how much its score falls when the column's values are permuted among the test rows.
/// </summary>
/// <param name="Column">The column's name.</param>
/// <param name="Falls">Score as it is minus score with the column permuted, one a repeat; negative where the permuted rows score
/// better.</param>
public sealed record ColumnImportance(string Column, IReadOnlyList<double> Falls)
{
    /// <summary>The mean over the repeats.</summary>
    public double Mean { get; } = Falls.Average();
}
