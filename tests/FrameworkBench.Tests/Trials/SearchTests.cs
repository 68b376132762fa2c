using FrameworkBench.Experiments;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Tests.Experiments;
using FrameworkBench.Trials;
using FrameworkBench.Tuning;

namespace FrameworkBench.Tests.Trials;

public sealed class SearchTests
{
    private const string Yaml = """
        dataset: iris
        split: {k_fold: 3, stratified: true, random_state: 1, keep_duplicates_together: true}
        seeds: 1
        models:
          trees:
            kind: boosted_trees
            rounds: 9
            patience: 3
            validation: {fraction: 0.3}
            tune:
              trials: {default: 6, full: 12}
              space:
                max_depth: {whole: [1, 11]}
                learning_rate: {log_uniform: [1e-5, 0.7]}
                min_child_weight: {log_whole: [1, 100]}
                subsample: {uniform: [0.5, 1]}
                max_leaves: {choice: [null, 7]}
                inputs: {choice: [raw, standardise]}
          forest: {kind: forest, tune: {trials: 4, space: {trees: {whole: [5, 50]}}}}
          net: {kind: network, hidden: [4], tune: {trials: 30, space: {hidden: {repeat: {whole: [2, 9]}, times: {whole: [1, 3]}}, train.learning_rate: {log_uniform: [1e-4, 0.1]}}}}
        """;

    private static readonly PlannedEngine Able = new("able", Hello("able"), null);
    private static readonly PlannedEngine Other = new("other", Hello("other"), null);

    [Fact]
    public void The_first_candidate_is_the_model_as_it_is_written()
    {
        SearchCandidate first = Plan([Able])[0].Search!.Candidates[0];

        Assert.Empty(first.Settings);
        Assert.Equal(new BoostedTreesSpec { Rounds = 9, Patience = 3 }, first.Refit.Model);
    }

