using System.Diagnostics;
using System.Text.Json;
using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.FittedModels;
using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Protocol.Hosting;

/// <summary>The loop of an engine process: reads requests, lets the engine work, writes replies.</summary>
public sealed class EngineHost
{
    private static readonly TimeSpan BetweenProgress = TimeSpan.FromMilliseconds(500);

    private readonly ProtocolChannel channel;
    private readonly Func<IEngine> load;
    private readonly Lock guard = new();
    private IEngine? engine;
    private string? current;
    private CancellationTokenSource? cancellation;
    private Task work = Task.CompletedTask;

    private EngineHost(ProtocolChannel channel, Func<IEngine> load)
    {
        this.channel = channel;
        this.load = load;
    }

    /// <summary>Runs an engine on the process's standard streams until the harness closes the input.</summary>
    /// <param name="load">Makes the engine; called after standard output was taken, at the first request that needs it.</param>
    /// <returns>The process's exit code.</returns>
    public static int Run(Func<IEngine> load)
    {
        using var standardStreams = ProtocolChannel.TakeStandardStreams();
        var host = new EngineHost(standardStreams, load);
        host.Serve();

        // A fit that is still under way, perhaps deep in native code, must not outlive the harness.
        if (!host.work.IsCompleted)
            Process.GetCurrentProcess().Kill();
        return 0;
    }

    /// <summary>Runs an engine on any channel until its input ends.</summary>
    public static void Run(ProtocolChannel channel, Func<IEngine> load) => new EngineHost(channel, load).Serve();

    private void Serve()
    {
        while (channel.ReadLine() is { } line)
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;

            try
            {
                Answer(ProtocolJson.Read<Request>(line));
            }
            catch (Exception error) when (error is JsonException or NotSupportedException)
            {
                channel.Send(new RefusedReply($"Not a request of protocol {ProtocolJson.Version}: {error.Message}"));
            }
        }

        lock (guard)
            cancellation?.Cancel();
    }

    private void Answer(Request request)
    {
        switch (request)
        {
            case HelloRequest hello when hello.Protocol != ProtocolJson.Version:
                channel.Send(new RefusedReply($"Protocol {hello.Protocol} was requested; this engine speaks {ProtocolJson.Version}."));
                break;
            case CancelRequest cancel:
                Cancel(cancel.Id);
                break;
            default:
                // One thing at a time: the harness waits for a reply before it asks again.
                work.Wait();
                Register(request);
                work = Task.Factory.StartNew(
                    () => Work(request), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
                break;
        }
    }

    private void Work(Request request)
    {
        try
        {
            engine ??= load();
            channel.Send(request switch
            {
                CalibrateRequest calibrate => new CalibrationReply { Gflops = engine.Calibrate(calibrate.Size, calibrate.Threads) },
                FitRequest fit => Fit(engine, fit),
                _ => engine.Describe(),
            });
        }
        catch (Exception error) when (request is not FitRequest)
        {
            // A framework whose native library is missing shows here; the harness makes it a row with this reason.
            channel.Send(new RefusedReply(ReasonOf(error)));
            Console.Error.WriteLine(error);
        }
    }

    private Reply Fit(IEngine engine, FitRequest request)
    {
        CancellationToken givenUp = cancellation!.Token;
        try
        {
            var sinceProgress = Stopwatch.StartNew();
            Fitted fitted = engine.Fit(FitTask.Load(request), Report, givenUp);
            NpyFile.Write(request.Arrays.Predictions, fitted.Predictions);
            if (fitted.Codes is { } codes && request.Arrays.Codes is { } place)
                NpyFile.Write(place, codes);
            if (request.Arrays.Model is { } file)
                FittedModelFile.Write(file, fitted.Model ?? throw new UnsupportedException($"the fitted model of {request.Model.Kind}"));
            return new FittedReply(request.Id, fitted);

            void Report(FitProgress progress)
            {
                if (sinceProgress.Elapsed < BetweenProgress)
                    return;
                sinceProgress.Restart();
                channel.Send(new ProgressReply
                {
                    Id = request.Id,
                    Epoch = progress.Epoch,
                    Loss = progress.Loss,
                    ValidationLoss = progress.ValidationLoss,
                });
            }
        }
        catch (UnsupportedException unsupported)
        {
            return new UnsupportedReply(request.Id, unsupported.Message);
        }
        catch (OperationCanceledException)
        {
            return new CancelledReply(request.Id);
        }
        catch (Exception error)
        {
            Console.Error.WriteLine(error);
            return new FailedReply(request.Id, ReasonOf(error), error.ToString());
        }
        finally
        {
            lock (guard)
                current = null;
        }
    }

    // Before the work starts, so that a cancel that comes right behind the fit finds it.
    private void Register(Request request)
    {
        if (request is not FitRequest fit)
            return;
        lock (guard)
        {
            cancellation?.Dispose();
            (current, cancellation) = (fit.Id, new CancellationTokenSource());
        }
    }

    private void Cancel(string id)
    {
        lock (guard)
        {
            if (current == id)
                cancellation?.Cancel();
        }
    }

    private static string ReasonOf(Exception error)
    {
        if (error is EngineUnavailableException)
            return error.Message;

        Exception root = error.GetBaseException();
        return $"{root.GetType().Name}: {root.Message.ReplaceLineEndings(" ")}";
    }
}
