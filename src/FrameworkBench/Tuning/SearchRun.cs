using FrameworkBench.Experiments;
using FrameworkBench.Scoring;
using FrameworkBench.Trials;

namespace FrameworkBench.Tuning;

/// <summary>Settles the models of the trials that have a search: fits the candidates inside the training rows and takes the best.</summary>
public static class SearchRun
{
    /// <summary>Runs the searches of a plan rung by rung, and settles every trial.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="fit">Runs some trials, so that each has an outcome.</param>
    public static Task RunAsync(IReadOnlyList<PlannedTrial> plan, Func<IReadOnlyList<PlannedTrial>, Task> fit) =>
        RunForAsync(plan, fit, TimeSpan.Zero, TimeProvider.System);

    /// <summary>Runs the searches of a plan, then races of further candidates as long as there is time, and settles every trial.</summary>
    /// <param name="plan">The plan; every search has its first race of candidates, which is always run whole.</param>
    /// <param name="fit">Runs some trials, so that each has an outcome.</param>
    /// <param name="limit">After this time no further race and no rung of one begins; none begins either when every candidate was tried.</param>
    /// <param name="clock">Tells the time.</param>
    public static async Task RunForAsync(IReadOnlyList<PlannedTrial> plan, Func<IReadOnlyList<PlannedTrial>, Task> fit, TimeSpan limit, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentNullException.ThrowIfNull(clock);
        long start = clock.GetTimestamp();
        while (NextOf(plan) is { Count: > 0 } fits)
            await fit(fits).ConfigureAwait(false);
        while (Grow(plan, clock.GetElapsedTime(start), limit))
        {
            while (clock.GetElapsedTime(start) < limit && NextOf(plan) is { Count: > 0 } fits)
                await fit(fits).ConfigureAwait(false);
        }

        Settle(plan);
        if (ReunionOf(plan) is not { Count: > 0 } meeting)
            return;
        await fit(meeting).ConfigureAwait(false);
        Judge(plan);
    }

    /// <summary>The trials that the searches of a plan wait for: all of one rung. None when all are decided, or when some were not run.</summary>
    public static IReadOnlyList<PlannedTrial> NextOf(IReadOnlyList<PlannedTrial> plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return [.. plan.Where(planned => planned.Search is not null).AsParallel().AsOrdered().SelectMany(planned => NextOf(planned.Search!))];
    }

    /// <summary>
    /// Where every split tries the same candidates but fits only some of them whole, the ones that were chosen on some split,
    /// to be fitted on all others too: only so can one be best on all.
    /// </summary>
    public static IReadOnlyList<PlannedTrial> ReunionOf(IReadOnlyList<PlannedTrial> plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var races = plan.Where(planned => planned is { Search.Chosen: not null, Trial.Model.Search: { SameCandidates: true, Strategy: SearchStrategy.Halving } })
            .GroupBy(planned => (planned.Trial.Experiment, planned.Trial.Dataset, planned.Trial.Model, planned.Trial.Engine), planned => planned.Search!);
        return
        [
            .. from race in races
               let winners = race.Select(search => IndexOf(search.Candidates, search.Chosen!)).Distinct().Order().ToArray()
               from search in race
               from winner in winners
               where search.Candidates[winner].Inner.Outcome is null
               select search.Candidates[winner].Inner,
        ];
    }

    /// <summary>Settles every trial of a plan by its candidates' outcomes. Where one of them was not run, the trial has no outcome either.</summary>
    /// <param name="plan">A plan whose candidates have been run.</param>
    public static void Settle(IReadOnlyList<PlannedTrial> plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        Judge(plan);
        foreach (PlannedTrial planned in plan.Where(planned => planned.Search is not null))
        {
            if (planned.Search!.Brackets[0].IsFinished)
                planned.Settle(Best(planned.Search));
            else
                planned.Outcome = Outcome.Without(TrialStatus.Missing, "its search did not finish");
        }
    }

    /// <summary>
    /// The candidate with the highest score on the rows that judge; of equal scores the one with the lower log loss, then
    /// the one drawn first. A candidate without predictions comes last, so that the model as written remains when all fail.
    /// Only those that reached the end of their race take part.
    /// </summary>
    public static SearchCandidate Best(PlannedSearch search)
    {
        ArgumentNullException.ThrowIfNull(search);
        return InOrder(search.Brackets.Where(bracket => bracket.IsFinished).SelectMany(bracket => bracket.Remaining), candidate => candidate.Fits[^1]).First();
    }

    // As many again as there are, since every race starts the engines anew, but no more than there seems to be time for.
    private static bool Grow(IReadOnlyList<PlannedTrial> plan, TimeSpan spent, TimeSpan limit)
    {
        if (spent >= limit)
            return false;
        bool grew = false;
        foreach (PlannedSearch search in plan.Select(planned => planned.Search).OfType<PlannedSearch>())
        {
            int least = Math.Max(1, search.Brackets[0].Candidates.Count - 1);
            int most = (int)Math.Min(search.Candidates.Count, search.Candidates.Count * ((limit - spent) / spent));
            grew |= search.Grow(Math.Max(1, most / least) * least);
        }

        return grew;
    }

    private static IEnumerable<PlannedTrial> NextOf(PlannedSearch search)
    {
        foreach (SearchBracket bracket in search.Brackets)
        {
            while (bracket.Fits.All(fit => fit.IsDone) && !bracket.IsAtLastRung)
                bracket.Cut(Survivors(search, bracket));
            foreach (SearchFit fit in bracket.Fits.Where(fit => fit.Trial.Outcome is null))
                yield return fit.Trial;
        }
    }

    // The model as written is never cut: it is what every candidate must beat, at every share of the resource.
    private static IReadOnlyList<SearchCandidate> Survivors(PlannedSearch search, SearchBracket bracket)
    {
        foreach (SearchFit fit in bracket.Fits)
            Judge(fit);
        SearchCandidate asWritten = search.Candidates[0];
        SearchCandidate[] drawn = [.. bracket.Remaining.Where(candidate => candidate != asWritten)];
        HashSet<SearchCandidate> survivors = [asWritten, .. InOrder(drawn, candidate => candidate.Fits[bracket.Rung]).Take(Math.Max(1, drawn.Length / HalvingPlan.Factor))];
        return [.. bracket.Remaining.Where(survivors.Contains)];
    }

    private static IEnumerable<SearchCandidate> InOrder(IEnumerable<SearchCandidate> candidates, Func<SearchCandidate, SearchFit> fit) => candidates
        .OrderByDescending(candidate => fit(candidate).Score ?? double.NegativeInfinity)
        .ThenBy(candidate => fit(candidate).LogLoss ?? double.PositiveInfinity);

    private static void Judge(IReadOnlyList<PlannedTrial> plan) =>
        plan.Where(planned => planned.Search is not null).AsParallel().ForAll(planned =>
        {
            foreach (SearchFit fit in planned.Search!.Candidates.SelectMany(candidate => candidate.Fits))
                Judge(fit);
        });

    private static void Judge(SearchFit fit)
    {
        if (fit.Score is not null || !fit.IsDone)
            return;
        Scores? scores = TrialResult.Of(fit.Trial).Test;
        fit.Score = scores?[MetricRegistry.UsualFor(fit.Trial.Input.Dataset.Task)];
        fit.LogLoss = scores?["log_loss"];
    }

    private static int IndexOf(IReadOnlyList<SearchCandidate> candidates, SearchCandidate candidate) =>
        Enumerable.Range(0, candidates.Count).First(number => candidates[number] == candidate);
}
