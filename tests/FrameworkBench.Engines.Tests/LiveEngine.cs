using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Engines.Tests;

/// <summary>One engine process for the tests of a class, and the arrays of their fits.</summary>
public abstract class LiveEngine(string name) : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly string folder = Path.Combine(Path.GetTempPath(), "frameworkbench-" + Guid.NewGuid().ToString("N"));
    private EngineProcess? process;
    private string? reason;
    private int fits;

    public HelloReply? Hello { get; private set; }

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(folder);
        var finder = new EngineFinder(new EngineFinderOptions { PythonHostFolder = folder, Interpreters = [] });
        (EngineCommand? command, reason) = finder.Find(EngineCatalog.Find(name)!);
        if (command is null)
            return;
        process = EngineProcess.Start(command, Placement.On(0));
        try
        {
            Hello = await process.HelloAsync(Limit);
        }
        catch (EngineException refused)
        {
            reason = refused.Message;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
            await process.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Skips the test, with the engine's own reason, where the engine is not installed.</summary>
    public EngineProcess Need()
    {
        if (Hello is null)
            Assert.Skip($"{name}: {reason}");
        return process!;
    }

    public async Task<(Reply Reply, NpyArray? Predictions)> FitAsync(
        ModelSpec model, Table table, Precision precision = Precision.Float32, NpyArray[]? weights = null, NpyArray? order = null,
        long seed = 1, bool explain = false, NpyArray[]? masks = null)
    {
        FitRequest request = Request(model, table, precision, weights, order, seed, masks) with
        {
            Explain = explain ? true : null,
            Features = table.Columns,
        };
        (Reply reply, _) = await Need().FitAsync(request, Limit);
        return (reply, reply is FittedReply ? NpyFile.Read(request.Arrays.Predictions) : null);
    }

    /// <summary>Does the fit of a golden file.</summary>
    internal async Task<(FittedReply Reply, NpyArray Predictions)> FitAsync(TabularGolden golden)
    {
        string own = Directory.CreateDirectory(Path.Combine(folder, $"golden{++fits}")).FullName;
        FitRequest request = golden.Request(own);
        (Reply reply, _) = await Need().FitAsync(request, Limit);
        return (Assert.IsType<FittedReply>(reply), NpyFile.Read(request.Arrays.Predictions));
    }

    public FitRequest Request(
        ModelSpec model, Table table, Precision precision = Precision.Float32, NpyArray[]? weights = null, NpyArray? order = null,
        long seed = 1, NpyArray[]? masks = null)
    {
        string id = $"{++fits}";
        return new FitRequest
        {
            Id = id,
            Model = model,
            Task = table.Task,
            Classes = table.Classes,
            Seed = seed,
            Precision = precision,
            Arrays = new ArrayFiles
            {
                TrainX = Write("train_x", Inputs(table.TrainX)),
                TrainY = Write("train_y", Targets(table.TrainY)),
                ValidationX = table.ValidationX is null ? null : Write("validation_x", Inputs(table.ValidationX)),
                ValidationY = table.ValidationY is null ? null : Write("validation_y", Targets(table.ValidationY)),
                PredictX = Write("predict_x", Inputs(table.PredictX ?? table.ValidationX ?? table.TrainX)),
                Predictions = Path.Combine(folder, id + "-predictions.npy"),
                InitialWeights = weights?.Select((array, index) => Write($"weights_{index}", InPrecision(array))).ToArray(),
                BatchOrder = order is null ? null : Write("batch_order", order),
                DropoutMasks = masks is null or [] ? null : masks.Select((array, index) => Write($"masks_{index}", array)).ToArray(),
            },
        };

        NpyArray InPrecision(NpyArray array) =>
            array with { Values = precision == Precision.Float64 ? array.ToDoubles() : array.ToSingles() };

        NpyArray Inputs(double[] values) => InPrecision(NpyArray.Matrix(values.Length / table.Features, table.Features, values));

        NpyArray Targets(double[] values) => table.Task == TaskKind.Regression
            ? InPrecision(NpyArray.Matrix(values.Length / table.Outputs, table.Outputs, values))
            : NpyArray.Vector(Array.ConvertAll(values, value => (int)value));

        string Write(string file, NpyArray array)
        {
            string path = Path.Combine(folder, $"{id}-{file}.npy");
            NpyFile.Write(path, array);
            return path;
        }
    }
}