    [Fact]
    public void Candidates_lie_in_the_space_and_differ_between_splits()
    {
        IReadOnlyList<PlannedTrial> trees = [.. Plan([Able]).Where(trial => trial.Trial.Model.Name == "trees")];
        BoostedTreesSpec[] drawn = [.. trees.SelectMany(trial => trial.Search!.Candidates.Skip(1)).Select(candidate => (BoostedTreesSpec)candidate.Inner.Model)];

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
    public void The_units_of_hidden_layers_are_drawn_as_a_list()
    {
        IReadOnlyList<PlannedTrial> networks = [.. Plan([Able]).Where(trial => trial.Trial.Model.Name == "net")];
        int[][] hidden = [.. networks.SelectMany(trial => trial.Search!.Candidates.Skip(1)).Select(candidate => ((NetworkSpec)candidate.Inner.Model).Layers.OfType<DenseLayer>().SkipLast(1).Select(layer => layer.Units).ToArray())];

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
        TrialInput inner = Plan([Able])[0].Search!.Candidates[3].Inner.Input;

        Assert.Equal(inner.Split.TestRows, inner.Split.ValidationRows);
    }

    [Fact]
    public void Every_engine_tries_the_same_and_a_larger_budget_begins_with_the_smaller()
    {
        IReadOnlyList<PlannedTrial> ordinary = Plan([Able, Other]);
        IReadOnlyList<PlannedTrial> full = Plan([Able], Profile.Full);

        Assert.Equal(Keys(ordinary[0]), Keys(ordinary[1]));
        Assert.Equal(Keys(ordinary[0]), Keys(full[0]).Take(6));
        Assert.Equal(12, full[0].Search!.Candidates.Count);

        static IEnumerable<ModelSpec> Keys(PlannedTrial trial) => trial.Search!.Candidates.Select(candidate => candidate.Inner.Model);
    }

    [Fact]
    public void The_candidate_with_the_best_score_is_chosen_and_of_equal_ones_the_surer()
    {
        PlannedTrial trial = Plan([Able])[0];
        IReadOnlyList<SearchCandidate> candidates = trial.Search!.Candidates;
        foreach (SearchCandidate candidate in candidates)
            candidate.Inner.Outcome = Predicting(candidate.Inner, right: 0.5);
        candidates[1].Inner.Outcome = Outcome.Without(TrialStatus.Failed, "out of memory");
        candidates[2].Inner.Outcome = Predicting(candidates[2].Inner, right: 0.6);
        candidates[4].Inner.Outcome = Predicting(candidates[4].Inner, right: 0.9);

        SearchRun.Settle([trial]);

        Assert.Same(candidates[4], trial.Search.Chosen);
        Assert.Equal(candidates[4].Refit.Key, trial.Key);
        Assert.Equal(candidates[4].Refit.Model, trial.Model);
        Assert.Null(trial.Outcome);
    }

    [Fact]
    public void When_every_candidate_fails_the_model_as_written_remains()
    {
        PlannedTrial trial = Plan([Able])[0];
        foreach (SearchCandidate candidate in trial.Search!.Candidates)
            candidate.Inner.Outcome = Outcome.Without(TrialStatus.Failed, "out of memory");

        SearchRun.Settle([trial]);

        Assert.Same(trial.Search.Candidates[0], trial.Search.Chosen);
    }

    [Fact]
    public void A_search_that_is_not_finished_settles_nothing()
    {
        PlannedTrial trial = Plan([Able])[0];
        foreach (SearchCandidate candidate in trial.Search!.Candidates.Skip(1))
            candidate.Inner.Outcome = Predicting(candidate.Inner, right: 0.5);

        SearchRun.Settle([trial]);

        Assert.Equal((TrialStatus.Missing, "its search is not finished"), (trial.Outcome!.Status, trial.Outcome.Reason));
        Assert.Null(trial.Search.Chosen);
    }

    [Fact]
    public async Task Halving_fits_many_a_little_and_ever_fewer_with_three_times_as_much()
    {
        IReadOnlyList<PlannedTrial> plan = Plan([Able], Yaml.Replace("tune: {trials: 4", "tune: {strategy: halving, trials: 4", StringComparison.Ordinal).Replace("kind: forest,", "kind: forest, trees: 90,", StringComparison.Ordinal));
        PlannedTrial forest = plan.First(trial => trial.Trial.Model.Name == "forest");
        var rungs = new List<int[]>();

        await SearchRun.RunAsync([forest], fits =>
        {
            rungs.Add([.. fits.Select(fit => ((ForestSpec)fit.Model).Trees!.Value)]);
            foreach (PlannedTrial fit in fits)
                fit.Outcome = Predicting(fit, NumberOf(fit) / 100.0);
            return Task.CompletedTask;
        });

        // Four whole fits pay for rungs of 27, 9, 3 candidates and 1, and the model as written is fitted besides.
        Assert.Equal([28, 10, 4, 2], rungs.Select(rung => rung.Length));
        Assert.Equal([4, 10, 30, 90], rungs.Select(rung => rung[0]));
        Assert.Equal([0, 27], forest.Search!.Brackets[0].Remaining.Select(candidate => NumberOf(candidate.Inner)));
        Assert.Equal(27, NumberOf(forest.Search.Chosen!.Inner));
        Assert.Equal(forest.Search.Chosen.Refit.Key, forest.Key);
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
        IReadOnlyList<PlannedTrial> plan = Plan([Able], Yaml.Replace("{trials: 4,", "{strategy: halving, trials: 2,", StringComparison.Ordinal).Replace("kind: forest,", "kind: forest, trees: 90,", StringComparison.Ordinal));
        PlannedTrial forest = plan.First(trial => trial.Trial.Model.Name == "forest");

        await SearchRun.RunAsync([forest], fits =>
        {
            foreach (PlannedTrial fit in fits)
                fit.Outcome = NumberOf(fit) < 3 ? Outcome.Without(TrialStatus.Failed, "out of memory") : Predicting(fit, 0.5);
            return Task.CompletedTask;
        });

        Assert.Equal([0, 3], forest.Search!.Brackets[0].Remaining.Select(candidate => NumberOf(candidate.Inner)));
        Assert.Equal(3, NumberOf(forest.Search.Chosen!.Inner));
    }

    [Fact]
    public async Task Where_every_split_tries_the_same_the_winners_of_all_meet_on_each()
    {
        IReadOnlyList<PlannedTrial> plan = [.. Plan([Able], Yaml.Replace("tune: {trials: 4", "tune: {strategy: halving, same_candidates: true, trials: 2", StringComparison.Ordinal).Replace("kind: forest,", "kind: forest, trees: 90,", StringComparison.Ordinal)).Where(trial => trial.Trial.Model.Name == "forest")];

        await SearchRun.RunAsync(plan, fits =>
        {
            foreach (PlannedTrial fit in fits)
                fit.Outcome = Predicting(fit, NumberOf(fit) == fit.Trial.Split + 1 ? 0.9 : 0.5);
            return Task.CompletedTask;
        });

        // Each split chose its own, by its own rows only; the others' winners were fitted there afterwards.
        Assert.Equal([1, 2, 3], plan.Select(trial => NumberOf(trial.Search!.Chosen!.Inner)));
        Assert.All(plan, trial => Assert.Equal([0, 1, 2, 3], trial.Search!.Candidates.Where(candidate => candidate.Score is not null).Select(candidate => NumberOf(candidate.Inner))));
        Assert.Equal(plan[0].Search!.Candidates[1].Settings, plan[2].Search!.Candidates[1].Settings);
    }

    [Fact]
    public async Task A_budget_of_time_ends_between_races_and_what_was_finished_counts()
    {
        IReadOnlyList<PlannedTrial> plan = [.. Plan([Able], Yaml.Replace("tune: {trials: 4", "tune: {trials: 2", StringComparison.Ordinal)).Where(trial => trial.Trial.Model.Name == "forest")];
        var clock = new StoppedClock();

        await SearchRun.RunForAsync(plan, fits =>
        {
            clock.Seconds += 10;
            foreach (PlannedTrial fit in fits)
                fit.Outcome = Predicting(fit, 0.5 + (NumberOf(fit) / 100.0));
            return Task.CompletedTask;
        }, TimeSpan.FromSeconds(35), clock);

        // Two candidates after 10 s, as many again after 20, three for which there is time after 30, and one more.
        Assert.All(plan, trial => Assert.Equal((8, 7), (trial.Search!.Candidates.Count, NumberOf(trial.Search.Chosen!.Inner))));
    }

    [Fact]
    public async Task A_race_that_time_cut_off_decides_nothing()
    {
        IReadOnlyList<PlannedTrial> plan = [.. Plan([Able], Yaml.Replace("tune: {trials: 4", "tune: {strategy: halving, trials: 2", StringComparison.Ordinal).Replace("kind: forest,", "kind: forest, trees: 90,", StringComparison.Ordinal)).Where(trial => trial.Trial.Model.Name == "forest")];
        var clock = new StoppedClock();

        await SearchRun.RunForAsync(plan, fits =>
        {
            clock.Seconds += 10;
            foreach (PlannedTrial fit in fits)
                fit.Outcome = Predicting(fit, NumberOf(fit) > 3 ? 0.9 : NumberOf(fit) == 2 ? 0.7 : 0.5);
            return Task.CompletedTask;
        }, TimeSpan.FromSeconds(25), clock);

        Assert.All(plan, trial =>
        {
            Assert.Equal([true, false], trial.Search!.Brackets.Select(bracket => bracket.IsFinished));
            Assert.Equal(2, NumberOf(trial.Search.Chosen!.Inner));
        });
    }

    [Fact]
    public void An_engine_without_the_model_searches_nothing()
    {
        PlannedTrial trial = Plan([new PlannedEngine("absent", null, "not installed")])[0];

        Assert.Null(trial.Search);
        Assert.Equal(TrialStatus.Missing, trial.Outcome!.Status);
    }

    private static Outcome Predicting(PlannedTrial planned, double right)
    {
        int[] rows = planned.Input.Split.TestRows;
        double[] values = [.. rows.SelectMany(row => Enumerable.Range(0, 3).Select(label => planned.Input.Dataset.Labels[row] == label ? right : (1 - right) / 2))];
        return new Outcome { Status = TrialStatus.Done, Predictions = new Predictions(rows.Length, 3, values) };
    }

    private static int NumberOf(PlannedTrial candidate) => int.Parse(candidate.Trial.Model.Name.Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture);

    private static IReadOnlyList<PlannedTrial> Plan(IReadOnlyList<PlannedEngine> engines, Profile profile = Profile.Default) => Plan(engines, Yaml, profile);

    private static IReadOnlyList<PlannedTrial> Plan(IReadOnlyList<PlannedEngine> engines, string yaml, Profile profile = Profile.Default)
    {
        Experiment experiment = new ExperimentLoader(TestVocabulary.Real).Parse("searched.yaml", yaml);
        var catalog = FrameworkBench.Datasets.Catalog.DatasetCatalog.Read(RepositoryFiles.Catalog);
        return new TrialPlanner(engines, catalog.Load, new PlanOptions { Profile = profile }).Plan([experiment]);
    }

    private static HelloReply Hello(string name) => new()
    {
        Engine = name,
        Framework = name,
        Version = "1.0",
        Capabilities = new Capabilities
        {
            Models = [BoostedTreesSpec.KindName, ForestSpec.KindName, NetworkSpec.KindName],
            Layers = ["dense"],
            Activations = Enum.GetValues<Activation>(),
            Initialisations = Enum.GetValues<InitialisationKind>(),
            Losses = Enum.GetValues<Loss>(),
            Optimizers = Enum.GetValues<Optimizer>(),
            EarlyStopping = true,
        },
    };

    /// <summary>A clock that goes on when it is told to.</summary>
    private sealed class StoppedClock : TimeProvider
    {
        public long Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }
}
