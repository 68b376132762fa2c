using System.Collections.Concurrent;
using FrameworkBench.Experiments.Searches;
using FrameworkBench.Scoring;
using FrameworkBench.Trials;
using FrameworkBench.Trials.Searches;

namespace FrameworkBench.Tuning;

/// <summary>Says how searches stand: follows from what their fits gave, and from nothing that went before. Scores each fit once.</summary>
public sealed class SearchJudge
{
    private readonly ConcurrentDictionary<TrialKey, (double? Score, double? LogLoss)> scores = new();

    /// <summary>How a search stands.</summary>
    /// <param name="search">The search.</param>
    /// <param name="outcomes">What its fits gave so far.</param>
    public SearchStanding Stand(PlannedSearch search, Outcomes outcomes)
    {
        ArgumentNullException.ThrowIfNull(search);
        ArgumentNullException.ThrowIfNull(outcomes);
        IReadOnlyList<CandidateStanding>[] races =
        [
            .. search.Races.Select(race => (IReadOnlyList<CandidateStanding>)
                [.. race.Select(
                    candidate =>
                        new CandidateStanding(candidate, [.. candidate.Fits.Select(fit => Stand(fit, outcomes.Find(fit.Trial)))]))]),
        ];
        return new SearchStanding(search, [.. races.Select(race => Follow(race, races[0][0]))]);
    }

    /// <summary>
    /// The candidate with the highest score on the rows that judge; of equal scores the one with the lower log loss, then the one drawn
    /// first. A
    /// candidate without predictions comes last, so that the default settings remain when all fail. Only those that reached the end of
    /// their
    /// race take part.
    /// </summary>
    public static CandidateStanding Best(SearchStanding standing)
    {
        ArgumentNullException.ThrowIfNull(standing);
        return InOrder(standing.Races.Where(race => race.IsFinished).SelectMany(race => race.Remaining), candidate => candidate.Fits[^1])
            .First();
    }

    // The default settings are never cut: they are what every candidate must beat, at every share of the resource.
    private static RaceStanding Follow(IReadOnlyList<CandidateStanding> candidates, CandidateStanding byDefault)
    {
        var race = new RaceStanding(candidates, candidates, 0);
        while (!race.IsAtLastRung && race.Fits.All(fit => fit.IsDone))
        {
            CandidateStanding[] drawn = [.. race.Remaining.Where(candidate => candidate != byDefault)];
            int rung = race.Rung;
            int going = Math.Max(1, drawn.Length / HalvingPlan.Factor);
            HashSet<CandidateStanding> survivors = [byDefault, .. InOrder(drawn, candidate => candidate.Fits[rung]).Take(going)];
            race = race with { Remaining = [.. race.Remaining.Where(survivors.Contains)], Rung = rung + 1 };
        }

        return race;
    }

    private static IEnumerable<CandidateStanding> InOrder(
        IEnumerable<CandidateStanding> candidates, Func<CandidateStanding, FitStanding> fit) => candidates
        .OrderByDescending(candidate => fit(candidate).Score ?? double.NegativeInfinity)
        .ThenBy(candidate => fit(candidate).LogLoss ?? double.PositiveInfinity);

    private FitStanding Stand(SearchFit fit, Outcome? outcome)
    {
        var standing = new FitStanding(fit, outcome);
        if (!standing.IsDone)
            return standing;
        (double? score, double? logLoss) = scores.GetOrAdd(fit.Trial.Key, _ => Score(fit.Trial, outcome!));
        return standing with { Score = score, LogLoss = logLoss };
    }

    private static (double? Score, double? LogLoss) Score(PlannedTrial trial, Outcome outcome)
    {
        Scores? judged = TrialResult.Of(trial, outcome).Test;
        return (judged?[MetricRegistry.UsualFor(trial.Input.Dataset.Task)], judged?["log_loss"]);
    }
}
