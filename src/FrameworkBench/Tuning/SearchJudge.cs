using System.Collections.Concurrent;
using FrameworkBench.Experiments.Searches;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Scoring;
using FrameworkBench.Trials;
using FrameworkBench.Trials.Searches;

namespace FrameworkBench.Tuning;

/// <summary>Says how searches stand: follows from what their fits gave, and from nothing that went before. Judges each fit once.</summary>
public sealed class SearchJudge
{
    private readonly ConcurrentDictionary<TrialKey, (Outcome Outcome, double? Score, double? Loss)> judged = new();

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
                [.. race.Select(candidate => new CandidateStanding(candidate, [.. candidate.Fits.Select(fit => Stand(fit, outcomes))]))]),
        ];
        if (search.Seconds is double seconds)
            races = [SecondsBudget.Within(races[0], seconds)];
        return new SearchStanding(search, [.. races.Select(race => Follow(race, races[0][0]))]);
    }

    /// <summary>
    /// The candidate with the lowest loss on the rows that judge; of equal ones the first. A candidate without predictions comes last, so
    /// that the default settings remain when all fail. Only those that reached the end of their race take part.
    /// </summary>
    public static CandidateStanding Best(SearchStanding standing) => InOrder(Finalists(standing), candidate => candidate.Fits[^1]).First();

    /// <summary>The candidates that reached the end of their race.</summary>
    public static IEnumerable<CandidateStanding> Finalists(SearchStanding standing)
    {
        ArgumentNullException.ThrowIfNull(standing);
        return standing.Races.Where(race => race.IsFinished).SelectMany(race => race.Remaining);
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
        IEnumerable<CandidateStanding> candidates, Func<CandidateStanding, FitStanding> fit) =>
        candidates.OrderBy(candidate => fit(candidate).Loss ?? double.PositiveInfinity);

    private FitStanding Stand(SearchFit fit, Outcomes outcomes)
    {
        if (!judged.TryGetValue(fit.Trial.Key, out var known))
        {
            var standing = new FitStanding(fit, outcomes.Find(fit.Trial));
            if (!standing.IsDone)
                return standing;
            judged[fit.Trial.Key] = known = Judge(fit.Trial, standing.Outcome!);
        }

        return new FitStanding(fit, known.Outcome) { Score = known.Score, Loss = known.Loss };
    }

    // The predictions of all candidates of a run would fill the memory.
    private static (Outcome Outcome, double? Score, double? Loss) Judge(PlannedTrial trial, Outcome outcome)
    {
        TrialInput input = trial.Input;
        Scores? scores = outcome.OutOfFold is { } leftOut
            ? Scorer.Of(input.Dataset, input.Split.TrainRows, leftOut, outcome.HardLabels) : TrialResult.Of(trial, outcome).Test;
        Outcome light = outcome with { Predictions = null, OutOfFold = null, Codes = null, History = new History(), Explanation = null };
        return (light, scores?[MetricRegistry.UsualFor(input.Dataset.Task)], ChoiceLoss.Of(scores, input.Dataset.Task));
    }
}
