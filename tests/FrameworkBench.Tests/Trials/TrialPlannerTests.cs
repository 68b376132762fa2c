using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Preparation;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Claims;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Experiments.Report;
using FrameworkBench.Experiments.Splits;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Trials;

namespace FrameworkBench.Tests.Trials;

public sealed class TrialPlannerTests
{
    private static readonly PlannedEngine Able = new("able", Hello("able", "1.0", [NetworkSpec.KindName, LinearSpec.KindName]), null);
    private static readonly PlannedEngine Linear = new("linear-only", Hello("linear-only", "1.0", [LinearSpec.KindName]), null);
    private static readonly PlannedEngine Absent = new("absent", null, "not installed");

    [Fact]
    public void Trials_are_splits_times_models_times_seeds_times_engines()
    {
        IReadOnlyList<PlannedTrial> plan = Plan([Able, Linear], Experiment());

        Assert.Equal(3 * 2 * 4 * 2, plan.Count);
        Assert.Equal(plan.Count, plan.Select(trial => trial.Key).Distinct().Count());
    }

    [Fact]
    public void Only_the_rows_of_a_split_tell_a_table_of_groups_from_one_without()
    {
        Dataset table = Table();
        PreparationPlan preparation = new();
        TrialInput Input(Dataset dataset) => new(dataset, new Split(0, [0, 1, 2], [], [3]), preparation, Precision.Float32, false);

        Assert.Equal(Input(table).Digest, Input(table with { GroupName = "a", Groups = new int[24] }).Digest);

        // As before tables could have groups: stored trials stay what they are.
        Assert.StartsWith("96b7447de3ea7597712ffe6c35d209e7", Input(table).Digest, StringComparison.Ordinal);
    }

    [Fact]
    public void Seeds_count_from_the_first_one()
    {
        PlannedEngine slow = Able with { Name = "slow", MostSeeds = 2 };

        IReadOnlyList<PlannedTrial> plan = Plan([Able, slow], Experiment() with { FirstSeed = 1000 });

        Assert.Equal(
            Enumerable.Range(1000, 12).Select(seed => (long)seed),
            plan.Where(trial => trial.Trial.Engine == "able").Select(trial => trial.Trial.Seed).Distinct().Order());
        Assert.Equal(
            Enumerable.Range(1000, 6).Select(seed => (long)seed),
            plan.Where(trial => trial.Trial.Engine == "slow").Select(trial => trial.Trial.Seed).Distinct().Order());
        Assert.Empty(plan.Select(trial => trial.Key).Intersect(Plan([Able], Experiment()).Select(trial => trial.Key)));
    }

    [Fact]
    public void Every_split_has_seeds_of_its_own_and_every_engine_the_same()
    {
        var seeds = Plan([Able, Linear], Experiment()).GroupBy(trial => (trial.Trial.Engine, trial.Trial.Model.Name, trial.Trial.Split))
            .Select(split => (split.Key, Seeds: split.Select(trial => trial.Trial.Seed).ToArray())).ToList();

        Assert.All(
            seeds, split => Assert.Equal([split.Key.Split, split.Key.Split + 3, split.Key.Split + 6, split.Key.Split + 9], split.Seeds));
    }

    [Fact]
    public void An_engine_that_is_not_there_gets_rows_that_say_why()
    {
        IReadOnlyList<PlannedTrial> plan = Plan([Absent], Experiment());

        Assert.All(plan, trial => Assert.Equal((TrialStatus.Missing, "not installed"), (trial.Known!.Status, trial.Known.Reason)));
    }

    [Fact]
    public void The_files_of_an_engine_outside_the_project_tell_its_trials_apart()
    {
        HelloReply built = Able.Hello! with { Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["build"] = "abc" } };

