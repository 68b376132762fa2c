using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FrameworkBench.Engines;
using FrameworkBench.Engines.Processes;
using FrameworkBench.Protocol;
using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.FittedModels;
using FrameworkBench.Protocol.FittedModels.Steps;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Trials;
using FrameworkBench.Trials.Storing;

namespace FrameworkBench.Tests.HostileInput;

/// <summary>Whatever an engine says or writes, and whatever became of a stored trial, it is taken or refused.</summary>
public sealed class HostileEngineTests : IDisposable
{
    private const int Rows = 6;

    private static readonly TrialKey Key = TrialKey.Of([("model", "a"), ("seed", "1")]);

    private static readonly Outcome Sound = new()
    {
        Status = TrialStatus.Done,
        Predictions = new Predictions(1, 2, [0.25, 0.75]),
        History = new History { Loss = [0.5] },
        Notes = ["a note"],
    };

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Replies()
    {
        string predictions = Path.Combine(folder.Path, "predictions.npy");
        NpyFile.Write(predictions, NpyArray.Matrix(Rows, 2, Enumerable.Repeat(0.5, 2 * Rows).ToArray()));
        FitRequest request = Request(predictions);
        Reply[] replies =
        [
            new HelloReply
            {
                Engine = "wild", Framework = "Wild", Version = "1", Environment = new Dictionary<string, string> { ["blas"] = "none" },
                Capabilities = new Capabilities { Models = ["constant"], Precisions = [Precision.Float32] },
            },
            new FittedReply
            {
                Id = "1", Epochs = 2, BestEpoch = 1, FitSeconds = 0.1, PredictSeconds = 0.1, Parameters = 3, Threads = 1,
                History = new History { Loss = [0.7, 0.5], ValidationLoss = [0.8, 0.6] }, Notes = ["a note"],
                Measures = new Dictionary<string, double> { ["norm"] = 1 },
                Explanation = new Explanation { Importance = [1] },
            },
            new ProgressReply { Id = "1", Epoch = 1, Loss = 0.5 },
            new FailedReply("1", "it failed"),
        ];

        WrongFiles.Read(
            replies.Select(reply => Encoding.UTF8.GetBytes(ProtocolJson.Write(reply))),
            bytes =>
            {
                Reply reply = ReplyText.Parse(Encoding.UTF8.GetString(bytes));
                if (reply is HelloReply hello)
                    _ = ReplyCheck.Problem(hello);
                _ = OutcomeReader.Read(request, reply, Rows, 2, TimeSpan.FromSeconds(1), 0, log: null);
            },
            isRefusal: error => error is EngineException);
    }

    [Fact]
    public void Predictions()
    {
        string path = Path.Combine(folder.Path, "predictions.npy");
        FitRequest request = Request(path);
        var fitted = new FittedReply { Id = "1", FitSeconds = 0.001, PredictSeconds = 0, Parameters = 2 };

        WrongFiles.Read(
            [Bytes(new[] { 0.5, 0.5, 0.25, 0.75, 0, 1, 1, 0, 0.5, 0.5, 0.5, 0.5 }), Bytes(Enumerable.Repeat(0.5f, 12).ToArray())],
            bytes =>
            {
                File.WriteAllBytes(path, bytes);
                Outcome outcome = OutcomeReader.Read(request, fitted, Rows, 2, TimeSpan.FromSeconds(0.01), 0, log: null);
                if (outcome.Status != TrialStatus.Done)
                    throw new InvalidDataException(outcome.Reason);
            },
            isRefusal: error => error is InvalidDataException);

        byte[] Bytes(Array values)
        {
            NpyFile.Write(path, NpyArray.Matrix(Rows, 2, values));
            return File.ReadAllBytes(path);
        }
    }

    [Fact]
    public void Fitted_models()
    {
        string path = Path.Combine(folder.Path, "model.safetensors");
        NpyArray factors = NpyArray.Vector(new[] { 1.0, 2.0 }), biases = NpyArray.Vector(new[] { 0.5 });
        var dense = new DenseStep(NpyArray.Matrix(2, 1, new[] { 0.5, 0.25 }), biases);
        FittedModelFile.Write(path, FittedModel.Of(2, new ScaleStep(factors), dense));

        WrongFiles.Read(
            [File.ReadAllBytes(path)],
            bytes => FittedModelFile.Read(WithChecksum(bytes)).Predict(new double[20]),
            isRefusal: error => error is InvalidDataException);
    }

    [Fact]
    public void Stored_trials()
    {
        using (var store = new OutcomeStore(folder.Path))
            store.Keep(Key, Sound);
        string file = Assert.Single(Directory.GetFiles(folder.Path, "*.trials"));

        WrongFiles.Read([File.ReadAllBytes(file)], bytes => Find(file, bytes), isRefusal: error => error is InvalidDataException);
    }

    // One of before there were checksums is read by its content alone.
    [Fact]
    public void Trials_that_earlier_versions_stored()
    {
        string file = folder.Write(Path.Combine(Key.Hash[..2], $"{Key.Hash}.json"), "");

        WrongFiles.Read(
            [JsonSerializer.SerializeToUtf8Bytes(Sound, ProtocolJson.Options)], bytes => Find(file, bytes),
            isRefusal: error => error is InvalidDataException);
    }

    private void Find(string file, byte[] bytes)
    {
        File.WriteAllBytes(file, bytes);
        using var store = new OutcomeStore(folder.Path);
        if (store.Find(Key) is null)
            throw new InvalidDataException("damaged");
    }

    /// <summary>A file whose checksum is right, whatever its other bytes are.</summary>
    internal static byte[] WithChecksum(byte[] file) => file.Length < SHA256.HashSizeInBytes ? file
        : [.. file[..^SHA256.HashSizeInBytes], .. SHA256.HashData(file.AsSpan(0, file.Length - SHA256.HashSizeInBytes))];

    private static FitRequest Request(string predictions) => new()
    {
        Id = "1",
        Model = new ConstantSpec(),
        Task = TaskKind.Binary,
        Classes = 2,
        Seed = 1,
        Arrays = new ArrayFiles { TrainX = "", TrainY = "", PredictX = "", Predictions = predictions },
    };
}
