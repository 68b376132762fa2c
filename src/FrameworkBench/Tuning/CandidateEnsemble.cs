using FrameworkBench.Scoring;
using FrameworkBench.Trials;
using FrameworkBench.Trials.Combining;
using FrameworkBench.Trials.Searches;

namespace FrameworkBench.Tuning;

/// <summary>Makes a trial of several candidates of its search: their mean, weighted by what they predict out of fold.</summary>
internal static class CandidateEnsemble
{
    /// <summary>The trial as an ensemble; null when no candidate made predictions.</summary>
    /// <param name="planned">The trial, whose candidates are bags.</param>
    /// <param name="standing">How its search stands; finished.</param>
    /// <param name="outcomes">What its candidates gave.</param>
    /// <param name="steps">How many candidates are added, at most.</param>
    public static PlannedTrial? Of(PlannedTrial planned, SearchStanding standing, Outcomes outcomes, int steps)
    {
        CandidateStanding[] candidates = [.. SearchJudge.Finalists(standing).Where(candidate => candidate.Loss is not null)];
        if (candidates.Length == 0)
            return null;
        Outcome[] judged = [.. candidates.Select(candidate => outcomes[candidate.Candidate.Inner])];
        int[] counts = EnsembleSelection.Counts(
            [.. judged.Select(outcome => outcome.OutOfFold!.Values)],
            ChoiceLoss.On(
                planned.Input.Dataset, planned.Input.Split.TrainRows, hardLabels: judged.Any(outcome => outcome.HardLabels)),
            steps);
        WeightedCandidate[] members =
        [
            .. candidates.Zip(counts, (candidate, count) => new WeightedCandidate(candidate, (double)count / counts.Sum()))
                .Where(member => member.Weight > 0)
                .OrderByDescending(member => member.Weight),
        ];
        PlannedTrial[] bags = [.. members.Select(member => member.Candidate.Candidate.Refit)];
        double[] weights = [.. members.Select(member => member.Weight)];
        return planned with
        {
            Key = TrialKey.Of(bags.Zip(weights, (bag, weight) => (bag.Key.Hash, FormattableString.Invariant($"{weight:R}")))),
            Combination = new WeightedMean(bags, weights),
            Standing = standing with { Chosen = SearchJudge.Best(standing), Ensemble = members },
        };
    }
}
