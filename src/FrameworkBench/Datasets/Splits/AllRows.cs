using System.Text.Json.Serialization;

namespace FrameworkBench.Datasets.Splits;

/// <summary>Trains and tests on every row, in the order of the file: for truth tables, which have no other rows.</summary>
public sealed record AllRows : SplitPlan
{
    /// <summary>Whether the folds of a bag have the classes in the shares of the table.</summary>
    public bool Stratified { get; init; }

    /// <summary>Whether the model is judged by these rows. One that is only kept may have rows of one group on both sides.</summary>
    /// <remarks>No experiment can say it, so it is no part of what is frozen.</remarks>
    [JsonIgnore]
    public bool IsJudged { get; init; } = true;

    /// <inheritdoc/>
    public override int Count => 1;

    internal override IEnumerable<(int[] Train, int[] Test)> Divide(Dataset dataset, RowUnits units)
    {
        int[] rows = [.. Enumerable.Range(0, dataset.Rows)];
        return [(rows, rows)];
    }
}
