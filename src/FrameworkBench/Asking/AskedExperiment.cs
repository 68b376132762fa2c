using FrameworkBench.Asking.Recognition;
using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Experiments.Report;
using FrameworkBench.Experiments.Searches;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Protocol.Models.Tabular;
using FrameworkBench.Trials;

namespace FrameworkBench.Asking;

/// <summary>The experiment that answers "network or trees?" on one table, with its trials.</summary>
/// <param name="dataset">The table.</param>
/// <param name="seed">Seeds the splits and the fits.</param>
/// <param name="engine">The engine that fits.</param>
public sealed class AskedExperiment(Dataset dataset, uint seed, PlannedEngine engine)
{
    /// <summary>The fewest folds of a repeat.</summary>
    public const int FewestFolds = 5;

    private const int MostFolds = 10;

    // From here on models learn hardly more from all rows than from four fifths.
    private const int RowsOfFewestFolds = 1_000;

    /// <summary>The fewest rows of a class in each fold.</summary>
    internal const int FewestOfClassAFold = 2;

    private const int FewestUnitsAFold = 4;

    // With as many rows of each, inputs are combinations that new rows repeat.
    private const int RowsOfCombination = 4;
    private const double LeastDiffering = 0.1;
    private const int BagParts = 5;

    // Breiman's choice for values (2001): as good as all features, and three times as fast.
    private const double ShareOfFeatures = 1.0 / 3;
    private const int PilotFits = 2;
    private const int MostEpochs = 256;
    private const int FewestEpochs = 32;
    private const int RowsOfMostEpochs = 1024;

    // Of fewer rows that differ, folds of copies would be no folds.
    private const int FewestDifferent = FewestUnitsAFold * FewestFolds;

    private const double LaterShare = 0.2;

    private readonly Experiment experiment = AskedModels.On(dataset);
    private readonly Dataset unordered = Unordered(dataset);

    /// <summary>The table.</summary>
    public Dataset Dataset => dataset;

    /// <summary>Whether rows with equal inputs share a fold: not where folds could then hardly be made.</summary>
    public bool KeepsCopies { get; } = CanKeepCopies(dataset);

    /// <summary>Whether each strong model is the mean of five fits.</summary>
    public bool IsBagged { get; init; }

    /// <summary>Epochs of the strong network; null for as many as suit the rows.</summary>
    public int? Epochs { get; init; }

    /// <summary>Settings that a search tries on each split, those of the strong model among them; null where none is tuned.</summary>
    public int? Candidates { get; init; }

    /// <summary>
    /// Folds of each repeat of the cross-validation: ten of fewer than 1,000 rows, since what a model learns from nine tenths of them is
    /// nearer to what it learns from all; five of more rows, and where a tenth would have fewer than four rows or hardly one of a class.
    /// </summary>
    public int Folds { get; } = FoldsOf(dataset);

    /// <summary>How often the cross-validation may be repeated.</summary>
    public int Repeats => dataset.Rows switch { <= 1_000 => 10, <= 5_000 => 5, _ => 2 };

    /// <summary>
    /// Epochs of the strong network on some training rows: the published 256 up to 1,024 rows; from there on as many updates, but at least
    /// 32 epochs. In a short time more rows are worth more than more epochs.
    /// </summary>
    public static int EpochsFor(int trainRows) =>
        Math.Clamp((int)((long)MostEpochs * RowsOfMostEpochs / Math.Max(1, trainRows)), FewestEpochs, MostEpochs);

    /// <summary>The trials of some models on the splits of one repeat, model by model.</summary>
    /// <param name="models">The models' names.</param>
    /// <param name="repeat">Which repeat, from 0.</param>
    public IReadOnlyList<PlannedTrial> Trials(IReadOnlyList<string> models, int repeat) =>
    [
        .. Plan(With(models, new ReportSettings()), unordered, planned => planned.Trial.Split / Folds == repeat, repeat + 1)
            .OrderBy(planned => models.Index().First(model => model.Item == planned.Trial.Model.Name).Index),
    ];

    /// <summary>Two fits of each of some models, to see how long it takes: the first ones of a process are slow.</summary>
    /// <param name="models">The models' names.</param>
    public IReadOnlyList<PlannedTrial> Pilot(IReadOnlyList<string> models) =>
        Plan(With(models, new ReportSettings()), unordered, planned => planned.Trial.Split < PilotFits, 1);

