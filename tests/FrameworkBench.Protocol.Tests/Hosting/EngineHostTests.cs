using System.Collections.Concurrent;
using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.FittedModels;
using FrameworkBench.Protocol.FittedModels.Steps;
using FrameworkBench.Protocol.Hosting;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Protocol.Tests.Hosting;

public sealed class EngineHostTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private readonly string folder = Directory.CreateTempSubdirectory("host").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Hello_is_answered_with_the_engines_description()
    {
        using var conversation = new Conversation(new StubEngine());

        var hello = Assert.IsType<HelloReply>(conversation.Ask(new HelloRequest()));

        Assert.Equal("stub", hello.Engine);
        Assert.Equal(ProtocolJson.Version, hello.Protocol);
    }

    [Fact]
    public void Another_protocol_version_is_refused()
    {
        using var conversation = new Conversation(new StubEngine());

        var refused = Assert.IsType<RefusedReply>(conversation.Ask(new HelloRequest { Protocol = 99 }));

        Assert.Equal("Protocol 99 was requested; this engine speaks 1.", refused.Reason);
    }

    [Fact]
    public void Garbage_is_refused_and_the_session_goes_on()
    {
        using var conversation = new Conversation(new StubEngine());

        conversation.Say("this is no JSON");
        Assert.IsType<RefusedReply>(conversation.Next());
        Assert.IsType<HelloReply>(conversation.Ask(new HelloRequest()));
    }

    [Fact]
    public void An_engine_whose_framework_does_not_load_says_why()
    {
        using var conversation = new Conversation(() => throw new TypeInitializationException(
            "Native", new DllNotFoundException("libnative.so is missing")));

        var refused = Assert.IsType<RefusedReply>(conversation.Ask(new HelloRequest()));

        Assert.Equal("DllNotFoundException: libnative.so is missing", refused.Reason);
    }

    [Fact]
    public void A_fit_writes_its_predictions_and_comes_back_as_fitted()
    {
        using var conversation = new Conversation(new StubEngine());

        var fitted = Assert.IsType<FittedReply>(conversation.Ask(Fit(new ConstantSpec())));

        Assert.Equal("fit-1", fitted.Id);
        Assert.Equal([4, 2], NpyFile.Read(Path.Combine(folder, "predictions.npy")).Shape);
    }

    [Fact]
    public void What_the_engine_lacks_comes_back_as_unsupported()
    {
        using var conversation = new Conversation(new StubEngine { OnFit = (_, _) => throw new UnsupportedException("model tree") });

        Assert.Equal(new UnsupportedReply("fit-1", "model tree"), conversation.Ask(Fit(new TreeSpec())));
    }

    [Fact]
    public void A_fitted_model_is_written_on_request_and_an_engine_that_gives_none_says_so()
    {
        FitRequest request = Fit(new ConstantSpec());
        request = request with { Arrays = request.Arrays with { Model = Path.Combine(folder, "model.safetensors") } };
        using var without = new Conversation(new StubEngine());
        using var with = new Conversation(new StubEngine
        {
            OnFit = (task, _) => Constant(task) with
            {
                Model = task.KeepsModel ? FittedModel.Of(2, new ConstantStep(NpyArray.Vector(new[] { 0.5, 0.5 }))) : null,
            },
        });

        Assert.Equal(new UnsupportedReply("fit-1", "the fitted model of constant"), without.Ask(request));
        Assert.IsType<FittedReply>(with.Ask(request));
        Assert.Equal([0.5, 0.5], FittedModelFile.Read(File.ReadAllBytes(request.Arrays.Model!)).Predict(new double[] { 1, 2 }));
    }

    [Fact]
    public void An_error_in_a_fit_comes_back_with_its_root_cause()
    {
        var error = new InvalidOperationException("outer", new ArithmeticException("two\nlines"));
        using var conversation = new Conversation(new StubEngine { OnFit = (_, _) => throw error });

        var failed = Assert.IsType<FailedReply>(conversation.Ask(Fit(new ConstantSpec())));

        Assert.Equal("ArithmeticException: two lines", failed.Reason);
        Assert.Contains("outer", failed.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_that_are_no_class_are_refused_before_the_engine_sees_them()
    {
        using var conversation = new Conversation(new StubEngine());
        FitRequest request = Fit(new ConstantSpec());
        NpyFile.Write(request.Arrays.TrainY, NpyArray.Vector(new[] { 0, 1, 2, 0 }));

        var failed = Assert.IsType<FailedReply>(conversation.Ask(request));

        Assert.Equal("InvalidDataException: train_y row 2 is class 2, not one of 0 … 1.", failed.Reason);
    }

    [Fact]
    public void A_cancel_ends_a_fit_that_listens_even_right_behind_its_request()
    {
        using var conversation = new Conversation(new StubEngine
        {
            OnFit = (_, cancellation) =>
            {
                Assert.True(cancellation.WaitHandle.WaitOne(Limit));
                cancellation.ThrowIfCancellationRequested();
                throw new InvalidOperationException("not reached");
            },
        });

        conversation.Say(ProtocolJson.Write<Request>(Fit(new ConstantSpec())));
        conversation.Say(ProtocolJson.Write<Request>(new CancelRequest { Id = "fit-1" }));

        Assert.Equal(new CancelledReply("fit-1"), conversation.Next());
    }

    private FitRequest Fit(ModelSpec model)
    {
        NpyFile.Write(Path.Combine(folder, "x.npy"), NpyArray.Matrix(4, 2, new[] { 0f, 0, 0, 1, 1, 0, 1, 1 }));
        NpyFile.Write(Path.Combine(folder, "y.npy"), NpyArray.Vector(new[] { 0, 1, 1, 0 }));
        return new FitRequest
        {
            Id = "fit-1",
            Model = model,
            Task = TaskKind.Binary,
            Classes = 2,
            Seed = 1,
            Arrays = new ArrayFiles
            {
                TrainX = Path.Combine(folder, "x.npy"),
                TrainY = Path.Combine(folder, "y.npy"),
                PredictX = Path.Combine(folder, "x.npy"),
                Predictions = Path.Combine(folder, "predictions.npy"),
            },
        };
    }

    private static Fitted Constant(FitTask task) => new()
    {
        Predictions = NpyArray.Matrix(task.PredictX.Rows, 2, Enumerable.Repeat(0.5f, 2 * task.PredictX.Rows).ToArray()),
        FitSeconds = 0,
        PredictSeconds = 0,
    };

    private sealed class StubEngine : IEngine
    {
        public Func<FitTask, CancellationToken, Fitted> OnFit { get; init; } = (task, _) => Constant(task);

        public HelloReply Describe() =>
            new() { Engine = "stub", Framework = "Stub", Version = "1", Capabilities = new Capabilities { Models = ["constant"] } };

        public Fitted Fit(FitTask task, Action<FitProgress> report, CancellationToken cancellation) => OnFit(task, cancellation);

        public double? Calibrate(int size, int threads) => null;
    }

    /// <summary>A host on a thread of its own, fed and read line by line.</summary>
    private sealed class Conversation : IDisposable
    {
        private readonly BlockingCollection<string> requests = [];
        private readonly BlockingCollection<string> replies = [];
        private readonly Thread host;

        public Conversation(IEngine engine)
            : this(() => engine)
        {
        }

        public Conversation(Func<IEngine> load)
        {
            var channel = new ProtocolChannel(new QueueReader(requests), new QueueWriter(replies));
            host = new Thread(() => EngineHost.Run(channel, load));
            host.Start();
        }

        public void Say(string line) => requests.Add(line);

        public Reply Ask(Request request)
        {
            Say(ProtocolJson.Write(request));
            return Next();
        }

        public Reply Next() =>
            replies.TryTake(out string? line, Limit)
                ? ProtocolJson.Read<Reply>(line)
                : throw new TimeoutException("The host did not answer.");

        public void Dispose()
        {
            requests.CompleteAdding();
            Assert.True(host.Join(Limit));
            requests.Dispose();
            replies.Dispose();
        }
    }

    private sealed class QueueReader(BlockingCollection<string> lines) : TextReader
    {
        public override string? ReadLine() => lines.GetConsumingEnumerable().FirstOrDefault();
    }

    private sealed class QueueWriter(BlockingCollection<string> lines) : StringWriter
    {
        public override void WriteLine(string? value) => lines.Add(value!);
    }
}
