using System.Globalization;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Searches;
using FrameworkBench.Tests.Experiments;
using FrameworkBench.Trials;
using FrameworkBench.Trials.Searches;
using FrameworkBench.Tuning;
using static FrameworkBench.Tests.Trials.SearchPlans;

namespace FrameworkBench.Tests.Trials;

/// <summary>Searches that end when their fits took some seconds.</summary>
public sealed class SecondsBudgetTests
{
    // The trees of the sample plan have six candidates, here as many as they may within some seconds.
    private static readonly SearchCandidate[] Six = [.. Plan([Able])[0].Search!.Candidates];

    [Theory]
    [InlineData("3 3 3 3 3 3", 10, 4)]
    [InlineData("3 3 3 3 3 3", 9, 3)]
    [InlineData("3 3 3 3 3 3", 9.001, 4)]
    [InlineData("3 3 3 3 3 3", 3, 1)]
    [InlineData("3 3 3 3 3 3", 0.5, 1)]
    [InlineData("3 3 3 3 3 3", 100, 6)]
    [InlineData("3 0 0 3 3 3", 4, 4)]
    [InlineData("0.1 40 3 3 3 3", 4, 2)]
    [InlineData("0 0 0 0 0 0", 4, 6)]
    public void A_candidate_counts_when_those_before_it_took_less(string costs, double seconds, int counted)
    {
        IReadOnlyList<CandidateStanding> within = SecondsBudget.Within(Standings(costs), seconds);

        Assert.Equal(Six[..counted], within.Select(standing => standing.Candidate));
        Assert.All(within, standing => Assert.True(standing.IsDone));
    }

    [Theory]
    [InlineData("- - - - - -", 10, 1)]
    [InlineData("3 - - - - -", 10, 4)]
    [InlineData("3 - - - - -", 9, 3)]
    [InlineData("9.9 - - - - -", 10, 2)]
    [InlineData("0.001 - - - - -", 10, 6)]
    [InlineData("0 - - - - -", 10, 6)]
    [InlineData("4 4 - - - -", 10, 3)]
    [InlineData("2 4 - 8 - -", 10, 4)]
    [InlineData("4 7 - - - -", 10, 2)]
    public void As_many_are_fitted_next_as_start_within_the_seconds_by_the_mean_so_far(string costs, double seconds, int takePart) =>
        Assert.Equal(Six[..takePart], SecondsBudget.Within(Standings(costs), seconds).Select(standing => standing.Candidate));

    [Fact]
    public void A_fit_that_failed_took_the_time_until_it_failed()
    {
        CandidateStanding[] standings = Standings("1 0 1 1 1 1");
        Outcome late = Outcome.Without(TrialStatus.Failed, "no answer") with { FailedAfterSeconds = 600 };
        standings[1] = new CandidateStanding(Six[1], [new FitStanding(Six[1].Fits[0], late)]);

        Assert.Equal(600, standings[1].Seconds);
        Assert.Equal(2, SecondsBudget.Within(standings, 10).Count);
    }

    [Fact]
    public async Task Nothing_is_fitted_after_the_seconds_and_a_wave_that_overshoots_is_cut()
    {
        PlannedTrial trial = Timed("trials: 12, seconds: 10")[0];
        var waves = new List<int[]>();

        // The first is quick, and the later the better.
        PlannedTrial settled = await SettleAsync(trial, waves, number => number == 0 ? 2 : 3);

        Assert.Equal([[0], [1, 2, 3, 4]], waves);
        Assert.Equal([0, 1, 2, 3], settled.Standing!.Candidates.Select(NumberOf));
        Assert.Equal(3, NumberOf(settled.Standing.Chosen!));
        Assert.Equal(11, settled.Standing.Seconds);
    }

    [Fact]
    public async Task Waves_go_on_until_the_seconds_are_spent()
    {
        PlannedTrial trial = Timed("trials: 12, seconds: 10")[0];
        var waves = new List<int[]>();

        PlannedTrial settled = await SettleAsync(trial, waves, number => number == 0 ? 4 : 1);

        Assert.Equal([[0], [1, 2], [3, 4], [5, 6]], waves);
        Assert.Equal(7, settled.Standing!.Candidates.Count);
    }

