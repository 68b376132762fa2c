using FrameworkBench.Scoring;

namespace FrameworkBench.Asking;

/// <summary>How much boosted trees rely on a column of the file.</summary>
/// <param name="Column">The column's name.</param>
/// <param name="Share">Its share of the importance of all columns, by permutation.</param>
/// <param name="OwnShare">The same by the model's own word; 0 where it has none.</param>
/// <param name="Inputs">The inputs that it gives: one, or several of a date.</param>
public sealed record ColumnWeight(string Column, double Share, double OwnShare, IReadOnlyList<int> Inputs)
{
    /// <summary>Weighs the columns of a table, the heaviest first; none where no trial tells.</summary>
    /// <param name="trials">Trials that tell how much they rely on each input.</param>
    /// <param name="sources">The file's column of each input.</param>
    public static IReadOnlyList<ColumnWeight> Of(IReadOnlyList<TrialResult> trials, IReadOnlyList<string> sources)
    {
        ArgumentNullException.ThrowIfNull(trials);
        ArgumentNullException.ThrowIfNull(sources);
        IReadOnlyList<ColumnImportance>[] reported =
            [.. trials.Select(trial => trial.Importance).OfType<IReadOnlyList<ColumnImportance>>()];
        IReadOnlyList<double>[] own = [.. trials.Select(trial => trial.OwnImportance).OfType<IReadOnlyList<double>>()];
        if (reported.Length == 0)
            return [];
        double[] falls = [.. sources.Select((_, input) => Math.Max(0, reported.Average(columns => columns[input].Mean)))];
        double all = falls.Sum();
        return
        [
            .. sources.Index().GroupBy(input => input.Item, input => input.Index)
                .Select(column => new ColumnWeight(
                    column.Key, all > 0 ? column.Sum(input => falls[input]) / all : 0,
                    own.Length > 0 ? column.Sum(input => own.Average(shares => shares[input])) : 0, [.. column]))
                .OrderByDescending(column => column.Share).ThenByDescending(column => column.OwnShare),
        ];
    }
}
