using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Preparation;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Engines.Parity;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Experiments.Splits;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models.Tabular;
using FrameworkBench.Trials;

namespace FrameworkBench.Engines.Tests;

/// <summary>The parity pass on networks for tables: the from-scratch engine against PyTorch and TorchSharp.</summary>
public sealed class TableParityTests
{
    private static readonly RealMlpSpec RealMlp = new() { Hidden = [12, 8], Epochs = 8, BatchSize = 7 };

    private static readonly TabMSpec TabM = new() { Members = 4, Hidden = [12, 8], Epochs = 8, BatchSize = 7 };

    public static TheoryData<string, TaskKind> Cases => new()
    {
        { RealMlpSpec.KindName, TaskKind.Multiclass },
        { RealMlpSpec.KindName, TaskKind.Regression },
        { TabMSpec.KindName, TaskKind.Multiclass },
        { TabMSpec.KindName, TaskKind.Regression },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Engines_agree_in_both_float_widths_and_take_no_native_step(string kind, TaskKind task)
    {
        IReadOnlyList<EngineStatus> engines = await EnginesAsync(ParityPass.Reference, "pytorch", "torchsharp");
        EngineStatus reference = engines[0];
        var planner = new TrialPlanner([new PlannedEngine(reference.Name, reference.Hello, null)], _ => Table(task), new PlanOptions());

        IReadOnlyList<ParityRow> rows = await new ParityPass(engines).RunAsync(
            planner.Plan([Experiment(kind, task)]), cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(2 * engines.Count, rows.Count);
        Assert.All(rows, row => Assert.Equal(
            (ParityCheck.Training, ParityVerdict.Agrees, (string?)null), (row.Check, row.Verdict, row.Reason)));
        Assert.All(rows, row => Assert.InRange(row.Updates, 8 * 3, 8 * 5));
    }

    // Those that are installed, the reference first; skips the test where there is no other.
    private static async Task<IReadOnlyList<EngineStatus>> EnginesAsync(params string[] names)
    {
        string python = Path.Combine(RepositoryFiles.Root, "src", "Engines", "Python");
        var finder = new EngineFinder(new EngineFinderOptions
        {
            PythonHostFolder = python,
            Interpreters = EngineFinderOptions.InterpretersFor(null, python),
        });
        IReadOnlyList<EngineStatus> found = await EngineStatus.AskAsync(
            names.Select(name => EngineCatalog.Find(name)!), finder, cancellation: TestContext.Current.CancellationToken);
        EngineStatus[] available = [.. found.Where(engine => engine.Available)];
        if (available.Length == 1)
            Assert.Skip(string.Join("; ", found.Where(engine => !engine.Available).Select(engine => $"{engine.Name}: {engine.Problem}")));
        return available;
    }

    private static Experiment Experiment(string kind, TaskKind task)
    {
        SplitPlan split = new HoldOut(0.25, RandomState: 1);
        bool tabM = kind == TabMSpec.KindName;
        return new Experiment
        {
            Name = "tables",
            Path = "tables.yaml",
            Title = "Tables",
            Datasets = ["table"],
            Split = new ByProfile<SplitPlan>(split, split, split),
            Models =
            [
                new ExperimentModel
                {
                    Name = "net",
                    Title = "net",
                    Spec = tabM ? TabM : RealMlp.For(task),
                    Seeds = new ByProfile<int>(1, 1, 1),
                    Validation = new ValidationSetting(new ValidationPlan(0.2, RandomState: 1), FromSeed: false),
                    Preparation = new PreparationPlan
                    {
                        Inputs = InputScaling.Robust,
                        Categories = tabM ? CategoryCoding.OneHotSigned : CategoryCoding.Mixed,
                        Target = TargetScaling.Standardize,
                    },
                },
            ],
        };
    }

    private static Dataset Table(TaskKind task)
    {
        const int Rows = 48;
        string[] letters = [.. Enumerable.Range(0, 11).Select(index => $"{(char)('a' + index)}")];
        double[] cells = [.. Enumerable.Range(0, Rows).SelectMany(row => new[]
        {
            Math.Sin(row), row % 7 == 3 ? double.NaN : row * row % 17, row % 3, row % 13 == 5 ? double.NaN : row * 5 % 11,
        })];
        int[] labels = [.. Enumerable.Range(0, Rows).Select(row => (row + (row % 5)) % 3)];
        bool classes = task == TaskKind.Multiclass;
        return new Dataset
        {
            Name = "table",
            Task = task,
            Columns =
            [
                DatasetColumn.Numeric("a"), DatasetColumn.Numeric("b"), DatasetColumn.Categorical("c", ["x", "y", "z"]),
                DatasetColumn.Categorical("d", letters),
            ],
            Features = new FeatureMatrix(Rows, 4, cells),
            TargetName = "value",
            ClassNames = classes ? ["p", "q", "r"] : [],
            Labels = classes ? labels : [],
            Values = classes ? [] : [.. labels.Select((label, row) => label + (3 * Math.Sin(row)))],
            Checksum = "abc",
        };
    }
}
