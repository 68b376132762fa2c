using FrameworkBench.Statistics;

namespace FrameworkBench.Claims;

/// <summary>How far one model leads another over trials of the same splits and seeds, by one engine or as the mean of several.</summary>
/// <param name="Lead">The mean lead, positive when the first is better, as <see cref="MeanOverSplits"/> estimates it.</param>
/// <param name="Pairs">The splits and seeds on which both trials have the figure, by every engine; at least one.</param>
/// <param name="Splits">The splits that they lie on.</param>
/// <param name="Engines">The engines that ran them.</param>
/// <param name="Incomplete">Trials of the first that are in no such pair.</param>
/// <param name="ModelMean">Mean figure of the first over the pairs, each split counting alike.</param>
/// <param name="AgainstMean">Mean figure of the second, likewise.</param>
public sealed record PairedLead(
    MeanDifference Lead, int Pairs, int Splits, int Engines, int Incomplete, double ModelMean, double AgainstMean)
{
    /// <summary>
    /// Pairs the trials of two models by engine, split and seed, and averages over the engines as <see cref="EngineCells{T}"/> does.
    /// </summary>
    /// <param name="model">The trials of the first.</param>
    /// <param name="against">The trials of the second, one of an engine, split and seed.</param>
    /// <param name="higherIsBetter">Whether a larger figure is the better one.</param>
    /// <param name="testTrainRatio">Test rows / training rows of a split.</param>
    /// <param name="confidence">The confidence of the interval.</param>
    /// <returns>The lead; null without a complete pair.</returns>
    public static PairedLead? Of(
        IReadOnlyList<Observation> model, IReadOnlyList<Observation> against, bool higherIsBetter, double testTrainRatio, double confidence)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(against);
        var others = against.ToDictionary(trial => (trial.Engine, trial.Split, trial.Seed), trial => trial.Figure);
        List<Pair> pairs =
        [
            .. from trial in model
               let other = others.GetValueOrDefault((trial.Engine, trial.Split, trial.Seed))
               where trial.Figure is not null && other is not null
               select new Pair(trial, trial.Figure!.Value, other!.Value),
        ];
        var cells = EngineCells<Pair>.Of(pairs, pair => (pair.Trial.Engine, pair.Trial.Split, pair.Trial.Seed));
        if (cells.Cells.Count == 0)
            return null;

        MeanDifference lead = Mean(pair => higherIsBetter ? pair.Own - pair.Other : pair.Other - pair.Own);
        int incomplete = model.Count - (cells.Cells.Count * cells.Engines);
        return new PairedLead(
            lead, cells.Cells.Count, cells.Splits, cells.Engines, incomplete, Mean(pair => pair.Own).Difference,
            Mean(pair => pair.Other).Difference);

        MeanDifference Mean(Func<Pair, double> read) => MeanOverSplits.Of(cells.Means(read), testTrainRatio, confidence);
    }

    private readonly record struct Pair(Observation Trial, double Own, double Other);
}
