using FrameworkBench.Experiments.Models;
using FrameworkBench.Scoring;
using FrameworkBench.Statistics.Ranking;
using FrameworkBench.Trials.Searches;

namespace FrameworkBench.Tuning;

/// <summary>The searches of one model on one table by one engine, one a split and seed, taken together.</summary>
/// <param name="Model">The model.</param>
/// <param name="Dataset">The table's name.</param>
/// <param name="Engine">The engine's name.</param>
/// <param name="Searches">The searches that were finished, at least one.</param>
/// <param name="Candidates">What was tried, by number; the model with default settings is the first.</param>
public sealed record SearchSummary(
    ExperimentModel Model, string Dataset, string Engine, IReadOnlyList<SearchStanding> Searches,
    IReadOnlyList<CandidateSummary> Candidates)
{
    /// <summary>Sums up all searches of some results, by data set, model and engine.</summary>
    public static IReadOnlyList<SearchSummary> Of(IEnumerable<TrialResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        return
        [
            .. from result in results
               where result.Search?.Chosen is not null
               group result by (
                   Experiment: result.Trial.Experiment.Name, result.Trial.Dataset, result.Trial.Model.Name, result.Trial.Engine) into same
               let model = same.First().Trial.Model
               let searches = same.Select(result => result.Search!).ToArray()
               select new SearchSummary(
                   model, same.Key.Dataset, same.Key.Engine, searches, Summarize(searches, model.Search!.SameCandidates)),
        ];
    }

    /// <summary>
    /// The candidate with the lowest mean loss over the searches, of equal ones the first; null where every split and seed
    /// drew its own, so that none was tried on all.
    /// </summary>
    public CandidateSummary? Best => IsSame
        ? Candidates.Where(candidate => candidate.Loss is not null).MinBy(candidate => candidate.Loss) : null;

    /// <summary>Whether every search tried the same candidates.</summary>
    public bool IsSame => Model.Search!.SameCandidates || Searches.Count == 1;

    /// <summary>Whether every search tried all that its space has.</summary>
    public bool IsExhausted => Searches.All(search => search.IsExhausted);

    /// <summary>The candidates that were drawn: all but the model with default settings.</summary>
    public IReadOnlyList<CandidateSummary> Drawn => [.. Candidates.Where(candidate => candidate.Number > 0)];

    /// <summary>
    /// The lowest loss so far inside the training rows against the budget spent, the mean over the searches. Budget is in
    /// whole fits; a fit with a third of the resource counts as a third of one. At the end stand, where searches share their
    /// candidates, those that another one chose and this one had cut; a search without any stays where it is.
    /// </summary>
    public IReadOnlyList<(double Fits, double Best)> History
    {
        get
        {
            (double Fits, double Best)[][] all = [.. Searches.Select(search => HistoryOf(search).ToArray())];
            return [
                .. Enumerable.Range(0, all.Max(one => one.Length))
                .Select(step => (all.Average(one => At(one, step).Fits), all.Average(one => At(one, step).Best)))];

            static (double Fits, double Best) At((double Fits, double Best)[] one, int step) => one[Math.Min(step, one.Length - 1)];
        }
    }

    private static IEnumerable<(double Fits, double Best)> HistoryOf(SearchStanding search)
    {
        double spent = 0, best = double.NaN;
        foreach (FitStanding fit in InRaces(search).Concat(Afterwards(search)).Where(fit => fit.IsDone))
        {
            spent += fit.Share;
            best = fit.Loss is double loss && !(loss >= best) ? loss : best;
            yield return (spent, best);
        }
    }

    private static IEnumerable<FitStanding> InRaces(SearchStanding search) =>
        from race in search.Races
        from rung in Enumerable.Range(0, race.Rung + 1)
        from candidate in rung == race.Rung ? race.Remaining : race.Candidates
        select candidate.Fits[rung];

    private static IEnumerable<FitStanding> Afterwards(SearchStanding search) =>
        from race in search.Races
        where race.IsAtLastRung
        from candidate in race.Candidates.Except(race.Remaining)
        select candidate.Fits[^1];

    private static CandidateSummary[] Summarize(SearchStanding[] searches, bool same)
    {
        double[][] standings = [.. searches.Select(StandingsOf)];
        var entries =
            from search in Enumerable.Range(0, searches.Length)
            from number in Enumerable.Range(0, searches[search].Candidates.Count)
            let candidate = searches[search].Candidates[number]
            where candidate.Longest is not null
            group (Candidate: candidate, Lead: LeadOf(searches[search], candidate), Standing: standings[search][number])
                by (Search: same || number == 0 ? 0 : search, Number: number) into tried
            orderby tried.Key.Number, tried.Key.Search
            let all = tried.ToArray()
            select new CandidateSummary(
                tried.Key.Number,
                all[0].Candidate.Settings,
                all.Length == searches.Length ? Mean(all.Select(one => one.Candidate.Loss), allNeeded: true) : null,
                Mean(all.Select(one => one.Lead), allNeeded: false),
                all.Average(one => one.Standing));
        return [.. entries];
    }

    private static double? LeadOf(SearchStanding search, CandidateStanding candidate) =>
        search.Candidates[0].Loss - candidate.Longest!.Loss;

    private static double? Mean(IEnumerable<double?> values, bool allNeeded)
    {
        double?[] all = [.. values];
        return allNeeded && all.Contains(null) ? null : all.Average();
    }

    private static double[] StandingsOf(SearchStanding search)
    {
        // A longer fit counts for more than any loss, and a failure for less than any.
        int[] order =
            [.. Enumerable.Range(0, search.Candidates.Count).OrderBy(number => Share(search.Candidates[number]))
                .ThenByDescending(number => Loss(search.Candidates[number]))];
        double[] places = new double[order.Length];
        int place = 0;
        for (int i = 0; i < order.Length; i++)
        {
            bool tied = i > 0 && Share(search.Candidates[order[i]]).Equals(Share(search.Candidates[order[i - 1]]))
                && Loss(search.Candidates[order[i]]).Equals(Loss(search.Candidates[order[i - 1]]));
            place += tied ? 0 : 1;
            places[order[i]] = place;
        }

        IReadOnlyList<double> ranks = Ranks.Of(places);
        return [.. ranks.Select(rank => ranks.Count == 1 ? 1 : (rank - 1) / (ranks.Count - 1))];

        static double Share(CandidateStanding candidate) => candidate.Longest?.Share ?? 0;

        static double Loss(CandidateStanding candidate) => candidate.Longest?.Loss ?? double.PositiveInfinity;
    }
}
