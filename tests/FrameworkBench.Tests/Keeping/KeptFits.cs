using FrameworkBench.Asking;
using FrameworkBench.Asking.Recognition;
using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Catalog;
using FrameworkBench.Datasets.Preparation;
using FrameworkBench.Engines.Scratch;
using FrameworkBench.Keeping;
using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Hosting;
using FrameworkBench.Trials;

namespace FrameworkBench.Tests.Keeping;

/// <summary>Keeps models that the scratch engine fits in this process.</summary>
internal static class KeptFits
{
    // Where every table is tried, most of the time would be that of large ones.
    private const int MostRows = 3_000;

    private static readonly ScratchEngine Engine = new();

    /// <summary>The models of an answer.</summary>
    public static IReadOnlyList<string> Models { get; } = [.. AskedModels.Defaults, .. AskedModels.StrongModels];

    private static readonly DatasetCatalog Catalog = DatasetCatalog.Read(RepositoryFiles.Catalog);

    /// <summary>The tables of the catalog whose rows are enough for an answer.</summary>
    public static IEnumerable<string> Tables => Catalog.Entries
        .Where(entry => entry is { Rows: >= 100, Files.Count: 1, IsIdx: false } && Catalog.IsThere(entry.Name)).Select(entry => entry.Name);

    /// <summary>A table of the catalog, as <c>ask</c> understands it.</summary>
    public static UnderstoodTable TableOf(string name) =>
        TableReader.Read(new TableQuestion(PathOf(name), Catalog.Find(name).Target) { MostRows = MostRows });

    /// <summary>The file of a table of the catalog.</summary>
    public static string PathOf(string name) => Catalog.PathOf(Catalog.Find(name), Catalog.Find(name).Files[0]);

    /// <summary>Fits a model on all rows and keeps it.</summary>
    /// <returns>The model, and what the engine itself predicted for all rows.</returns>
    public static (KeptModel Model, Predictions Engine) Keep(
        UnderstoodTable table, string name, bool bagged = false, int? epochs = 1, uint seed = 3)
    {
        var planned = new PlannedEngine("scratch", Engine.Describe(), null);
        var experiment = new AskedExperiment(table.Dataset, seed, planned) { IsBagged = bagged, Epochs = epochs };
        var scores = new ModelScores(
            name, name, Enumerable.Range(0, experiment.Folds).ToDictionary(split => split, _ => 0.5), 1, 1,
            new Dictionary<string, double>())
        {
            Folds = experiment.Folds,
            TestedRows = table.Dataset.Rows,
        };
        var keeper = new ModelKeeper(table, experiment, scores, seed);
        PlannedTrial plan = keeper.Plan();
        var outcomes = Outcomes.Of(plan.Fits.AsParallel().AsOrdered().Select(fit => KeyValuePair.Create(fit.Key, Fit(fit))).ToArray());
        (KeptModel? model, string? failure) = keeper.Keep(plan, outcomes);
        Assert.Null(failure);
        return (model!, outcomes[plan].Predictions!);
    }

    private static Outcome Fit(PlannedTrial fit)
    {
        TrialInput input = fit.Input;
        Dataset dataset = input.Dataset;
        FittedPreparation preparation = input.Preparation.Fit(dataset, input.Split.TrainRows);
        bool validates = input.Split.ValidationRows.Length > 0;
        Fitted fitted = Engine.Fit(
            new FitTask
            {
                Model = fit.Model,
                Task = dataset.Task,
                Classes = dataset.ClassNames.Count,
                TrainX = Inputs(preparation.Transform(input.Split.TrainRows)),
                TrainY = Targets(input.Split.TrainRows),
                ValidationX = validates ? Inputs(preparation.Transform(input.Split.ValidationRows)) : null,
                ValidationY = validates ? Targets(input.Split.ValidationRows) : null,
                PredictX = Inputs(preparation.Transform(input.PredictedInputs())),
                Features = preparation.Columns,
                Seed = fit.Trial.Seed,
                KeepsModel = input.KeepsModel,
            },
            _ => { }, CancellationToken.None);
        double[] predictions = preparation.InverseTargets(fitted.Predictions.ToDoubles());
        return new Outcome
        {
            Status = TrialStatus.Done,
            Predictions = new Predictions(fitted.Predictions.Rows, fitted.Predictions.Columns, predictions),
            Model = fitted.Model,
        };

        NpyArray Inputs(FeatureMatrix matrix) =>
            NpyArray.Matrix(matrix.Rows, matrix.Columns, Array.ConvertAll(matrix.Values, value => (float)value));

        NpyArray Targets(int[] rows) => dataset.IsClassification
            ? NpyArray.Vector(preparation.Labels(rows))
            : NpyArray.Matrix(rows.Length, 1, Array.ConvertAll(preparation.Targets(rows), value => (float)value));
    }
}
