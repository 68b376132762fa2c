namespace FrameworkBench.Trials.Combining;

/// <summary>The weighted mean of trials that predict the same rows.</summary>
/// <param name="members">The trials; all bags, or none.</param>
/// <param name="weights">The weight of each; they sum to one.</param>
public sealed class WeightedMean(IReadOnlyList<PlannedTrial> members, IReadOnlyList<double> weights) : ICombination
{
    /// <inheritdoc/>
    public IReadOnlyList<PlannedTrial> Members { get; } = members;

    /// <inheritdoc/>
    public Outcome Combine(PlannedTrial whole, IReadOnlyList<Outcome> outcomes)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        return CombinedOutcome.Failure(outcomes, member => $"member {member + 1} of {Members.Count}")
            ?? CombinedOutcome.Costs(outcomes) with
            {
                Predictions = Mean([.. outcomes.Select(outcome => outcome.Predictions!)]),
                OutOfFold = outcomes.Any(outcome => outcome.OutOfFold is null)
                    ? null : Mean([.. outcomes.Select(outcome => outcome.OutOfFold!)]),
            };
    }

    private Predictions Mean(Predictions[] predictions)
    {
        double[] mean = new double[predictions[0].Values.Length];
        foreach ((Predictions member, double weight) in predictions.Zip(weights))
        {
            for (int i = 0; i < mean.Length; i++)
                mean[i] += weight * member.Values[i];
        }

        return new Predictions(predictions[0].Rows, predictions[0].Columns, mean);
    }
}
