using FrameworkBench.Experiments;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Trials;
using FrameworkBench.Trials.Searches;
using FrameworkBench.Tuning;
using static FrameworkBench.Tests.Trials.SearchPlans;

namespace FrameworkBench.Tests.Trials;

public sealed class SearchTests
{
    [Fact]
    public void The_first_candidate_has_the_default_settings()
    {
        SearchCandidate first = Plan([Able])[0].Search!.Candidates.First();

        Assert.Empty(first.Settings);
        Assert.Equal(new BoostedTreesSpec { Rounds = 9, Patience = 3 }, first.Refit.Model);
    }

    [Fact]
    public void Candidates_lie_in_the_space_and_differ_between_splits()
    {
        IReadOnlyList<PlannedTrial> trees = [.. Plan([Able]).Where(trial => trial.Trial.Model.Name == "trees")];
        BoostedTreesSpec[] drawn =
            [.. trees.SelectMany(trial => trial.Search!.Candidates.Skip(1)).Select(candidate => (BoostedTreesSpec)candidate.Inner.Model)];

        Assert.Equal(3 * 5, drawn.Distinct().Count());
        Assert.All(drawn, spec =>
        {
            Assert.Equal((9, 3), (spec.Rounds, spec.Patience));
            Assert.InRange(spec.MaxDepth!.Value, 1, 11);
            Assert.InRange(spec.LearningRate!.Value, 1e-5, 0.7);
            Assert.InRange(spec.MinChildWeight!.Value, 1, 100);
            Assert.Equal(Math.Floor(spec.MinChildWeight!.Value), spec.MinChildWeight);
            Assert.InRange(spec.Subsample!.Value, 0.5, 1);
            Assert.Contains(spec.MaxLeaves, new int?[] { null, 7 });
        });
    }

    [Fact]
    public void Nothing_is_tried_twice_and_a_small_space_has_fewer_candidates_than_the_budget()
    {
        PlannedTrial forest =
            Plan([Able],
                Yaml.Replace(
                    "{trials: 4, space: {trees: {whole: [5, 50]}}}", "{trials: 30, space: {max_depth: {choice: [null, null, 3, 5]}}}",
                    StringComparison.Ordinal)).First(trial => trial.Trial.Model.Name == "forest");

        Assert.Equal([null, 3, 5], forest.Search!.Candidates.Select(candidate => ((ForestSpec)candidate.Refit.Model).MaxDepth).Order());
        Assert.Null(((ForestSpec)forest.Search.Candidates.First().Refit.Model).MaxDepth);
        Assert.True(forest.Search.IsExhausted);
        Assert.False(Plan([Able])[0].Search!.IsExhausted);
    }

    [Fact]
    public void The_units_of_hidden_layers_are_drawn_as_a_list()
    {
        IReadOnlyList<PlannedTrial> networks = [.. Plan([Able]).Where(trial => trial.Trial.Model.Name == "net")];
        int[][] hidden =
            [.. networks.SelectMany(trial => trial.Search!.Candidates.Skip(1))
                .Select(
                    candidate => ((NetworkSpec)candidate.Inner.Model).Layers.OfType<DenseLayer>().SkipLast(1).Select(layer => layer.Units)
                    .ToArray())];

        Assert.Equal([1, 2, 3], hidden.Select(units => units.Length).Distinct().Order());
        Assert.All(hidden, units => Assert.InRange(Assert.Single(units.Distinct()), 2, 9));
    }

    [Fact]
    public void Candidates_are_judged_inside_the_training_rows_and_refitted_on_all_of_them()
    {
        PlannedTrial forest = Plan([Able]).First(trial => trial.Trial.Model.Name == "forest");

        Assert.All(forest.Search!.Candidates, candidate =>
        {
            (TrialInput inner, TrialInput refit) = (candidate.Inner.Input, candidate.Refit.Input);
            Assert.Equal(refit.Split.TrainRows.Order(), inner.Split.TrainRows.Concat(inner.Split.TestRows).Order());
            Assert.Empty(inner.Split.ValidationRows);
            Assert.Empty(inner.Split.TestRows.Intersect(forest.Input.Split.TestRows));
        });
    }

    [Fact]
    public void The_rows_that_judge_stop_early_too()
    {
        TrialInput inner = Plan([Able])[0].Search!.Candidates.ElementAt(3).Inner.Input;

        Assert.Equal(inner.Split.TestRows, inner.Split.ValidationRows);
    }

    [Fact]
    public void Every_engine_tries_the_same_and_a_larger_budget_begins_with_the_smaller()
    {
        IReadOnlyList<PlannedTrial> ordinary = Plan([Able, Other]);
        IReadOnlyList<PlannedTrial> full = Plan([Able], Profile.Full);

        Assert.Equal(Keys(ordinary[0]), Keys(ordinary[1]));
        Assert.Equal(Keys(ordinary[0]), Keys(full[0]).Take(6));
        Assert.Equal(12, full[0].Search!.Candidates.Count());

        static IEnumerable<ModelSpec> Keys(PlannedTrial trial) => trial.Search!.Candidates.Select(candidate => candidate.Inner.Model);
    }

