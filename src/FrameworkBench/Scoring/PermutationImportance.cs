using FrameworkBench.Datasets;
using FrameworkBench.Trials;

namespace FrameworkBench.Scoring;

/// <summary>
/// Permutation importance (Breiman 2001) with scikit-learn's definition: the fall of accuracy, or of R², on the test rows.
/// </summary>
public static class PermutationImportance
{
    /// <summary>The importance of each input column of the table, in its order; one-hot columns of a category count together.</summary>
    /// <param name="input">The rows.</param>
    /// <param name="test">Predictions of the test rows.</param>
    /// <param name="permuted">Predictions of the rows of <see cref="PermutedColumns"/>.</param>
    /// <returns>Null where the score is not defined, such as R² of a constant target's single row.</returns>
    public static IReadOnlyList<ColumnImportance>? Of(TrialInput input, Predictions test, Predictions permuted)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(test);
        ArgumentNullException.ThrowIfNull(permuted);
        int[] places = input.WeighedPlaces;
        Func<Predictions, double?> score = ScoreOn(input.Dataset, Array.ConvertAll(places, place => input.Split.TestRows[place]));
        if (score(test.Select(places)) is not double whole)
            return null;
        int repeats = input.Probes.Permutations;
        return
        [
            .. input.Dataset.Columns.Select((column, number) => new ColumnImportance(
                column.Name,
                [.. Enumerable.Range(number * repeats, repeats)
                    .Select(block => whole - score(permuted.Slice(block * places.Length, places.Length))!.Value)])),
        ];
    }

    /// <summary>
    /// The part of the importance of all columns that the most important ones have. Columns that only chance makes negative count as 0.
    /// </summary>
    /// <returns>0 to 1; null when no column has a positive importance.</returns>
    public static double? ShareOfMost(IReadOnlyList<ColumnImportance> columns, int count)
    {
        ArgumentNullException.ThrowIfNull(columns);
        double[] positive = [.. columns.Select(column => Math.Max(0, column.Mean)).OrderDescending()];
        double all = positive.Sum();
        return all > 0 ? positive.Take(count).Sum() / all : null;
    }

    private static Func<Predictions, double?> ScoreOn(Dataset dataset, int[] rows)
    {
        if (dataset.IsClassification)
        {
            int[] labels = Array.ConvertAll(rows, row => dataset.Labels[row]);
            return predictions => Scorer.Accuracy(labels, predictions.Values, predictions.Columns);
        }

        double[] values = Array.ConvertAll(rows, row => dataset.Values[row]);
        return predictions => Scorer.Regression(values, predictions.Values)["r2"];
    }
}