    /// <summary>Fits that tell how much boosted trees rely on each column, on the first splits.</summary>
    /// <param name="splits">How many.</param>
    public IReadOnlyList<PlannedTrial> Weighing(int splits) =>
        Plan(
            With([AskedModels.Boosted], new ReportSettings { ImportanceRepeats = 2 }), unordered, planned => planned.Trial.Split < splits,
            1);

    /// <summary>
    /// One fit of every model with default settings on the rows of a table in order of time that come first, tested on the last fifth; on
    /// less where rows of one time would be on both sides. None where too few times are left to divide by.
    /// </summary>
    public IReadOnlyList<PlannedTrial> Later()
    {
        if (dataset.Times is not { } times)
            return [];
        int[] rowsOfTime = [.. times.CountBy(time => time).OrderBy(time => time.Key).Select(time => time.Value)];
        int tested = 0;
        for (int rows = 0; tested < rowsOfTime.Length; tested++)
        {
            rows += rowsOfTime[^(tested + 1)];
            if (rows > LaterShare * dataset.Rows)
                break;
        }

        // Half a time less, so that rounding up gives just as many.
        return tested == 0 || rowsOfTime.Length < TimeOrder.FewestDates ? []
            : Plan(
                Divided(With(AskedModels.Defaults, new ReportSettings()), new HoldOut((tested - 0.5) / rowsOfTime.Length, seed)), dataset);
    }

    /// <summary>Trees that see only some inputs, on the splits of the first repeat.</summary>
    /// <param name="inputs">The inputs.</param>
    public IReadOnlyList<PlannedTrial> TreesOn(IReadOnlyList<int> inputs)
    {
        // Rows are divided as with all inputs, whichever have these few in common.
        Dataset few = TableColumns.Only(unordered, inputs) with { Groups = Units.Count < dataset.Rows ? Units.ByRow() : null };
        return Plan(With([AskedModels.Tree], new ReportSettings()), few, _ => true, 1, together: false);
    }

    /// <summary>A model fitted on all rows, or a bag of such fits, whose fitted models the engine returns.</summary>
    /// <param name="model">The model's name.</param>
    public PlannedTrial Whole(string model)
    {
        Experiment kept = Divided(
            With([model], new ReportSettings()), new AllRows { Stratified = CanStratify, IsJudged = false });
        return new TrialPlanner([engine], _ => unordered, new PlanOptions { Seeds = 1, KeepsModels = true }).Plan([kept])[0];
    }

    /// <summary>The same with tuned models.</summary>
    /// <param name="candidates">Settings that each search tries.</param>
    public AskedExperiment Tuned(int candidates) => On(dataset, candidates);

    /// <summary>The same settings on other rows.</summary>
    /// <param name="table">The table that this one's rows and columns were taken from.</param>
    public AskedExperiment On(Dataset table)
    {
        ArgumentNullException.ThrowIfNull(table);
        int[] inputs =
            [.. dataset.Columns.Select(column => table.Columns.Index().First(other => ReferenceEquals(other.Item, column)).Index)];
        return On(TableColumns.Only(table, inputs), Candidates);
    }

    private AskedExperiment On(Dataset rows, int? candidates) =>
        new(rows, seed, engine) { IsBagged = IsBagged, Epochs = Epochs, Candidates = candidates };

    private IReadOnlyList<PlannedTrial> Plan(
        Experiment asked, Dataset table, Func<PlannedTrial, bool> wanted, int repeats, bool together = true)
    {
        var split = new KFold(Folds, repeats, seed, Stratified: CanStratify) { KeepDuplicatesTogether = together && KeepsCopies };
        return [.. Plan(Divided(asked, split), table).Where(wanted)];
    }

    private IReadOnlyList<PlannedTrial> Plan(Experiment divided, Dataset table) =>
        new TrialPlanner([engine], _ => table, new PlanOptions { Seeds = 1 }).Plan([divided]);

    private Experiment Divided(Experiment asked, SplitPlan split) =>
        asked with { Split = new ByProfile<SplitPlan>(split, split, split), FirstSeed = (int)(seed % 100_000) };