        Assert.Equal("able able 1.0", Able.Identity);
        Assert.EndsWith(" 1.0 abc", (Able with { Hello = built }).Identity, StringComparison.Ordinal);
        Assert.NotEqual((Able with { Build = "one" }).Identity, (Able with { Build = "two" }).Identity);
    }

    [Fact]
    public void What_an_engine_lacks_is_an_unsupported_row_that_names_it_and_only_there()
    {
        IReadOnlyList<PlannedTrial> plan = Plan([Linear], Experiment());

        Assert.All(
            plan.Where(trial => trial.Model is NetworkSpec),
            trial => Assert.Equal((TrialStatus.Unsupported, "model network"), (trial.Known!.Status, trial.Known.Reason)));
        Assert.All(plan.Where(trial => trial.Model is LinearSpec), trial => Assert.Null(trial.Known));
    }

    [Fact]
    public void Every_engine_gets_the_same_rows()
    {
        IReadOnlyList<PlannedTrial> plan = Plan([Able, Linear], Experiment());

        Assert.All(
            plan.GroupBy(trial => (trial.Trial.Split, trial.Trial.Model.Name, trial.Trial.Seed)),
            trials => Assert.Single(trials.Select(trial => trial.Input.Digest).Distinct()));
    }

    [Fact]
    public void Validation_rows_drawn_from_the_seed_differ_by_seed_and_fixed_ones_do_not()
    {
        IReadOnlyList<PlannedTrial> bySeed = Plan([Able], Experiment(new ValidationSetting(new ValidationPlan(0.25), FromSeed: true)));
        IReadOnlyList<PlannedTrial> @fixed = Plan([Able], Experiment(new ValidationSetting(new ValidationPlan(0.25), FromSeed: false)));

        Assert.Equal(4, bySeed.Where(trial => trial.Trial.Split == 0).Select(trial => trial.Input.Digest).Distinct().Count());
        Assert.Single(@fixed.Where(trial => trial.Trial.Split == 0).Select(trial => trial.Input.Digest).Distinct());
    }

    [Fact]
    public void Open_widths_are_filled_in_by_the_data()
    {
        var network = (NetworkSpec)Plan([Able], Experiment())[0].Model;

        Assert.Equal(2, ((DenseLayer)network.Layers[^1]).Units);
    }

    [Fact]
    public void A_new_version_of_an_engine_is_another_trial()
    {
        var newer = new PlannedEngine("able", Hello("able", "1.1", [NetworkSpec.KindName, LinearSpec.KindName]), null);

        Assert.NotEqual(Plan([Able], Experiment())[0].Key, Plan([newer], Experiment())[0].Key);
    }

    [Fact]
    public void The_number_of_seeds_follows_the_profile_unless_it_is_given()
    {
        Assert.Equal(3 * 2 * 1, Plan([Able], Experiment(), new PlanOptions { Profile = Profile.Quick }).Count);
        Assert.Equal(3 * 2 * 7, Plan([Able], Experiment(), new PlanOptions { Seeds = 7 }).Count);
    }

    [Fact]
    public void A_slow_engine_gets_fewer_seeds_in_an_ordinary_run_and_all_when_they_are_asked_for()
    {
        PlannedEngine slow = Able with { MostSeeds = 2 };

        Assert.Equal(3 * 2 * 2, Plan([slow], Experiment()).Count);
        Assert.Equal(3 * 2 * 9, Plan([slow], Experiment(), new PlanOptions { Profile = Profile.Full }).Count);
        Assert.Equal(3 * 2 * 7, Plan([slow], Experiment(), new PlanOptions { Seeds = 7 }).Count);
    }

    [Fact]
    public void A_long_experiment_has_its_own_limit()
    {
        PlannedEngine engine = Able with { MostSeeds = 1, MostSeedsWhenLong = 2 };

        Assert.Equal(3 * 2 * 2, Plan([engine], Experiment() with { IsLong = true }).Count);
        Assert.Equal(3 * 2 * 1, Plan([engine], Experiment()).Count);
        Assert.Equal(3 * 2 * 9, Plan([engine], Experiment() with { IsLong = true }, new PlanOptions { Profile = Profile.Full }).Count);
    }

    [Fact]
    public void Training_rows_are_predicted_only_when_something_asks_for_them()
    {
        Experiment plain = Experiment();
        Experiment asking = plain with { Report = new ReportSettings { Also = [new MetricReference("train_accuracy")] } };

        Assert.False(Plan([Able], plain)[0].Input.PredictTraining);
        Assert.True(Plan([Able], asking)[0].Input.PredictTraining);
    }

    [Fact]
    public void The_plane_is_predicted_by_the_first_trial_of_each_model_alone()
    {
        IReadOnlyList<PlannedTrial> plan = Plan([Able], Experiment() with { Report = new ReportSettings { DecisionPlanes = true } });

        Assert.All(plan, trial => Assert.Equal(trial.Trial is { Split: 0, Seed: 0 } ? 60 : 0, trial.Input.Probes.PlaneCells));
    }

    [Fact]
    public void Columns_are_permuted_where_the_report_or_a_claim_is_about_importance()
    {
        Experiment plain = Experiment();
        Experiment reported = plain with { Report = new ReportSettings { ImportanceRepeats = 2 } };
        Experiment claimed = plain with
        {
            Claims = [new ClaimSpec
            {
                Id = "few",
                Says = "Few matter.",
                Kind = "at_least",
                Model = "net",
                Metric = new MetricReference("importance_top3"),
                Value = 0.5,
            }],
        };

        Assert.Equal(ProbePlan.None, Plan([Able], plain)[0].Input.Probes);
        Assert.Equal(new ProbePlan { Permutations = 2, Explanation = true }, Plan([Able], reported)[0].Input.Probes);
        Assert.Equal(new ProbePlan { Permutations = 5, Explanation = true }, Plan([Able], claimed)[0].Input.Probes);
    }

    [Fact]
    public void A_profile_runs_its_own_data_sets_and_a_model_its_own_engines()
    {
        Experiment experiment = Experiment();
        experiment = experiment with
        {
            Datasets = ["table", "other", "third"],
            DatasetsByProfile = new ByProfile<IReadOnlyList<string>>(["other"], ["table", "other"], ["table", "third"]),
            Models = [experiment.Models[0] with
            {
                Engines = new ByProfile<IReadOnlyList<string>?>(["able"], null, null),
            }, experiment.Models[1]],
        };

        IReadOnlyList<PlannedTrial> quick = Plan([Able, Linear], experiment.At(Profile.Quick), new PlanOptions { Profile = Profile.Quick });

        Assert.Equal(["other"], quick.Select(trial => trial.Trial.Dataset).Distinct());
        Assert.Equal(
            [("net", "able"), ("line", "able"), ("line", "linear-only")],
            quick.Select(trial => (trial.Trial.Model.Name, trial.Trial.Engine)).Distinct());
        Assert.Equal(["table", "third"], experiment.At(Profile.Full).Datasets);

        Experiment narrowed = experiment with { EnginesByProfile = new ByProfile<IReadOnlyList<string>?>(["linear-only"], null, null) };
        Assert.Equal(["linear-only"], Plan([Able, Linear], narrowed.At(Profile.Quick), new PlanOptions
        {
            Profile = Profile.Quick,
        }).Select(trial => trial.Trial.Engine).Distinct());
        Assert.Null(narrowed.At(Profile.Full).Engines);
    }

    [Fact]
    public void More_trials_than_fit_into_memory_are_refused_before_any_is_planned()
    {
        ExperimentException exception = Assert.Throws<ExperimentException>(
            () => Plan([Able, Linear], Experiment(), new PlanOptions { Seeds = 1_000_000_000 }));

        Assert.EndsWith(
            ": 12,000,000,000 trials on table; must be at most 1,000,000: take fewer seeds, repeats, folds or models",
            exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(25, false)]
    [InlineData(1e6, true)]
    public void A_target_that_floats_round_away_is_refused_unless_it_is_standardised(double spread, bool isPlanned)
    {
        Dataset table = Table() with
        {
            Task = TaskKind.Regression,
            ClassNames = [],
            Labels = [],
            Values = [.. Enumerable.Range(0, 24).Select(row => 1e9 + (spread * (row % 5)))],
        };
        Experiment experiment = Experiment();
        var folds = new KFold(3);
        experiment = experiment with { Models = [experiment.Models[1]], Split = new ByProfile<SplitPlan>(folds, folds, folds) };
        ExperimentModel model = experiment.Models[0];
        var planner = new TrialPlanner([Linear], _ => table, new PlanOptions());

        if (isPlanned)
            Assert.NotEmpty(planner.Plan([experiment]));
        else
            Assert.EndsWith(
                "column 'class' varies by so little beside its size that 32-bit floats round it away; add 'target: standardise' to the "
                + "inputs of 'line'",
                Assert.Throws<DatasetException>(() => planner.Plan([experiment])).Message, StringComparison.Ordinal);
        Assert.NotEmpty(planner.Plan([experiment with { Precision = Precision.Float64 }]));
        Assert.NotEmpty(planner.Plan(
            [experiment with { Models = [model with { Preparation = new PreparationPlan { Target = TargetScaling.Standardize } }] }]));
    }

    [Fact]
    public void A_raw_input_that_floats_round_away_is_refused_unless_it_is_scaled()
    {
        Dataset table = Table() with
        {
            Features = new FeatureMatrix(24, 2, [.. Enumerable.Range(0, 48).Select(cell => cell % 2 == 0 ? cell : 1.6e9 + cell)]),
        };
        Experiment experiment = Experiment();
        ExperimentModel raw = experiment.Models[1] with { Preparation = new PreparationPlan { Inputs = InputScaling.Raw } };
        var planner = new TrialPlanner([Linear], _ => table, new PlanOptions());

        Assert.NotEmpty(planner.Plan([experiment]));
        Assert.EndsWith(
            "column 'b' varies by so little beside its size that 32-bit floats round it away; add 'scaling: standardise' to the inputs of "
            + "'line', or 'precision: float64' to the experiment",
            Assert.Throws<DatasetException>(() => planner.Plan([experiment with { Models = [raw] }])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Planning_ends_when_it_is_canceled() => Assert.Throws<OperationCanceledException>(
        () => new TrialPlanner([Able], _ => Table(), new PlanOptions()).Plan([Experiment()], new CancellationToken(canceled: true)));

    [Fact]
    public void Trials_are_counted_as_they_are_listed()
    {
        Experiment experiment = Experiment() with { Engines = ["able", "linear-only"] };
        PlannedEngine[] engines = [Able with { MostSeeds = 2 }, Linear, Absent];

        Assert.Equal(
            TrialOrder.Of(experiment, "table", 3, engines, new PlanOptions()).Count(),
            TrialOrder.Count(experiment, 3, engines, new PlanOptions()));
    }

    private static IReadOnlyList<PlannedTrial> Plan(
        IReadOnlyList<PlannedEngine> engines, Experiment experiment, PlanOptions? options = null) =>
        new TrialPlanner(engines, _ => Table(), options ?? new PlanOptions()).Plan([experiment]);

    private static Experiment Experiment(ValidationSetting? validation = null)
    {
        var seeds = new ByProfile<int>(1, 4, 9);
        SplitPlan split = new KFold(3, Stratified: true);
        var network = new NetworkSpec
        {
            Layers = [new DenseLayer
            {
                Units = 3,
                Activation = Activation.Relu,
            }, new DenseLayer { Units = DenseLayer.OutputUnits, Activation = Activation.Softmax }],
            Train = new TrainingSpec { Loss = Loss.CategoricalCrossEntropy, Optimizer = Optimizer.Adam, LearningRate = 0.01, Epochs = 5 },
        };
        return new Experiment
        {
            Name = "planned",
            Path = "planned.yaml",
            Title = "Planned",
            Datasets = ["table"],
            Split = new ByProfile<SplitPlan>(split, split, split),
            Models =
            [
                new ExperimentModel
                {
                    Name = "net",
                    Title = "net",
                    Spec = network,
                    Seeds = seeds,
                    Validation = validation,
                    Preparation = new PreparationPlan(),
                },
                new ExperimentModel
                {
                    Name = "line",
                    Title = "line",
                    Spec = new LinearSpec(),
                    Seeds = seeds,
                    Validation = validation,
                    Preparation = new PreparationPlan(),
                },
            ],
        };
    }

    private static Dataset Table() => new()
    {
        Name = "table",
        Task = TaskKind.Binary,
        Columns = [DatasetColumn.Numeric("a"), DatasetColumn.Numeric("b")],
        Features = new FeatureMatrix(24, 2, [.. Enumerable.Range(0, 48).Select(value => (double)value)]),
        TargetName = "class",
        ClassNames = ["no", "yes"],
        Labels = [.. Enumerable.Range(0, 24).Select(row => row % 2)],
        Checksum = "abc",
    };

    private static HelloReply Hello(string name, string version, IReadOnlyList<string> models) => new()
    {
        Engine = name,
        Framework = name,
        Version = version,
        Capabilities = new Capabilities
        {
            Models = models,
            Layers = ["dense"],
            Activations = Enum.GetValues<Activation>(),
            Initializations = Enum.GetValues<InitializationKind>(),
            Losses = Enum.GetValues<Loss>(),
            Optimizers = Enum.GetValues<Optimizer>(),
        },
    };
}
