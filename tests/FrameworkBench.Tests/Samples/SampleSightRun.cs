using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Preparation;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Engines;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Experiments.Report;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Results;
using FrameworkBench.Scoring;
using FrameworkBench.Trials;

namespace FrameworkBench.Tests.Samples;

/// <summary>
/// A made-up run of an experiment that shows what its models see and rely on: a line and a tree on points in a plane, by two engines of
/// which one
/// explains its tree, and a tree of loans with a category.
/// </summary>
internal static class SampleSightRun
{
    private static readonly string[] Engines = ["scratch", "sklearn"];

    public static RunResult Make()
    {
        Experiment[] experiments = [Planes(), Loans()];
        return new RunResult
        {
            Profile = Profile.Default,
            Experiments = experiments,
            Engines = [.. Engines.Select(Engine)],
            Results = [.. experiments.SelectMany(experiment => Trials(experiment, experiment.Name == "planes" ? Points() : LoansTable()))],
            Verdicts = [],
            Timings = [],
            Documentation = "../docs",
            Machine = new Machine("Example CPU", 2, 8L << 30, "Example OS 12, X64", ".NET 10.0.0", "0123456789ab"),
        };
    }

    private static Experiment Planes() => Experiment("planes", "points", new ReportSettings
    {
        DecisionPlanes = true,
        LearningCurve = false,
    }, new PreparationPlan());

    private static Experiment Loans() => Experiment("loans", "loans", new ReportSettings
    {
        ImportanceRepeats = 2,
        LearningCurve = false,
    }, new PreparationPlan());

    private static Experiment Experiment(string name, string dataset, ReportSettings report, PreparationPlan preparation) => new()
    {
        Name = name,
        Path = $"experiments/{name}.yaml",
        Title = $"What models see of {dataset}",
        Datasets = [dataset],
        Split = new(new AllRows(), new AllRows(), new AllRows()),
        Models =
        [
            new ExperimentModel
            {
                Name = "line",
                Title = "straight line",
                Spec = new LinearSpec(),
                Seeds = new(3, 3, 3),
                Preparation = preparation,
            },
            new ExperimentModel
            {
                Name = "tree",
                Title = "one tree",
                Spec = new TreeSpec(),
                Seeds = new(3, 3, 3),
                Preparation = preparation,
            },
        ],
        Report = report,
    };

    private static IEnumerable<TrialResult> Trials(Experiment experiment, Dataset dataset)
    {
        Split split = experiment.Split.Default.Split(dataset)[0];
        foreach (ExperimentModel model in experiment.Models)
        {
            for (long seed = 0; seed < 3; seed++)
            {
                var input = new TrialInput(dataset, split, model.Preparation, Precision.Float32, PredictTraining: false)
                {
                    Probes = experiment.Report.DecisionPlanes
                        ? new ProbePlan { PlaneCells = seed == 0 ? 12 : 0 }
                        : new ProbePlan { Permutations = 2, Explanation = true },
                };
                foreach (string engine in Engines)
                {
                    var trial = new Trial(experiment, model, dataset.Name, engine, 0, seed);
                    yield return TrialResult.Of(
                        new PlannedTrial(trial, input, model.Spec, new TrialKey(new string('0', 64))), OutcomeOf(trial, input));
                }
            }
        }
    }

    private static Outcome OutcomeOf(Trial trial, TrialInput input)
    {
        FeatureMatrix rows = input.PredictedInputs();
        double shift = (trial.Engine == "sklearn" ? 0.4 : 0) + (0.2 * trial.Seed);
        bool isTree = trial.Model.Name == "tree";
        double[] yes = [.. Enumerable.Range(0, rows.Rows).Select(row => Answers(rows[row, 0], rows[row, 1]) ? 0.9 : 0.2)];
        return new Outcome
        {
            Status = TrialStatus.Done,
            Predictions = new Predictions(rows.Rows, 2, [.. yes.SelectMany(probability => new[] { 1 - probability, probability })]),
            Parameters = isTree ? 6 : 3,
            Explanation = isTree && input.Probes.Explanation ? Explain(input, trial) : null,
        };

        bool Answers(double x, double y) => isTree ? x > 4 + shift && y > 0.5 : x + y > 5 + shift;
    }

    // A tree whose fourth question is deeper than what is drawn; the third column of the prepared table is "colour=red".
    private static Explanation Explain(TrialInput input, Trial trial)
    {
        double[] scale = [.. input.Preparation.Fit(input.Dataset, input.Split.TrainRows).Transform(input.Split.TrainRows).Values];
        double middle = (scale[3 * 4] + scale[3 * 5]) / 2;
        return new Explanation
        {
            Importance = [0.6 - (0.05 * trial.Seed), 0.25, 0.15 + (0.05 * trial.Seed)],
            Tree = trial.Engine != "scratch" ? null :
            [
                Question(0, middle, 1, 2, 12),
                Question(2, 0.5, 3, 4, 5),
                Leaf(7, 0.1),
                Question(0, -1, 5, 6, 3),
                Leaf(2, 0.5),
                Question(0, -1.2, 7, 8, 2),
                Leaf(1, 1),
                Leaf(1, 0),
                Leaf(1, 1),
            ],
        };

        static DecisionNode Question(int feature, double threshold, int left, int right, int rows) =>
            Leaf(rows, 0.5) with { Feature = feature, Threshold = threshold, Left = left, Right = right };

        static DecisionNode Leaf(int rows, double yes) => new() { Rows = rows, Value = [1 - yes, yes] };
    }

    private static Dataset Points() =>
        Table("points", [DatasetColumn.Numeric("x"), DatasetColumn.Numeric("y")],
            [.. Enumerable.Range(0, 12).SelectMany(i => new double[] { i, i % 3 })]);

    private static Dataset LoansTable() =>
        Table("loans", [DatasetColumn.Numeric("years"), DatasetColumn.Categorical("colour", ["blue", "red"])],
            [.. Enumerable.Range(0, 12).SelectMany(i => new double[] { i, i % 2 })]);

    private static Dataset Table(string name, IReadOnlyList<DatasetColumn> columns, double[] values) => new()
    {
        Name = name,
        Task = TaskKind.Binary,
        Columns = columns,
        Features = new FeatureMatrix(12, 2, values),
        TargetName = "class",
        ClassNames = ["no", "yes"],
        Labels = [.. Enumerable.Range(0, 12).Select(i => values[2 * i] > 4 && values[(2 * i) + 1] > 0.5 ? 1 : 0)],
        Checksum = name,
    };

    private static EngineStatus Engine(string name) => new(
        EngineCatalog.Find(name)!,
        new EngineCommand(name, []),
        new HelloReply { Engine = name, Framework = name, Version = "1", Capabilities = new Capabilities { Models = ["tree"] } },
        null);
}