    // Where no class has enough rows for all folds, they are dealt as they come.
    private bool CanStratify => dataset.IsClassification && Units.ClassCounts().Max() >= Folds;

    private RowUnits Units => field ??= UnitsOf(dataset);

    /// <summary>What folds of a table divide: rows, or rows that stay together.</summary>
    internal static RowUnits UnitsOf(Dataset dataset) => RowUnits.Of(Unordered(dataset), null, CanKeepCopies(dataset));

    private static int FoldsOf(Dataset dataset)
    {
        if (dataset.Rows >= RowsOfFewestFolds)
            return FewestFolds;
        RowUnits units = UnitsOf(dataset);
        bool canBeTen = units.Count >= FewestUnitsAFold * MostFolds && units.MostRows <= dataset.Rows / MostFolds
            && (!dataset.IsClassification || units.ClassCounts().Min() >= FewestOfClassAFold * MostFolds);
        return canBeTen ? MostFolds : FewestFolds;
    }

    /// <summary>
    /// Whether copies can share a fold. They link the groups that they are in; where a fifth of all rows is linked, no folds can be made.
    /// </summary>
    internal static bool CanKeepCopies(Dataset dataset)
    {
        if (dataset.Groups is null)
            return dataset.Rows - dataset.DuplicateCount >= FewestDifferent && !HasCombinations(dataset);
        var units = RowUnits.Of(Unordered(dataset), null, grouped: true);
        return units.Count >= FewestDifferent && units.MostRows <= dataset.Rows / FewestFolds;
    }

    /// <summary>
    /// Whether the inputs are few combinations, each seen several times with different targets, as new rows will be. To hold back all rows
    /// of one would test on combinations that were never seen.
    /// </summary>
    internal static bool HasCombinations(Dataset dataset)
    {
        int combinations = dataset.Rows - dataset.DuplicateCount;
        if (dataset.Groups is not null || dataset.Rows < RowsOfCombination * combinations)
            return false;
        double[] targets = dataset.IsClassification ? [.. dataset.Labels.Select(label => (double)label)] : dataset.Values;
        int differing = dataset.DuplicateGroups.Zip(targets).GroupBy(row => row.First, row => row.Second)
            .Count(rows => rows.Distinct().Count() > 1);
        return differing >= LeastDiffering * combinations;
    }

    // The copy has the equal rows, too, once they were found.
    private static Dataset Unordered(Dataset dataset)
    {
        _ = dataset.DuplicateGroups;
        return dataset with { TimeName = null, Times = null };
    }

    private Experiment With(IReadOnlyList<string> models, ReportSettings report) => experiment with
    {
        Models = [.. models.Select(name => Adapted(experiment.Models.First(model => model.Name == name)))],
        Report = report,
    };

    private ExperimentModel InTime(ExperimentModel model, RealMlpSpec network)
    {
        int usual = EpochsFor(dataset.Rows * (Folds - 1) / Folds), epochs = Epochs ?? usual;
        return model with
        {
            Spec = network with { Epochs = epochs },
            Title = epochs < usual ? $"{model.Title}, {epochs} of {usual} epochs" : model.Title,
        };
    }

    private ExperimentModel Adapted(ExperimentModel model)
    {
        if (model.Spec is RealMlpSpec network)
            model = InTime(model, network);
        if (model.Spec is ForestSpec forest && dataset.Task == TaskKind.Regression)
            model = model with { Spec = forest with { FeatureShare = ShareOfFeatures } };
        if (!KeepsCopies && model.Validation is { } validation)
            model = model with { Validation = validation with { Plan = validation.Plan with { KeepDuplicatesTogether = false } } };
        if (model.Search is { } search)
            model = model with { Search = Adapted(search) };
        return IsBagged && KeepsCopies && model.Validation is not null
            ? model with { Bag = BagParts, Validation = null, Title = $"{model.Title}, bagged" } : model;
    }

    private Search Adapted(Search search)
    {
        int candidates = Candidates ?? 1;
        return search with
        {
            Trials = new ByProfile<int>(candidates, candidates, candidates),
            Validation = search.Validation with { KeepDuplicatesTogether = KeepsCopies },
            Draw = seed => Adapted(search.Draw(seed)),
        };
    }

    private SearchDraw Adapted(SearchDraw drawn) => drawn with { Model = Adapted(drawn.Model) };
}
