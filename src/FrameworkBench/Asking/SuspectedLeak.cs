using FrameworkBench.Statistics;

namespace FrameworkBench.Asking;

/// <summary>
/// A column that may give the target away: alone it predicts as well as all columns together, or almost all importance is its own.
/// </summary>
/// <param name="Column">The column's name.</param>
/// <param name="Share">Its share of the importance of all columns.</param>
/// <param name="Alone">What a tree scores that sees nothing else.</param>
/// <param name="Best">What the best model scores that sees all.</param>
/// <param name="IsNear">Whether the two scores may be equal.</param>
public sealed record SuspectedLeak(string Column, double Share, double Alone, double Best, bool IsNear)
{
    /// <summary>What guessing scores.</summary>
    public double Floor { get; init; }

    private const int MostTried = 3;
    private const double LeastShare = 0.05;
    private const double MostOfAll = 0.9;

    // A column that alone lifts the score by less gives nothing away.
    private const double LeastLift = 0.3;

    // Wider intervals than this are of tables too small to tell.
    private const double MostBehind = 0.03;

    /// <summary>Whether it alone predicts about as well as another leak does.</summary>
    public bool GivesAsMuchAwayAs(SuspectedLeak other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Alone >= other.Alone - MostBehind;
    }

    /// <summary>The columns worth a look: the heaviest ones.</summary>
    public static IReadOnlyList<ColumnWeight> Candidates(IReadOnlyList<ColumnWeight> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return weights.Count < 2 ? []
            : [.. weights.Where((column, place) => (place < MostTried && column.Share > LeastShare) || IsAlmostAll(column))];
    }

    /// <summary>Judges a column; null where it gives nothing away.</summary>
    /// <param name="column">The column.</param>
    /// <param name="alone">Scores of a tree that sees only the column, on the splits of the first repeat.</param>
    /// <param name="models">Scores of the models that see all columns.</param>
    public static SuspectedLeak? Of(ColumnWeight column, ModelScores alone, IReadOnlyList<ModelScores> models)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(alone);
        ArgumentNullException.ThrowIfNull(models);
        int[] splits = [.. alone.SplitsOf(0)];
        ModelScores best = models.MaxBy(model => model.Mean(splits))!;
        double floor = models.FirstOrDefault(model => model.Name == AskedModels.Constant)?.Mean(splits) ?? 0;
        MeanDifference behind = CorrectedResampledTTest.Of(
            [.. splits.Select(split => best.Scores[split])], [.. splits.Select(split => alone.Scores[split])], alone.TestTrainRatio);
        bool isNear = behind.Interval.Low <= 0 && behind.Difference <= MostBehind;
        return alone.Mean(splits) - floor >= LeastLift * (1 - floor) && (isNear || IsAlmostAll(column))
            ? new SuspectedLeak(column.Column, Math.Max(column.Share, column.OwnShare), alone.Mean(splits), best.Mean(splits), isNear)
            {
                Floor = floor,
            }
            : null;
    }

    private static bool IsAlmostAll(ColumnWeight column) => column.Share > MostOfAll || column.OwnShare > MostOfAll;
}
