using System.Diagnostics;
using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Trials;

namespace FrameworkBench.Engines.Conformance;

/// <summary>A live engine with a folder for its arrays. An engine that broke is started anew for the next check.</summary>
internal sealed class EngineUnderTest(EngineCommand command, string folder) : IAsyncDisposable
{
    /// <summary>How long a tiny fit or any other answer may take; the first loads the framework.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    private EngineProcess? process;
    private int fits;

    /// <summary>What the engine says of itself.</summary>
    public HelloReply? Hello { get; private set; }

    /// <summary>What it can do.</summary>
    public Capabilities Capabilities => Hello!.Capabilities;

    /// <summary>The end of its standard error.</summary>
    public string? Log => process?.Log;

    /// <summary>The running process, greeted.</summary>
    public async Task<EngineProcess> ProcessAsync(CancellationToken cancellation)
    {
        if (process is null)
        {
            process = EngineProcess.Start(command, Placement.Anywhere);
            Hello = await process.HelloAsync(Limit, cancellation).ConfigureAwait(false);
        }

        return process;
    }

    /// <summary>Ends the process; the next check starts another.</summary>
    public async Task RestartAsync()
    {
        if (process is not null)
            await process.DisposeAsync().ConfigureAwait(false);
        process = null;
    }

    /// <summary>Has a model fitted on tiny data.</summary>
    /// <returns>The outcome as the harness would take it, and the reply.</returns>
    /// <exception cref="EngineException">The engine died, hung, or wrote what is not a reply.</exception>
    public async Task<(Outcome Outcome, Reply Reply)> FitAsync(
        ModelSpec model, TinyData data, FitSettings? settings = null, CancellationToken cancellation = default)
    {
        EngineProcess running = await ProcessAsync(cancellation).ConfigureAwait(false);
        FitRequest request = Request(model, data, settings ?? new FitSettings());
        var wall = Stopwatch.StartNew();
        (Reply reply, long peak) = await running.FitAsync(request, Limit, null, cancellation).ConfigureAwait(false);
        TimeSpan elapsed = wall.Elapsed;

        // A line that the engine wrote after its reply would be taken for the answer to this.
        await running.HelloAsync(Limit, cancellation).ConfigureAwait(false);
        Outcome outcome = OutcomeReader.Read(request, reply, data.PredictX.Rows, data.Outputs, elapsed, peak, running.Log);
        return (outcome, reply);
    }

    /// <summary>Writes the arrays of a fit and the request for it.</summary>
    public FitRequest Request(ModelSpec model, TinyData data, FitSettings settings)
    {
        string stem = Path.Combine(folder, $"{++fits}-");
        return new FitRequest
        {
            Id = $"check-{fits}",
            Model = model,
            Task = data.Task,
            Classes = data.Task is TaskKind.Binary or TaskKind.Multiclass ? data.Outputs : 0,
            Codes = data.Task == TaskKind.Reconstruction,
            Seed = settings.Seed,
            Precision = settings.Precision,
            Native = settings.Native,
            LimitSeconds = Limit.TotalSeconds,
            Explain = settings.Explain ? true : null,
            Features = data.Features,
            Arrays = new ArrayFiles
            {
                TrainX = Write("train_x", data.TrainX),
                TrainY = Write("train_y", data.TrainY),
                ValidationX = settings.Validation ? Write("validation_x", data.PredictX) : null,
                ValidationY = settings.Validation ? Write("validation_y", data.PredictY) : null,
                PredictX = Write("predict_x", data.PredictX),
                Predictions = stem + "predictions.npy",
                Codes = data.Task == TaskKind.Reconstruction ? stem + "codes.npy" : null,
                Model = settings.KeepsModel ? stem + "model.safetensors" : null,
                InitialWeights = settings.InitialWeights is null
                    ? null : [.. settings.InitialWeights.Select((array, number) => Write($"weights{number}", array))],
                BatchOrder = settings.BatchOrder is null ? null : Write("batch_order", settings.BatchOrder),
                DropoutMasks = settings.DropoutMasks is null
                    ? null : [.. settings.DropoutMasks.Select((array, number) => Write($"masks{number}", array))],
            },
        };

        string Write(string name, NpyArray array)
        {
            string path = stem + name + ".npy";
            bool narrow = settings.Precision == Precision.Float32 && array.Values is double[];
            NpyFile.Write(path, narrow ? new NpyArray(array.Shape, array.ToSingles()) : array);
            return path;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await RestartAsync().ConfigureAwait(false);
}
