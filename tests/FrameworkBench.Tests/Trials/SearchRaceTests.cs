using FrameworkBench.Experiments.Searches;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Trials;
using FrameworkBench.Tuning;
using static FrameworkBench.Tests.Trials.SearchPlans;

namespace FrameworkBench.Tests.Trials;

/// <summary>Searches that fit candidates in part, share them between splits, or have a budget of time.</summary>
public sealed class SearchRaceTests
{
    [Fact]
    public async Task Halving_fits_many_a_little_and_ever_fewer_with_three_times_as_much()
    {
        IReadOnlyList<PlannedTrial> plan = Plan([Able], Halving("trials: 4"));
        PlannedTrial forest = plan.First(trial => trial.Trial.Model.Name == "forest");
        var rungs = new List<int[]>();

        PlannedTrial settled = Assert.Single(await SearchRun.RunAsync([forest], fits =>
        {
            rungs.Add([.. fits.Select(fit => ((ForestSpec)fit.Model).Trees!.Value)]);
            return Task.FromResult(Outcomes.Of(fits, fit => Predicting(fit, NumberOf(fit) / 100.0)));
        }));

        // Four whole fits pay for rungs of 27, 9, 3 candidates and 1, and the default settings are fitted besides.
        Assert.Equal([28, 10, 4, 2], rungs.Select(rung => rung.Length));
        Assert.Equal([4, 10, 30, 90], rungs.Select(rung => rung[0]));
        Assert.Equal([0, 27], settled.Standing!.Races[0].Remaining.Select(NumberOf));
        Assert.Equal(27, NumberOf(settled.Standing.Chosen!));
        Assert.Equal(settled.Standing.Chosen!.Candidate.Refit.Key, settled.Key);
        Assert.Null(forest.Standing);
    }

    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(2, 3, 1)]
    [InlineData(4, 27, 3)]
    [InlineData(9, 54, 3)]
    [InlineData(20, 135, 3)]
    public void A_budget_of_halving_pays_for_every_rung(int budget, int candidates, int cuts)
    {
        var plan = HalvingPlan.For(budget);
        double cost = plan.Shares.Select((share, cut) => share * plan.Candidates / Math.Pow(3, cut)).Sum();

        Assert.Equal(new HalvingPlan(candidates, cuts), plan);
        Assert.True(cost <= budget + 1e-9, $"{cost} whole fits");
    }

    [Fact]
    public async Task A_candidate_that_failed_does_not_go_on()
    {
        IReadOnlyList<PlannedTrial> plan = Plan([Able], Halving("trials: 2"));
        PlannedTrial forest = plan.First(trial => trial.Trial.Model.Name == "forest");

        PlannedTrial settled = Assert.Single(await SearchRun.RunAsync([forest], fits =>
        {
            return Task.FromResult(
                Outcomes.Of(fits, fit => NumberOf(fit) < 3 ? Outcome.Without(TrialStatus.Failed, "out of memory") : Predicting(fit, 0.5)));
        }));

        Assert.Equal([0, 3], settled.Standing!.Races[0].Remaining.Select(NumberOf));
        Assert.Equal(3, NumberOf(settled.Standing.Chosen!));
    }

    [Fact]
    public async Task Where_every_split_tries_the_same_the_winners_of_all_meet_on_each()
    {
        IReadOnlyList<PlannedTrial> plan =
            [.. Plan([Able], Halving("same_candidates: true, trials: 2")).Where(trial => trial.Trial.Model.Name == "forest")];

        IReadOnlyList<PlannedTrial> settled = await SearchRun.RunAsync(plan, fits =>
        {
            return Task.FromResult(Outcomes.Of(fits, fit => Predicting(fit, NumberOf(fit) == fit.Trial.Split + 1 ? 0.9 : 0.5)));
        });

        // Each split chose its own, by its own rows only; the others' winners were fitted there afterwards.
        Assert.Equal([1, 2, 3], settled.Select(trial => NumberOf(trial.Standing!.Chosen!)));
        Assert.All(
            settled,
            trial =>
                Assert.Equal(
                    [0, 1, 2, 3], trial.Standing!.Candidates.Where(candidate => candidate.Fits[^1].Score is not null).Select(NumberOf)));
        Assert.Equal(settled[0].Standing!.Candidates[1].Settings, settled[2].Standing!.Candidates[1].Settings);
    }

    [Fact]
    public async Task A_budget_of_time_ends_between_races_and_what_was_finished_counts()
    {
        IReadOnlyList<PlannedTrial> plan =
            [.. Plan([Able], Yaml.Replace("tune: {trials: 4", "tune: {trials: 2", StringComparison.Ordinal))
                .Where(trial => trial.Trial.Model.Name == "forest")];
        var clock = new StoppedClock();

        IReadOnlyList<PlannedTrial> settled = await SearchRun.RunForAsync(plan, fits =>
        {
            clock.Seconds += 10;
            return Task.FromResult(Outcomes.Of(fits, fit => Predicting(fit, 0.5 + (NumberOf(fit) / 100.0))));
        }, TimeSpan.FromSeconds(35), clock);

        // Two candidates after 10 s, as many again after 20, three for which there is time after 30, and one more.
        Assert.All(settled, trial => Assert.Equal((8, 7), (trial.Standing!.Candidates.Count, NumberOf(trial.Standing.Chosen!))));
    }

    [Fact]
    public async Task A_race_that_time_cut_off_decides_nothing()
    {
        IReadOnlyList<PlannedTrial> plan = [.. Plan([Able], Halving("trials: 2")).Where(trial => trial.Trial.Model.Name == "forest")];
        var clock = new StoppedClock();

        IReadOnlyList<PlannedTrial> settled = await SearchRun.RunForAsync(plan, fits =>
        {
            clock.Seconds += 10;
            return Task.FromResult(Outcomes.Of(fits, fit => Predicting(fit, NumberOf(fit) > 3 ? 0.9 : NumberOf(fit) == 2 ? 0.7 : 0.5)));
        }, TimeSpan.FromSeconds(25), clock);

        Assert.All(settled, trial =>
        {
            Assert.Equal([true, false], trial.Standing!.Races.Select(race => race.IsFinished));
            Assert.Equal(2, NumberOf(trial.Standing.Chosen!));
        });
    }

    [Fact]
    public async Task A_space_with_nothing_left_ends_the_search_before_its_time_does()
    {
        IReadOnlyList<PlannedTrial> plan =
            [.. Plan(
                [Able], Yaml.Replace(
                    "{trials: 4, space: {trees: {whole: [5, 50]}}}",
                    "{trials: 2, space: {trees: {choice: [100, 20, 30]}, max_depth: {whole: [1, 2]}}}", StringComparison.Ordinal)
                    .Replace("kind: forest,", "kind: forest, trees: 20, max_depth: 2,", StringComparison.Ordinal))
                    .Where(trial => trial.Trial.Model.Name == "forest")];

        IReadOnlyList<PlannedTrial> settled = await SearchRun.RunForAsync(plan, fits =>
        {
            return Task.FromResult(Outcomes.Of(fits, fit => Predicting(fit, 0.5)));
        }, TimeSpan.FromSeconds(1), new StoppedClock());

        Assert.All(settled, trial =>
        {
            Assert.True(trial.Search!.IsExhausted);
            Assert.Equal(6, trial.Search.Candidates.Count());
            Assert.Equal(6, trial.Search.Candidates.Select(candidate => candidate.Refit.Model).Distinct().Count());
        });
    }

    // Every candidate is another fit at every share of the resource, here the number of trees.
    private static string Halving(string tune) => Yaml
        .Replace(
            "tune: {trials: 4, space: {trees: {whole: [5, 50]}}}",
            $"tune: {{strategy: halving, {tune}, space: {{feature_share: {{uniform: [0.1, 1]}}}}}}", StringComparison.Ordinal)
        .Replace("kind: forest,", "kind: forest, trees: 90,", StringComparison.Ordinal);

    /// <summary>A clock that goes on when it is told to.</summary>
    private sealed class StoppedClock : TimeProvider
    {
        public long Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }
}