    [Fact]
    public void The_candidate_with_the_lowest_log_loss_is_chosen()
    {
        PlannedTrial trial = Plan([Able])[0];

        PlannedTrial settled = Settled(trial, fit => NumberOf(fit) switch
        {
            1 => Outcome.Without(TrialStatus.Failed, "out of memory"),
            2 => Predicting(fit, right: 0.6),
            4 => Predicting(fit, right: 0.9),
            _ => Predicting(fit, right: 0.5),
        });

        SearchCandidate chosen = settled.Standing!.Chosen!.Candidate;
        Assert.Same(trial.Search!.Candidates.ElementAt(4), chosen);
        Assert.Equal((chosen.Refit.Key, chosen.Refit.Model), (settled.Key, settled.Model));
        Assert.Null(settled.Known);
        Assert.Null(trial.Standing);
    }

    [Fact]
    public void Log_loss_decides_even_against_accuracy_and_of_equal_ones_the_first_is_chosen()
    {
        PlannedTrial trial = Plan([Able])[0];

        // The first is right about every row but unsure, the third and the fourth are sure of all rows but one.
        PlannedTrial settled = Settled(trial, fit => NumberOf(fit) switch
        {
            0 => Predicting(fit, right: 0.4),
            2 or 3 => Wrong(fit, one: 0.2, others: 0.9),
            _ => Outcome.Without(TrialStatus.Failed, "out of memory"),
        });
        Assert.Same(trial.Search!.Candidates.ElementAt(2), settled.Standing!.Chosen!.Candidate);
        Assert.True(settled.Standing!.Candidates[0].Fits[^1].Score > settled.Standing.Chosen!.Fits[^1].Score);
        Assert.True(settled.Standing.Candidates[0].Loss > settled.Standing.Chosen.Loss);

        // The true class of the first row has one probability, that of all others another one.
        static Outcome Wrong(PlannedTrial fit, double one, double others)
        {
            Predictions first = Predicting(fit, one).Predictions!, rest = Predicting(fit, others).Predictions!;
            return Predicting(fit, others) with
            {
                Predictions = new Predictions(rest.Rows, 3, [.. first.Values[..3], .. rest.Values[3..]]),
            };
        }
    }

    [Fact]
    public void When_every_candidate_fails_the_default_settings_remain()
    {
        PlannedTrial trial = Plan([Able])[0];

        PlannedTrial settled = Settled(trial, _ => Outcome.Without(TrialStatus.Failed, "out of memory"));

        Assert.Same(trial.Search!.Candidates.First(), settled.Standing!.Chosen!.Candidate);
    }

    [Fact]
    public void A_search_that_is_not_finished_settles_nothing()
    {
        PlannedTrial trial = Plan([Able])[0];

        PlannedTrial settled = Settled(trial, fit => NumberOf(fit) == 0 ? null : Predicting(fit, right: 0.5));

        Assert.Equal((TrialStatus.Missing, "its search did not finish"), (settled.Known!.Status, settled.Known.Reason));
        Assert.Null(settled.Standing!.Chosen);
    }

    [Fact]
    public void An_engine_without_the_model_searches_nothing()
    {
        PlannedTrial trial = Plan([new PlannedEngine("absent", null, "not installed")])[0];

        Assert.Null(trial.Search);
        Assert.Equal(TrialStatus.Missing, trial.Known!.Status);
    }

    [Fact]
    public async Task Tables_are_searched_one_after_the_other_and_the_plan_keeps_its_order()
    {
        IReadOnlyList<PlannedTrial> plan =
            Plan([Able], Yaml.Replace("dataset: iris", "datasets: [wine, iris]", StringComparison.Ordinal));
        var searched = new List<string>();

        IReadOnlyList<PlannedTrial> settled = await SearchRun.RunAsync(plan, fits =>
        {
            searched.Add(Assert.Single(fits.Select(fit => fit.Trial.Dataset).Distinct()));
            return Task.FromResult(Outcomes.Of(fits, fit => Predicting(fit, right: 0.5)));
        });

        Assert.Equal(["wine", "iris"], searched);
        Assert.Equal(plan.Select(planned => planned.Trial), settled.Select(planned => planned.Trial));
        Assert.All(settled, planned => Assert.NotNull(planned.Standing!.Chosen));
    }

    // Null where a fit was not run.
    private static PlannedTrial Settled(PlannedTrial trial, Func<PlannedTrial, Outcome?> outcome) =>
        Assert.Single(SearchRun.Settle([trial], Outcomes.Of(
        from candidate in trial.Search!.Candidates
        let found = outcome(candidate.Inner)
        where found is not null
        select KeyValuePair.Create(candidate.Inner.Key, found))));
}
