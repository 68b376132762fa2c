namespace FrameworkBench.Trials.Combining;

/// <summary>
/// The mean of fits that each leave out one fold of the training rows (Breiman 1996, with the folds of cross-validation in place of
/// bootstrap samples). Every training row is thus also predicted by a fit that did not see it.
/// </summary>
/// <param name="parts">The fits, one a fold.</param>
public sealed class Bag(IReadOnlyList<PlannedTrial> parts) : ICombination
{
    /// <inheritdoc/>
    public IReadOnlyList<PlannedTrial> Members { get; } = parts;

    /// <inheritdoc/>
    public Outcome Combine(PlannedTrial whole, IReadOnlyList<Outcome> outcomes)
    {
        ArgumentNullException.ThrowIfNull(whole);
        ArgumentNullException.ThrowIfNull(outcomes);
        if (CombinedOutcome.Failure(outcomes, part => $"part {part + 1} of {Members.Count}") is { } failure)
            return failure;

        int columns = outcomes[0].Predictions!.Columns;
        PredictionLayout layout = whole.Input.Layout;
        int[] trainRows = whole.Input.Split.TrainRows;
        var places = trainRows.Index().ToDictionary(row => row.Item, row => row.Index);
        double[] sum = new double[layout.Rows * columns], outOfFold = new double[trainRows.Length * columns];
        double predictSeconds = 0;
        foreach ((PlannedTrial part, Outcome outcome) in Members.Zip(outcomes))
        {
            double[] predicted = outcome.Predictions!.Values;
            int[] rows = RowsOf(part.Input, layout, places);
            for (int row = 0; row < rows.Length; row++)
            {
                for (int column = 0; rows[row] >= 0 && column < columns; column++)
                    sum[(rows[row] * columns) + column] += predicted[(row * columns) + column];
            }

            foreach ((int row, int leftOut) in part.Input.LeftOut.Index())
            {
                predicted.AsSpan((layout.TestRows + row) * columns, columns)
                    .CopyTo(outOfFold.AsSpan(places[leftOut] * columns, columns));
            }

            // A part predicts other rows than the whole does.
            predictSeconds += outcome.PredictSeconds * layout.Rows / part.Input.Layout.Rows;
        }

        return CombinedOutcome.Costs(outcomes) with
        {
            Predictions = new Predictions(layout.Rows, columns, Array.ConvertAll(sum, value => value / Members.Count)),
            OutOfFold = new Predictions(trainRows.Length, columns, outOfFold),
            PredictSeconds = predictSeconds,
        };
    }

    // Which row of the whole each predicted row of a part is, −1 for none: a part learns from fewer rows, and predicts the others too.
    private static int[] RowsOf(TrialInput part, PredictionLayout whole, Dictionary<int, int> places)
    {
        PredictionLayout own = part.Layout;
        IEnumerable<int> test = Enumerable.Range(0, whole.TestRows);
        IEnumerable<int> training = (own.TrainingRows > 0 ? part.LeftOut.Concat(part.Split.TrainRows) : part.LeftOut)
            .Select(row => whole.TrainingRows > 0 ? whole.TestRows + places[row] : -1);
        IEnumerable<int> probes = Enumerable.Range(whole.TableRows, whole.PlaneRows + whole.PermutedRows);
        return [.. test, .. training, .. probes];
    }
}