    [Fact]
    public async Task The_number_of_candidates_limits_a_search_too()
    {
        PlannedTrial trial = Timed("trials: 3, seconds: 10")[0];
        var waves = new List<int[]>();

        PlannedTrial settled = await SettleAsync(trial, waves, _ => 1);

        Assert.Equal([[0], [1, 2]], waves);
        Assert.Equal(3, settled.Standing!.Candidates.Count);
    }

    [Fact]
    public async Task Each_split_and_engine_tries_as_many_as_its_own_seconds_allow()
    {
        IReadOnlyList<PlannedTrial> settled = await SearchRun.RunAsync(
            Timed("trials: 12, seconds: 10", Able, Other),
            fits => Task.FromResult(Outcomes.Of(fits, fit => Predicting(fit, 0.5) with
            {
                FitSeconds = fit.Trial.Split + (fit.Trial.Engine == "able" ? 1 : 4),
            })));

        Assert.Equal([10, 3, 5, 2, 4, 2], settled.Select(trial => trial.Standing!.Candidates.Count));
    }

    [Fact]
    public async Task The_same_outcomes_give_the_same_and_more_seconds_begin_with_them()
    {
        Outcomes kept = Outcomes.None;
        var asked = new List<int>();
        Task<Outcomes> FitAsync(IReadOnlyList<PlannedTrial> fits)
        {
            PlannedTrial[] missing = [.. fits.Where(fit => kept.Find(fit) is null)];
            asked.AddRange(missing.Select(NumberOf));

            // No two runs take the same time.
            kept = kept.And(Outcomes.Of(missing, fit => Predicting(fit, 0.5) with { FitSeconds = 2 + (0.01 * asked.Count) }));
            return Task.FromResult(kept);
        }

        PlannedTrial first = (await SearchRun.RunAsync([Timed("trials: 12, seconds: 10")[0]], FitAsync))[0];
        int[] fitted = [.. asked];
        PlannedTrial again = (await SearchRun.RunAsync([Timed("trials: 12, seconds: 10")[0]], FitAsync))[0];
        Assert.Equal(fitted, asked);
        Assert.Equal(first.Standing!.Candidates.Select(Key), again.Standing!.Candidates.Select(Key));
        Assert.Equal(first.Key, again.Key);

        PlannedTrial longer = (await SearchRun.RunAsync([Timed("trials: 12, seconds: 20")[0]], FitAsync))[0];
        PlannedTrial shorter = (await SearchRun.RunAsync([Timed("trials: 12, seconds: 3")[0]], FitAsync))[0];
        Assert.Equal(asked.Count, asked.Distinct().Count());
        Assert.True(longer.Standing!.Candidates.Count > first.Standing.Candidates.Count);
        Assert.Equal([0, 1], shorter.Standing!.Candidates.Select(NumberOf));
        Assert.Equal(
            first.Standing.Candidates.Select(Key), longer.Standing.Candidates.Take(first.Standing.Candidates.Count).Select(Key));

        static TrialKey Key(CandidateStanding standing) => standing.Candidate.Inner.Key;
    }

    [Fact]
    public void What_was_not_fitted_beyond_the_seconds_is_not_missing_and_what_lacks_within_them_is()
    {
        PlannedTrial trial = Timed("trials: 12, seconds: 10")[0];

        PlannedTrial whole = Settled(fitted: 4), torn = Settled(fitted: 3);

        Assert.Equal((4, null), (whole.Standing!.Candidates.Count, whole.Known));
        Assert.Equal((TrialStatus.Missing, "its search did not finish"), (torn.Known!.Status, torn.Known.Reason));

        PlannedTrial Settled(int fitted) => Assert.Single(SearchRun.Settle([trial], Outcomes.Of(
            trial.Search!.Candidates.Select(candidate => candidate.Inner),
            fit => NumberOf(fit) < fitted
                ? Predicting(fit, 0.5) with { FitSeconds = 3 } : Outcome.Without(TrialStatus.Missing, "not run yet"))));
    }

