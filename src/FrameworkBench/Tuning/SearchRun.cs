using FrameworkBench.Experiments.Searches;
using FrameworkBench.Trials;
using FrameworkBench.Trials.Searches;

namespace FrameworkBench.Tuning;

/// <summary>Settles the models of the trials that have a search: fits the candidates inside the training rows and takes the best.</summary>
public static class SearchRun
{
    /// <summary>
    /// Runs the searches of a plan rung by rung, and those with a number of seconds in waves, one table after the other: what the
    /// candidates of all tables predict would fill the memory.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="fit">Runs some trials, all of one experiment on one table.</param>
    /// <returns>The settled plan: each trial that had a search is that of the best candidate, or of an ensemble.</returns>
    public static async Task<IReadOnlyList<PlannedTrial>> RunAsync(
        IReadOnlyList<PlannedTrial> plan, Func<IReadOnlyList<PlannedTrial>, Task<Outcomes>> fit)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var settled = new Dictionary<PlannedTrial, PlannedTrial>(ReferenceEqualityComparer.Instance);
        foreach (var table in plan.GroupBy(planned => (planned.Trial.Experiment.Name, planned.Trial.Dataset))
            .Where(table => table.Any(planned => planned.Search is not null)))
        {
            PlannedTrial[] unsettled = [.. table];
            foreach ((PlannedTrial before, PlannedTrial after) in unsettled.Zip(
                await RunForAsync(unsettled, fit, TimeSpan.Zero, TimeProvider.System).ConfigureAwait(false)))
                settled[before] = after;
        }

        return settled.Count == 0 ? plan : [.. plan.Select(planned => settled.GetValueOrDefault(planned, planned))];
    }

    /// <summary>Runs the searches of a plan, then races of further candidates as long as there is time.</summary>
    /// <param name="plan">The plan; every search has its first race of candidates, which is always run whole. A search with seconds of its
    /// own has no other race.</param>
    /// <param name="fit">Runs some trials.</param>
    /// <param name="limit">After this time no further race and no rung of one begins; none begins either when every candidate was
    /// tried.</param>
    /// <param name="clock">Tells the time.</param>
    /// <returns>The settled plan.</returns>
    public static async Task<IReadOnlyList<PlannedTrial>> RunForAsync(
        IReadOnlyList<PlannedTrial> plan, Func<IReadOnlyList<PlannedTrial>, Task<Outcomes>> fit, TimeSpan limit, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentNullException.ThrowIfNull(clock);
        var judge = new SearchJudge();
        Outcomes outcomes = Outcomes.None;
        long start = clock.GetTimestamp();
        while (Waiting() is { Count: > 0 } fits)
            outcomes = outcomes.And(await fit(fits).ConfigureAwait(false));
        while (Grown(plan, clock.GetElapsedTime(start), limit) is { } grown)
        {
            plan = grown;
            while (clock.GetElapsedTime(start) < limit && Waiting() is { Count: > 0 } fits)
                outcomes = outcomes.And(await fit(fits).ConfigureAwait(false));
        }

        IReadOnlyList<PlannedTrial> settled = Settle(plan, outcomes, judge);
        if (ReunionOf(settled) is not { Count: > 0 } meeting)
            return settled;
        outcomes = outcomes.And(await fit(meeting).ConfigureAwait(false));
        return Settle(plan, outcomes, judge);

        // All fits of one rung or wave. None when all searches are decided, or when some fits were not run.
        IReadOnlyList<PlannedTrial> Waiting() =>
        [
            .. from standing in plan.Where(planned => planned.Search is not null).AsParallel().AsOrdered()
                   .Select(planned => judge.Stand(planned.Search!, outcomes))
               from race in standing.Races
               from fit in race.Fits
               where fit.Outcome is null
               select fit.Fit.Trial,
        ];
    }

    /// <summary>
    /// A plan settled by what its candidates gave. Where the first race of a search is not finished, its trial is missing.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="outcomes">What the candidates' fits gave.</param>
    public static IReadOnlyList<PlannedTrial> Settle(IReadOnlyList<PlannedTrial> plan, Outcomes outcomes)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(outcomes);
        return Settle(plan, outcomes, new SearchJudge());
    }

    private static PlannedTrial[] Settle(IReadOnlyList<PlannedTrial> plan, Outcomes outcomes, SearchJudge judge) => plan
        .AsParallel().AsOrdered()
        .Select(planned => planned.Search is null ? planned : Settle(planned, judge.Stand(planned.Search, outcomes), outcomes))
        .ToArray();

    private static PlannedTrial Settle(PlannedTrial planned, SearchStanding standing, Outcomes outcomes)
    {
        if (!standing.Races[0].IsFinished)
            return planned with { Known = Outcome.Without(TrialStatus.Missing, "its search did not finish"), Standing = standing };
        if (planned.Trial.Model.Search?.Ensemble is int steps && CandidateEnsemble.Of(planned, standing, outcomes, steps) is { } ensemble)
            return ensemble;
        CandidateStanding best = SearchJudge.Best(standing);
        PlannedTrial refit = best.Candidate.Refit;
        return planned with
        {
            Input = refit.Input,
            Model = refit.Model,
            Key = refit.Key,
            Known = refit.Known,
            Combination = refit.Combination,
            Standing = standing with { Chosen = best },
        };
    }

    // Where every split tries the same candidates but fits only some of them whole, the ones that were chosen on some split, to be fitted
    // on all others too: only so can one be best on all.
    private static List<PlannedTrial> ReunionOf(IReadOnlyList<PlannedTrial> settled)
    {
        var races = settled
            .Where(planned =>
                planned is { Standing.Chosen: not null, Trial.Model.Search: { SameCandidates: true, Strategy: SearchStrategy.Halving } })
            .GroupBy(
                planned => (planned.Trial.Experiment, planned.Trial.Dataset, planned.Trial.Model, planned.Trial.Engine),
                planned => planned.Standing!);
        return
        [
            .. from race in races
               let winners = race.Select(search => IndexOf(search.Candidates, search.Chosen!)).Distinct().Order().ToArray()
               from search in race
               from winner in winners
               where search.Candidates[winner].Fits[^1].Outcome is null
               select search.Candidates[winner].Candidate.Inner,
        ];
    }

    // As many again as there are, since every race starts the engines anew, but no more than there seems to be time for. Null when there is
    // no time, or when no search has further candidates.
    private static PlannedTrial[]? Grown(IReadOnlyList<PlannedTrial> plan, TimeSpan spent, TimeSpan limit)
    {
        if (spent >= limit)
            return null;
        PlannedTrial[] grown =
        [
            .. plan.Select(planned => planned.Search is { } search ? planned with { Search = search.Grown(CountFor(search)) } : planned),
        ];
        return grown.Zip(plan).Any(pair => pair.First.Search?.Races.Count > pair.Second.Search?.Races.Count) ? grown : null;

        int CountFor(PlannedSearch search)
        {
            int tried = search.Candidates.Count(), least = Math.Max(1, search.Races[0].Count - 1);
            int most = (int)Math.Min(tried, tried * ((limit - spent) / spent));
            return Math.Max(1, most / least) * least;
        }
    }

    private static int IndexOf(IReadOnlyList<CandidateStanding> candidates, CandidateStanding candidate) =>
        Enumerable.Range(0, candidates.Count).First(number => candidates[number].Candidate == candidate.Candidate);
}
