using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Protocol.Hosting;

/// <summary>One fit, with its arrays loaded.</summary>
public sealed record FitTask
{
    /// <summary>What to fit.</summary>
    public required ModelSpec Model { get; init; }

    /// <summary>What the model predicts.</summary>
    public required TaskKind Task { get; init; }

    /// <summary>Number of classes; 0 for values.</summary>
    public required int Classes { get; init; }

    /// <summary>Training inputs, rows × features.</summary>
    public required NpyArray TrainX { get; init; }

    /// <summary>Training targets: int class indices (rows), or values (rows × outputs).</summary>
    public required NpyArray TrainY { get; init; }

    /// <summary>Validation inputs, or null.</summary>
    public NpyArray? ValidationX { get; init; }

    /// <summary>Validation targets, or null.</summary>
    public NpyArray? ValidationY { get; init; }

    /// <summary>Inputs of the rows to predict.</summary>
    public required NpyArray PredictX { get; init; }

    /// <summary>The kind of each input column.</summary>
    public required IReadOnlyList<FeatureColumn> Features { get; init; }

    /// <summary>Seeds everything random in the fit.</summary>
    public required long Seed { get; init; }

    /// <summary>Threads the engine may use.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>The float width to compute in.</summary>
    public Precision Precision { get; init; } = Precision.Float32;

    /// <summary>Initial weights in the order of <see cref="ArrayFiles.InitialWeights"/>, or null.</summary>
    public IReadOnlyList<NpyArray>? InitialWeights { get; init; }

    /// <summary>Row order of each epoch, epochs × rows, or null.</summary>
    public NpyArray? BatchOrder { get; init; }

    /// <summary>Masks of each dropout layer, (epochs · rows) × units, 1 where a value is kept; or null.</summary>
    public IReadOnlyList<NpyArray>? DropoutMasks { get; init; }

    /// <summary>Whether the framework's own formulas are kept although weights are given; see <see cref="FitRequest.Native"/>.</summary>
    public bool Native { get; init; }

    /// <summary>Whether the model is to explain itself.</summary>
    public bool Explain { get; init; }

    /// <summary>Whether the codes of the predicted rows are requested.</summary>
    public bool Codes { get; init; }

    /// <summary>Whether the harness requests the fitted model.</summary>
    public bool KeepsModel { get; init; }

    /// <summary>Whether the model predicts values rather than classes.</summary>
    public bool PredictsValues => Task is TaskKind.Regression or TaskKind.Reconstruction;

    /// <summary>Outputs of the model: classes, or columns of the target.</summary>
    public int Outputs => PredictsValues ? TrainY.Columns : Classes;

    /// <summary>Loads the arrays of a request.</summary>
    /// <exception cref="InvalidDataException">A file is not the array it should be, or two do not fit together.</exception>
    public static FitTask Load(FitRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArrayFiles files = request.Arrays;
        NpyArray trainX = NpyFile.Read(files.TrainX);
        var task = new FitTask
        {
            Model = request.Model,
            Task = request.Task,
            Classes = request.Classes,
            TrainX = trainX,
            TrainY = NpyFile.Read(files.TrainY),
            ValidationX = files.ValidationX is null ? null : NpyFile.Read(files.ValidationX),
            ValidationY = files.ValidationY is null ? null : NpyFile.Read(files.ValidationY),
            PredictX = NpyFile.Read(files.PredictX),
            Features = request.Features ?? [.. Enumerable.Range(0, trainX.Columns).Select(column => new FeatureColumn($"x{column}"))],
            Seed = request.Seed,
            Threads = request.Threads,
            Precision = request.Precision,
            Codes = request.Codes,
            KeepsModel = files.Model is not null,
            InitialWeights = files.InitialWeights is null ? null : [.. files.InitialWeights.Select(NpyFile.Read)],
            BatchOrder = files.BatchOrder is null ? null : NpyFile.Read(files.BatchOrder),
            DropoutMasks = files.DropoutMasks is null ? null : [.. files.DropoutMasks.Select(NpyFile.Read)],
            Native = request.Native,
            Explain = request.Explain ?? false,
        };
        task.CheckShapes();
        return task;
    }

    private void CheckShapes()
    {
        Require(TrainX.Shape.Count == 2, $"train_x must be rows × features, found shape ({string.Join(", ", TrainX.Shape)})");
        Require(TrainX.Rows > 0, "train_x has no rows");
        Require(TrainY.Rows == TrainX.Rows, $"train_y has {TrainY.Rows} rows, train_x has {TrainX.Rows}");
        Require(
            PredictX.Shape.Count == 2 && PredictX.Columns == TrainX.Columns,
            $"predict_x has {PredictX.Columns} columns, train_x has {TrainX.Columns}");
        Require(Features.Count == TrainX.Columns, $"{Features.Count} features are described, train_x has {TrainX.Columns} columns");
        Require((ValidationX is null) == (ValidationY is null), "validation_x and validation_y must come together");
        if (ValidationX is not null && ValidationY is not null)
        {
            Require(ValidationX.Columns == TrainX.Columns, $"validation_x has {ValidationX.Columns} columns, train_x has {TrainX.Columns}");
            Require(ValidationX.Rows == ValidationY.Rows, $"validation_y has {ValidationY.Rows} rows, validation_x has {ValidationX.Rows}");
        }

        CheckMasks();
        if (PredictsValues)
            return;

        Require(Classes >= 2, $"a classification needs at least 2 classes, found {Classes}");
        Require(TrainY.Values is int[], "train_y of a classification must be int32 class indices");
        int[] labels = TrainY.ToIntegers();
        int wrong = Array.FindIndex(labels, label => label < 0 || label >= Classes);
        Require(wrong < 0, wrong < 0 ? "" : $"train_y row {wrong} is class {labels[wrong]}, not one of 0 … {Classes - 1}");
    }

    private void CheckMasks()
    {
        Require(DropoutMasks is null || BatchOrder is not null, "dropout_masks come with a batch_order");
        for (int layer = 0; layer < DropoutMasks?.Count; layer++)
        {
            NpyArray masks = DropoutMasks[layer];
            bool fits = masks.Shape.Count == 2 && masks.Rows == (long)BatchOrder!.Rows * TrainX.Rows;
            Require(
                fits,
                $"dropout_masks[{layer}] has shape ({string.Join(", ", masks.Shape)}), not ({BatchOrder!.Rows} · {TrainX.Rows}) × units");
            Require(masks.Values is int[], $"dropout_masks[{layer}] must be int32");
        }
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
            throw new InvalidDataException(otherwise + ".");
    }
}
