using FrameworkBench.Asking;
using FrameworkBench.Asking.Recognition;
using FrameworkBench.Datasets;
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
    private static readonly ScratchEngine Engine = new();

    /// <summary>The models of an answer.</summary>
    public static IReadOnlyList<string> Models { get; } = [.. AskedExperiment.Defaults, .. AskedExperiment.StrongModels];

    /// <summary>A table as <c>ask</c> understands it.</summary>
    public static UnderstoodTable Table(string path, string target = "target") => TableReader.Read(new TableQuestion(path, target));

    /// <summary>A table of the project.</summary>
    public static string PathOf(string table) =>
        Path.Combine(RepositoryFiles.Root, "experiments", "datasets", $"{table}.csv.gz");

    /// <summary>Fits a model on all rows and keeps it.</summary>
    /// <returns>The model, and what the engine itself predicted for all rows.</returns>
    public static (KeptModel Model, Predictions Engine) Keep(
        UnderstoodTable table, string name, bool bagged = false, int? epochs = 4, uint seed = 3)
    {
        var planned = new PlannedEngine("scratch", Engine.Describe(), null);
        var experiment = new AskedExperiment(table.Dataset, seed, planned) { IsBagged = bagged, Epochs = epochs };
        var scores = new ModelScores(
            name, name, Enumerable.Range(0, AskedExperiment.Folds).ToDictionary(split => split, _ => 0.5), 1, 1,
            new Dictionary<string, double>());
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
