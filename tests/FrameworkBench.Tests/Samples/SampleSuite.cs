using FrameworkBench.Claims;
using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Preparation;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Engines;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Claims;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Experiments.Report;
using FrameworkBench.Experiments.Searches;
using FrameworkBench.Experiments.Splits;
using FrameworkBench.Pages;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Results;
using FrameworkBench.Scoring;
using FrameworkBench.Trials;
using FrameworkBench.Trials.Searches;
using FrameworkBench.Tuning;
using FrameworkBench.Writing;

namespace FrameworkBench.Tests.Samples;

/// <summary>
/// A made-up run over 24 tables: three comparisons; an engine with both sides of each, one with both sides of one, one
/// with one side only; small and large tables of each kind; a tie; failed and diverged trials.
/// </summary>
internal static class SampleSuite
{
    public const int Tables = 24;

    private const int Splits = 6, SplitsOfLarge = 3;
    private const string Failing = "t07", Tied = "t11";

    private static readonly Lazy<IReadOnlyList<ResultFile>> Written = new(() => ResultsWriter.Make(Make()));

    /// <summary>Its files, which take seconds to make.</summary>
    public static IReadOnlyList<ResultFile> Files => Written.Value;

    public static RunResult Make(double slowness = 1, int tables = Tables)
    {
        Experiment experiment = Suite(tables);
        EngineStatus[] engines =
            [Engine("scratch"), Engine("sklearn"), Engine("xgboost"),
                new(EngineCatalog.Find("keras")!, null, null, "python3 does not import keras")];
        TrialResult[] results = [.. Results(experiment, slowness)];
        return new RunResult
        {
            Profile = Profile.Default,
            Experiments = [experiment],
            Engines = engines,
            Results = results,
            Verdicts = ClaimJudge.Judge(experiment, results, [.. engines.Select(engine => engine.Name)]),
            Documentation = "../docs",
            Machine = new Machine("Example CPU", 2, 8L << 30, "Example OS 12, X64", ".NET 10.0.0", "0123456789ab"),
        };
    }

    private static Experiment Suite(int tables)
    {
        SplitPlan plan = new KFold(3, 2, Stratified: true) { KeepDuplicatesTogether = true };
        var aside = new ValidationSetting(new ValidationPlan(0.1), FromSeed: true);
        var network = new NetworkSpec
        {
            Layers =
                [new DenseLayer { Units = 100, Activation = Activation.Relu },
                    new DenseLayer { Units = 1, Activation = Activation.Sigmoid }],
            Train = new TrainingSpec { Loss = Loss.BinaryCrossEntropy, Optimizer = Optimizer.Adam, LearningRate = 0.001, Epochs = 50 },
        };
        var search =
            new Search(
                ["learning_rate"], Same(4), new ValidationPlan(0.2), _ => throw new InvalidOperationException("nothing is drawn here"));
        return new Experiment
        {
            Name = "many",
            Path = "experiments/tabular/many.yaml",
            Title = "Trees | networks",
            Question = "Are trees better than networks?",
            Notes = ["The scores are made up."],
            Datasets = [.. Enumerable.Range(0, tables).Select(Name)],
            Split = Same(plan),
            Models =
            [
                Model("constant", "constant", new ConstantSpec()),
                Model("linear", "linear", new LinearSpec()),
                Model("network", "network, defaults", network) with { FollowsTask = true },
                Model("network-tuned", "network, tuned", network) with { FollowsTask = true, Search = search, Validation = aside },
                Model("network-practical", "network, practical", network with
                {
                    Ensemble = 5,
                }) with { FollowsTask = true, Validation = aside },
                Model("boosted", "boosted trees, defaults", new BoostedTreesSpec()) with { Preparation = PreparationPlan.Raw },
                Model("boosted-tuned", "boosted trees, tuned", new BoostedTreesSpec()) with
                {
                    Preparation = PreparationPlan.Raw,
                    Search = search,
                },
            ],
            Claims =
            [
                Claim("majority", "Trees beat networks | in the majority of cases.", "better_on_share") with { Share = 0.5 },
                Claim("better", "Trees are better.", "practically_better"),
                Claim("small", "Trees are better on small tables.", "better_across") with { Tables = new TableSlice { RowsBelow = 1000 } },
            ],
            Report = new ReportSettings
            {
                Metric = new MetricReference("score"),
                Compare =
                [
                    new ModelPair("defaults", "boosted", "network"),
                    new ModelPair("tuned", "boosted-tuned", "network-tuned"),
                    new ModelPair("practical network", "boosted-tuned", "network-practical"),
                ],
                Specifications = new SpecificationSettings(
                    ["boosted", "boosted-tuned"], ["network", "network-tuned", "network-practical"],
                    Enum.GetValues<SpecificationMeasure>()),
            },
        };
    }