    [Fact]
    public async Task A_limit_for_all_searches_leaves_one_with_seconds_of_its_own_as_it_is()
    {
        PlannedTrial trial = Timed("trials: 2, seconds: 10")[0];

        IReadOnlyList<PlannedTrial> settled = await SearchRun.RunForAsync(
            [trial], fits => Task.FromResult(Outcomes.Of(fits, fit => Predicting(fit, 0.5) with { FitSeconds = 1 })),
            TimeSpan.FromHours(1), TimeProvider.System);

        Assert.Equal(2, Assert.Single(settled).Standing!.Candidates.Count);
        Assert.Equal(2, settled[0].Search!.Candidates.Count());
    }

    [Fact]
    public async Task A_space_that_seconds_kept_from_being_tried_is_not_exhausted()
    {
        const string Small = "{trials: 9, seconds: SECONDS, space: {max_depth: {choice: [2, 3, 4]}}}";
        Assert.True((await SpentAsync("100")).IsExhausted);
        Assert.False((await SpentAsync("1.5")).IsExhausted);

        async Task<SearchStanding> SpentAsync(string seconds)
        {
            string yaml = Yaml.Replace(
                "{trials: 4, space: {trees: {whole: [5, 50]}}}", Small.Replace("SECONDS", seconds, StringComparison.Ordinal),
                StringComparison.Ordinal);
            PlannedTrial trial = Plan([Able], yaml).First(planned => planned.Trial.Model.Name == "forest");
            PlannedTrial settled = await SettleAsync(trial, [], _ => 1);
            Assert.True(settled.Search!.IsExhausted);
            return settled.Standing!;
        }
    }

    [Theory]
    [InlineData("seconds: 2.5", 2.5, 2.5, 2.5)]
    [InlineData("seconds: {default: 20, full: 300}", null, 20.0, 300.0)]
    [InlineData("seconds: {quick: 30, default: 30}", 30.0, 30.0, null)]
    [InlineData("seconds: null", null, null, null)]
    [InlineData("strategy: random", null, null, null)]
    public void Seconds_are_one_number_or_one_for_a_profile_and_without_a_word_there_is_no_limit(
        string tune, double? quick, double? usual, double? full)
    {
        string yaml = Forest($"trials: 5, {tune}");
        Search search = new ExperimentLoader(TestVocabulary.Real).Parse("timed.yaml", yaml)
            .Models.Single(model => model.Name == "forest").Search!;

        Assert.Equal(new ByProfile<double?>(quick, usual, full), search.Seconds);
        Assert.Equal(
            [quick, usual, full],
            Enum.GetValues<Profile>().Order().Select(profile =>
                Plan([Able], yaml, profile).First(trial => trial.Trial.Model.Name == "forest").Search!.Seconds));
    }

    private static async Task<PlannedTrial> SettleAsync(PlannedTrial trial, List<int[]> waves, Func<int, double> seconds) =>
        Assert.Single(await SearchRun.RunAsync([trial], fits =>
        {
            waves.Add([.. fits.Select(NumberOf)]);
            return Task.FromResult(Outcomes.Of(fits, fit => Predicting(fit, 0.4 + (0.05 * NumberOf(fit))) with
            {
                FitSeconds = seconds(NumberOf(fit)),
            }));
        }));

    private static IReadOnlyList<PlannedTrial> Timed(string tune, params PlannedEngine[] engines) =>
        [.. Plan(engines.Length > 0 ? engines : [Able], Forest(tune)).Where(trial => trial.Trial.Model.Name == "forest")];

    private static string Forest(string tune) =>
        Yaml.Replace("kind: forest, tune: {trials: 4,", $"kind: forest, tune: {{{tune},", StringComparison.Ordinal);

    // The seconds of each candidate; a dash is one that was not fitted.
    private static CandidateStanding[] Standings(string costs) =>
    [
        .. Six.Zip(costs.Split(' '), (candidate, cost) => new CandidateStanding(candidate, [new FitStanding(
            candidate.Fits[0],
            cost == "-" ? null
                : new Outcome { Status = TrialStatus.Done, FitSeconds = double.Parse(cost, CultureInfo.InvariantCulture) })])),
    ];
}
