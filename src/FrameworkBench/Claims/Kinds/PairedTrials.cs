using FrameworkBench.Statistics;

namespace FrameworkBench.Claims.Kinds;

/// <summary>Compares two models over the same splits and seeds.</summary>
internal static class PairedTrials
{
    /// <summary>
    /// The mean lead of the claim's model, positive when it is better. On one split the pairs are seeds and independent;
    /// over several splits, which share training rows, each split's seeds are averaged and the test is Nadeau and
    /// Bengio's corrected one.
    /// </summary>
    /// <returns>The lead and the number of pairs that a trial was missing for; null without a complete pair.</returns>
    public static (MeanDifference Lead, int Incomplete)? Compare(ClaimEvidence evidence, double confidence)
    {
        var others = evidence.Against.ToDictionary(trial => (trial.Split, trial.Seed), trial => trial.Figure);
        var pairs = evidence.Model
            .Where(trial => trial.Figure is not null && others.GetValueOrDefault((trial.Split, trial.Seed)) is not null)
            .Select(trial => (trial.Split, Lead: trial.Figure!.Value - others[(trial.Split, trial.Seed)]!.Value))
            .Select(pair => (pair.Split, Lead: evidence.HigherIsBetter ? pair.Lead : -pair.Lead))
            .ToList();
        if (pairs.Count == 0)
            return null;

        int incomplete = evidence.Model.Count - pairs.Count;
        double[] bySplit = [.. pairs.GroupBy(pair => pair.Split).OrderBy(split => split.Key).Select(split => split.Average(pair => pair.Lead))];
        MeanDifference lead = bySplit.Length > 1
            ? CorrectedResampledTTest.Of(bySplit, evidence.TestTrainRatio, confidence)
            : PairedTTest.Of([.. pairs.Select(pair => pair.Lead)], confidence);
        return (lead, incomplete);
    }

    /// <summary>The lead in words.</summary>
    public static string Sentence(ClaimEvidence evidence, MeanDifference lead, int incomplete) =>
        $"{evidence.Claim.Model} leads {evidence.Claim.Against} by {Figures.WithInterval(lead.Difference, lead.Interval)} in {evidence.Claim.Metric} over {lead.Count} pairs"
        + (incomplete > 0 ? $"; {incomplete} incomplete" : "");
}