    private static ClaimSpec Claim(string id, string says, string kind) => new()
    {
        Id = id,
        Says = says,
        Source = new Citation("Lessons about Networks", "Tables"),
        Kind = kind,
        Model = "boosted-tuned",
        Against = "network-tuned",
        Metric = new MetricReference("score"),
    };

    private static string Name(int number) => FormattableString.Invariant($"t{number:00}");

    private static ExperimentModel Model(string name, string title, ModelSpec spec) => new()
    {
        Name = name,
        Title = title,
        Spec = spec,
        Seeds = Same(1),
    };

    private static EngineStatus Engine(string name) => new(
        EngineCatalog.Find(name)!,
        new EngineCommand(name, []),
        new HelloReply { Engine = name, Framework = name, Version = "1.0", Capabilities = new Capabilities { Models = ["network"] } },
        null);

    private static IEnumerable<TrialResult> Results(Experiment experiment, double slowness)
    {
        for (int number = 0; number < experiment.Datasets.Count; number++)
        {
            Dataset table = Table(number);
            foreach (ExperimentModel model in experiment.Models)
            {
                foreach (string engine in new[] { "scratch", "sklearn", "xgboost", "keras" })
                {
                    for (int split = 0; split < (table.Rows >= 3000 ? SplitsOfLarge : Splits); split++)
                        yield return Result(new Trial(experiment, model, table.Name, engine, split, 0), table, number, slowness);
                }
            }
        }
    }

    // Every third table is small, every third large; every second has categories; every fourth has values to predict.
    private static Dataset Table(int number)
    {
        int rows = (number % 3) switch { 0 => 150 + (10 * number), 1 => 1000 + (20 * number), _ => 2000 + (100 * number) };
        bool mixed = number % 2 == 1, values = number % 4 == 3;
        return new Dataset
        {
            Name = Name(number),
            Task = values ? TaskKind.Regression : TaskKind.Binary,
            Columns =
                [DatasetColumn.Numeric("x"), mixed ? DatasetColumn.Categorical("colour", ["blue", "red"]) : DatasetColumn.Numeric("y")],
            Features = new FeatureMatrix(rows, 2, new double[2 * rows]),
            TargetName = "target",
            ClassNames = values ? [] : ["no", "yes"],
            Labels = values ? [] : [.. Enumerable.Range(0, rows).Select(row => row % (number == 8 ? 10 : 2) == 0 ? 1 : 0)],
            Values = values ? new double[rows] : [],
            Checksum = Name(number),
        };
    }

    private static TrialResult Result(Trial trial, Dataset table, int number, double slowness)
    {
        int train = table.Rows * 2 / 3;
        var input =
            new TrialInput(
                table, new Split(trial.Split, [.. Enumerable.Range(0, train)], [], [.. Enumerable.Range(train, table.Rows - train)]),
                trial.Model.Preparation, Precision.Float32, false);
        Outcome outcome = OutcomeOf(trial, slowness);
        Scores? scores = outcome.Status != TrialStatus.Done ? null
            : new Scores { Values = table.IsClassification ? OfClasses(trial, number) : OfValues(trial, number) };
        return new TrialResult(trial, input, outcome, scores, null)
        {
            Search = trial.Model.Search is null ? null : SearchOf(trial, input, slowness),
        };
    }

