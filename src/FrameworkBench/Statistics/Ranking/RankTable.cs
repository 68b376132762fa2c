namespace FrameworkBench.Statistics.Ranking;

/// <summary>The ranks of models on data sets; rank 1 is the best.</summary>
/// <param name="Ranks">Data sets × models.</param>
/// <param name="Average">The average rank of each model.</param>
/// <param name="DroppedDataSets">How many data sets were left out for a missing score.</param>
public sealed record RankTable(
    IReadOnlyList<IReadOnlyList<double>> Ranks, IReadOnlyList<double> Average, int DroppedDataSets)
{
    /// <summary>The number of models, k.</summary>
    public int Models => Average.Count;

    /// <summary>The number of ranked data sets, N.</summary>
    public int DataSets => Ranks.Count;

    /// <summary>Ranks the models on each data set; equal scores share the mean of their ranks.</summary>
    /// <param name="scores">Data sets × models, at least one data set and two models. NaN stands for a failure.</param>
    /// <param name="higherIsBetter">True for accuracy, false for a loss or a time.</param>
    /// <param name="missing">What to do with NaN.</param>
    /// <returns>The ranks and their averages.</returns>
    /// <exception cref="ArgumentException">A ragged table, nothing left to rank, fewer than two models, or a missing score that is
    /// refused.</exception>
    public static RankTable Of(
        IReadOnlyList<IReadOnlyList<double>> scores, bool higherIsBetter = true, MissingScores missing = MissingScores.Refuse)
    {
        ArgumentNullException.ThrowIfNull(scores);
        if (scores.Count == 0) throw new ArgumentException("There is no data set to rank.", nameof(scores));
        int models = scores[0].Count;
        if (models < 2) throw new ArgumentException($"Ranking needs at least two models, not {models}.", nameof(scores));
        var kept = new List<IReadOnlyList<double>>();
        for (int row = 0; row < scores.Count; row++)
        {
            if (scores[row].Count != models)
                throw new ArgumentException(
                    $"Data set {row + 1} has {scores[row].Count} scores, but the first has {models}.", nameof(scores));
            bool isComplete = !scores[row].Any(double.IsNaN);
            if (!isComplete && missing == MissingScores.Refuse)
                throw new ArgumentException($"Data set {row + 1} has a missing score; drop it or rank it last.", nameof(scores));
            if (isComplete || missing == MissingScores.RankLast)
                kept.Add(Row(scores[row], higherIsBetter));
        }

        if (kept.Count == 0) throw new ArgumentException("No data set has a score of every model.", nameof(scores));
        return new RankTable(
            kept, [.. Enumerable.Range(0, models).Select(model => kept.Average(row => row[model]))], scores.Count - kept.Count);
    }

    // A failure ranks behind every score, and failures share their ranks: the largest number stands for them.
    private static IReadOnlyList<double> Row(IReadOnlyList<double> scores, bool higherIsBetter) =>
        Ranking.Ranks.Of([.. scores.Select(score =>
            double.IsNaN(score) ? double.MaxValue : higherIsBetter ? -score : score)]);
}
