using System.Security.Cryptography;
using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Preparation;
using FrameworkBench.Engines.Parity;
using FrameworkBench.Engines.Processes;
using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Trials;

namespace FrameworkBench.Engines;

/// <summary>
/// The arrays of a trial's input as files of the harness, for every trial that has the same input. Engines read copies of their own
/// (<see cref="EngineInput"/>).
/// </summary>
internal sealed class InputFiles
{
    private readonly Dictionary<string, byte[]> checksums = new(StringComparer.Ordinal);
    private readonly string folder;
    private readonly bool hasValidation;
    private IReadOnlyList<string>? initialWeights;
    private string? batchOrder;
    private IReadOnlyList<string>? dropoutMasks;

    private readonly string targets;
    private readonly bool asksForCodes, asksForModel;

    private InputFiles(string folder, TrialInput input, FittedPreparation preparation)
    {
        (this.folder, hasValidation, Preparation) = (folder, input.Split.ValidationRows.Length > 0, preparation);
        (asksForCodes, asksForModel) = (input.Codes, input.KeepsModel);

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
        var files = new InputFiles(folder, input, preparation);

        Inputs("train_x", preparation.Transform(input.Split.TrainRows));
        Targets("train_y", input.Split.TrainRows);
        Inputs("predict_x", preparation.Transform(input.PredictedInputs()));
        if (files.hasValidation)
        {
            Inputs("validation_x", preparation.Transform(input.Split.ValidationRows));
            Targets("validation_y", input.Split.ValidationRows);
        }

        return files;

        void Inputs(string name, FeatureMatrix matrix) =>
            files.Save(name, NpyArray.Matrix(matrix.Rows, matrix.Columns, AsPrecision(matrix.Values)));

        void Targets(string name, int[] rows)
        {
            if (dataset.Task == TaskKind.Reconstruction)
                return;
            NpyArray values = dataset.IsClassification
                ? NpyArray.Vector(preparation.Labels(rows))
                : NpyArray.Matrix(rows.Length, 1, AsPrecision(preparation.Targets(rows)));
            files.Save(name, values);
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
        dropoutMasks = start.DropoutMasks.Count == 0
            ? null : [.. start.DropoutMasks.Select((masks, index) => Save($"masks-{index}", masks))];
    }

    /// <summary>The paths for a request.</summary>
    /// <param name="copy">The folder of the engine's own copy.</param>
    /// <param name="output">The files that the engine writes.</param>
    public ArrayFiles For(string copy, OutputFiles output)
    {
        return new ArrayFiles
        {
            TrainX = Named("train_x"),
            TrainY = Named($"train_{targets}"),
            ValidationX = hasValidation ? Named("validation_x") : null,
            ValidationY = hasValidation ? Named($"validation_{targets}") : null,
            Codes = asksForCodes ? output.Codes : null,
            Model = asksForModel ? output.Model : null,
            PredictX = Named("predict_x"),
            Predictions = output.Predictions,
            InitialWeights = initialWeights?.Select(Named).ToArray(),
            BatchOrder = batchOrder is null ? null : Named(batchOrder),
            DropoutMasks = dropoutMasks?.Select(Named).ToArray(),
        };

        string Named(string name) => Path.Combine(copy, FileOf(name));
    }

    /// <summary>Copies all arrays into an empty folder; the copies are read-only.</summary>
    /// <exception cref="EngineException">A file was changed since it was written, or could not be copied.</exception>
    public void CopyTo(string copy)
    {
        try
        {
            foreach (string file in checksums.Keys)
            {
                string path = Path.Combine(copy, file);
                File.Copy(Path.Combine(folder, file), path);
                File.SetAttributes(path, FileAttributes.ReadOnly);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new EngineException($"the input could not be copied: {error.Message}", error);
        }

        if (ChangedIn(copy) is { } changed)
            throw new EngineException($"{Path.Combine(folder, changed)} was changed by another program during the run");
    }

    /// <summary>The first file of a copy that is missing or no longer what it was; null when none is.</summary>
    public string? ChangedIn(string copy) =>
        checksums.Keys.FirstOrDefault(file => !IsSame(new FileInfo(Path.Combine(copy, file)), checksums[file]));

    /// <summary>Whether all files are still there.</summary>
    public bool IsThere => checksums.Keys.All(file => File.Exists(Path.Combine(folder, file)));

    /// <summary>Removes the files, where they are still there.</summary>
    public void Delete()
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    // A link may lead anywhere, and a pipe, which has no length, would be read for ever. A file that cannot be read is not what it was
    // either.
    private static bool IsSame(FileInfo file, byte[] checksum)
    {
        if (file is not { Exists: true, LinkTarget: null, Length: > 0 })
            return false;
        try
        {
            using FileStream content = file.OpenRead();
            return SHA256.HashData(content).AsSpan().SequenceEqual(checksum);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private string Save(string name, NpyArray array)
    {
        string path = Path.Combine(folder, FileOf(name));
        NpyFile.Write(path, array);
        using FileStream content = File.OpenRead(path);
        checksums[FileOf(name)] = SHA256.HashData(content);
        return name;
    }

    private static string FileOf(string name) => name + ".npy";
}