    private static Outcome OutcomeOf(Trial trial, double slowness) => (trial.Engine, trial.Model.Name, trial.Dataset, trial.Split) switch
    {
        ("keras", _, _, _) => Outcome.Without(TrialStatus.Missing, "python3 does not import keras"),
        ("xgboost", not "boosted", _, _) or ("sklearn", not ("boosted" or "network" or "constant" or "linear"), _, _) =>
            Outcome.Without(TrialStatus.Unsupported, "model " + trial.Model.Spec.Kind),
        ("scratch", "network-tuned", Failing, 2) => Outcome.Without(TrialStatus.Failed, "the engine died"),
        ("scratch", "network", Failing, 1) => Outcome.Without(TrialStatus.Diverged, "the loss was no longer finite"),
        _ => new Outcome
        {
            Status = TrialStatus.Done,
            FitSeconds = slowness * Seconds(trial),
            PredictSeconds = 1e-4 * slowness * Seconds(trial),
            PeakBytes = 60_000_000,
        },
    };

    private static double Seconds(Trial trial) =>
        trial.Model.Name switch
        {
            "constant" => 1e-5,
            "linear" => 0.004,
            "network" => 0.1,
            "network-practical" => 0.9,
            "network-tuned" => 0.3,
            _ => 0.05
        }
        * (1 + (Noise(trial.Dataset, trial.Model.Name, 99) / 4));

    // Trees gain with the rows and on every second table; the practical network makes up for most of it.
    private static double ScoreOf(Trial trial, int number)
    {
        if (trial.Model.Name == "constant")
            return 0.5;
        double trees = ((number % 3) * 0.03) + (number % 2 == 0 ? 0.01 : -0.02);
        double gain =
            trial.Model.Name switch
            {
                "linear" => number % 2 == 0 ? -0.1 : -0.005,
                "boosted" => trees,
                "boosted-tuned" => trees + 0.005,
                "network-tuned" => 0.02,
                "network-practical" => 0.025,
                _ => 0
            };
        if (trial.Dataset == Tied && trial.Model.Name is "boosted" or "network")
            gain = 0;
        double noise = trial.Dataset == Tied ? 0 : 0.02 * Noise(trial.Dataset, trial.Model.Name + trial.Engine, trial.Split);
        return Math.Round(0.75 + (0.005 * number) + gain + noise, 4);
    }

    // Networks are ahead in what probabilities are worth, whoever is ahead in accuracy.
    private static IReadOnlyDictionary<string, double> OfClasses(Trial trial, int number)
    {
        double accuracy = ScoreOf(trial, number);
        double network = trial.Model.Name.StartsWith("network", StringComparison.Ordinal) ? 1 : 0;
        double noise = Noise(trial.Dataset, trial.Model.Name + trial.Engine + "/probabilities", trial.Split);
        return Scores.InOrder(
            ("accuracy", accuracy),
            ("log_loss", Math.Round((1.5 * (1 - accuracy)) - (0.06 * network) + (0.03 * noise), 4)),
            ("roc_auc", Math.Round(accuracy + 0.03 + (0.01 * noise), 4)),
            ("brier", Math.Round((0.6 * (1 - accuracy)) - (0.01 * network) + (0.01 * noise), 4)),
            ("ece", Math.Round(0.07 - (0.02 * network) + (0.02 * noise), 4)));
    }

    // Targets of tables have different units.
    private static IReadOnlyDictionary<string, double> OfValues(Trial trial, int number)
    {
        double determination = ScoreOf(trial, number);
        return Scores.InOrder(
            ("rmse", Math.Round(Math.Pow(10, number % 3) * Math.Sqrt(1 - determination), 6)), ("r2", determination));
    }

    /// <summary>A number from −1 to 1 that depends on names only.</summary>
    private static double Noise(string table, string model, int split) =>
        (TrialKey.Seed(FormattableString.Invariant($"{table}/{model}/{split}")) / (double)uint.MaxValue * 2) - 1;

    private static SearchStanding SearchOf(Trial trial, TrialInput input, double slowness)
    {
        var planned = new PlannedTrial(trial, input, trial.Model.Spec, new TrialKey(new string('0', 64)))
        {
            Known = new Outcome { Status = TrialStatus.Missing, FitSeconds = slowness * Seconds(trial) / 2 },
        };
        return new SearchJudge().Stand(
            new PlannedSearch(4, _ => new SearchCandidate(new Dictionary<string, string>(), [new SearchFit(1, planned)], planned)),
            Outcomes.None);
    }

    private static ByProfile<T> Same<T>(T value) => new(value, value, value);
}
