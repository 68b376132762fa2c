using FrameworkBench.Scoring;
using FrameworkBench.Trials;

namespace FrameworkBench.Tuning;

/// <summary>Settles the models of the trials that have a search: fits every candidate inside the training rows and takes the best.</summary>
public static class SearchRun
{
    /// <summary>The trials of all candidates of a plan.</summary>
    public static IReadOnlyList<PlannedTrial> CandidatesOf(IReadOnlyList<PlannedTrial> plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return [.. plan.Where(planned => planned.Search is not null).SelectMany(planned => planned.Search!.Candidates).Select(candidate => candidate.Inner)];
    }

    /// <summary>Settles every trial of a plan by its candidates' outcomes. Where one of them was not run, the trial has no outcome either.</summary>
    /// <param name="plan">A plan whose candidates have been run.</param>
    public static void Settle(IReadOnlyList<PlannedTrial> plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        plan.Where(planned => planned.Search is not null).AsParallel().ForAll(planned =>
        {
            PlannedSearch search = planned.Search!;
            if (search.Candidates.All(candidate => candidate.Inner.Outcome is not (null or { Status: TrialStatus.Missing })))
            {
                planned.Settle(Best(search));
                return;
            }

            planned.Outcome = Outcome.Without(TrialStatus.Missing, "its search is not finished");
            foreach (SearchCandidate candidate in search.Candidates.Where(candidate => candidate.Inner.Outcome is not null))
                Judge(candidate);
        });
    }

    /// <summary>
    /// The candidate with the highest score on the rows that judge; of equal scores the one with the lower log loss, then
    /// the one drawn first. A candidate without predictions comes last, so that the model as written remains when all fail.
    /// </summary>
    public static SearchCandidate Best(PlannedSearch search)
    {
        ArgumentNullException.ThrowIfNull(search);
        return search.Candidates
            .Select(candidate => (Candidate: candidate, Scores: Judge(candidate)))
            .OrderByDescending(judged => judged.Candidate.Score ?? double.NegativeInfinity)
            .ThenBy(judged => judged.Scores?["log_loss"] ?? double.PositiveInfinity)
            .First().Candidate;
    }

    private static Scores? Judge(SearchCandidate candidate)
    {
        Scores? scores = TrialResult.Of(candidate.Inner).Test;
        candidate.Score = scores?["accuracy"] ?? scores?["r2"];
        return scores;
    }
}
