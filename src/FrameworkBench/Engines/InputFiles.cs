using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Preparation;
using FrameworkBench.Engines.Parity;
using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Trials;

namespace FrameworkBench.Engines;

/// <summary>The arrays of a trial's input as files in a private folder, shared by every trial that has the same input.</summary>
internal sealed class InputFiles
{
    private readonly string folder;
    private readonly bool hasValidation;
    private IReadOnlyList<string>? initialWeights;
    private string? batchOrder;
    private IReadOnlyList<string>? dropoutMasks;

    private readonly string targets;
    private readonly bool asksForCodes;

    private InputFiles(string folder, TrialInput input, FittedPreparation preparation)
    {
        (this.folder, hasValidation, Preparation, asksForCodes) = (folder, input.Split.ValidationRows.Length > 0, preparation, input.Codes);

        // What is reconstructed is what went in.
        targets = input.Dataset.Task == TaskKind.Reconstruction ? "x" : "y";
    }

    /// <summary>The preparation as fitted on the training rows.</summary>
    public FittedPreparation Preparation { get; }

    /// <summary>Prepares an input on its training rows and writes its arrays.</summary>
    public static InputFiles Write(TrialInput input, string folder)
    {
        Directory.CreateDirectory(folder);
        Dataset dataset = input.Dataset;
        FittedPreparation preparation = input.Preparation.Fit(dataset, input.Split.TrainRows);
        bool validates = input.Split.ValidationRows.Length > 0;

        Inputs("train_x", preparation.Transform(input.Split.TrainRows));
        Targets("train_y", input.Split.TrainRows);
        Inputs("predict_x", preparation.Transform(input.PredictedInputs()));
        if (validates)
        {
            Inputs("validation_x", preparation.Transform(input.Split.ValidationRows));
            Targets("validation_y", input.Split.ValidationRows);
        }

        return new InputFiles(folder, input, preparation);

        void Inputs(string name, FeatureMatrix matrix) =>
            NpyFile.Write(Path.Combine(folder, name + ".npy"), NpyArray.Matrix(matrix.Rows, matrix.Columns, AsPrecision(matrix.Values)));

        void Targets(string name, int[] rows)
        {
            if (dataset.Task == TaskKind.Reconstruction)
                return;
            NpyArray values = dataset.IsClassification
                ? NpyArray.Vector(preparation.Labels(rows))
                : NpyArray.Matrix(rows.Length, 1, AsPrecision(preparation.Targets(rows)));
            NpyFile.Write(Path.Combine(folder, name + ".npy"), values);
        }

        Array AsPrecision(double[] exact) => input.Precision == Precision.Float32 ? Array.ConvertAll(exact, value => (float)value) : exact;
    }

    /// <summary>Whether engines keep their own formulas although weights are given.</summary>
    public bool Native { get; private set; }

    /// <summary>Gives every fit the same initial weights, batch order and dropout masks.</summary>
    /// <param name="start">Those.</param>
    /// <param name="native">Whether engines keep their own formulas all the same.</param>
    public void StartFrom(ParityStart start, bool native = false)
    {
        Native = native;
        initialWeights = [.. start.Weights.Select((weights, index) => Save($"weights-{index}", weights))];
        batchOrder = Save("batch_order", start.BatchOrder);
        dropoutMasks = start.DropoutMasks.Count == 0 ? null : [.. start.DropoutMasks.Select((masks, index) => Save($"masks-{index}", masks))];

        string Save(string name, NpyArray array)
        {
            NpyFile.Write(Named(name), array);
            return Named(name);
        }
    }

    /// <summary>The paths for a request whose predictions, and codes if they are asked for, go to the given files.</summary>
    public ArrayFiles For(string predictions, string codes) => new()
    {
        TrainX = Named("train_x"),
        TrainY = Named($"train_{targets}"),
        ValidationX = hasValidation ? Named("validation_x") : null,
        ValidationY = hasValidation ? Named($"validation_{targets}") : null,
        Codes = asksForCodes ? codes : null,
        PredictX = Named("predict_x"),
        Predictions = predictions,
        InitialWeights = initialWeights,
        BatchOrder = batchOrder,
        DropoutMasks = dropoutMasks,
    };

    /// <summary>Removes the files.</summary>
    public void Delete() => Directory.Delete(folder, recursive: true);

    private string Named(string name) => Path.Combine(folder, name + ".npy");
}
