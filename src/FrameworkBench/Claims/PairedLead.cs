using FrameworkBench.Statistics;

namespace FrameworkBench.Claims;

/// <summary>How far one model leads another over trials of the same splits and seeds.</summary>
/// <param name="Lead">The mean lead, positive when the first is better, as <see cref="MeanOverSplits"/> estimates it.</param>
/// <param name="Pairs">The pairs of which both trials have the figure, at least one.</param>
/// <param name="Incomplete">Trials of the first that are in no such pair.</param>
/// <param name="ModelMean">Mean figure of the first over the pairs, each split counting alike.</param>
/// <param name="AgainstMean">Mean figure of the second, likewise.</param>
public sealed record PairedLead(MeanDifference Lead, int Pairs, int Incomplete, double ModelMean, double AgainstMean)
{
    /// <summary>Pairs the trials of two models by split and seed.</summary>
    /// <param name="model">The trials of the first.</param>
    /// <param name="against">The trials of the second, one of a split and seed.</param>
    /// <param name="higherIsBetter">Whether a larger figure is the better one.</param>
    /// <param name="testTrainRatio">Test rows / training rows of a split.</param>
    /// <param name="confidence">The confidence of the interval.</param>
    /// <returns>The lead; null without a complete pair.</returns>
    public static PairedLead? Of(IReadOnlyList<Observation> model, IReadOnlyList<Observation> against, bool higherIsBetter, double testTrainRatio, double confidence)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(against);
        var others = against.ToDictionary(trial => (trial.Split, trial.Seed), trial => trial.Figure);
        var pairs = (from trial in model
                     let other = others.GetValueOrDefault((trial.Split, trial.Seed))
                     where trial.Figure is not null && other is not null
                     select (trial.Split, Own: trial.Figure!.Value, Other: other!.Value)).ToList();
        if (pairs.Count == 0)
            return null;

        MeanDifference lead = Mean(pair => higherIsBetter ? pair.Own - pair.Other : pair.Other - pair.Own);
        return new PairedLead(lead, pairs.Count, model.Count - pairs.Count, Mean(pair => pair.Own).Difference, Mean(pair => pair.Other).Difference);

        MeanDifference Mean(Func<(int Split, double Own, double Other), double> read) =>
            MeanOverSplits.Of(pairs.Select(pair => (pair.Split, read(pair))), testTrainRatio, confidence);
    }
}
