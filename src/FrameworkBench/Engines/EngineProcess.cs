using System.Diagnostics;
using System.Text;
using System.Threading.Channels;
using FrameworkBench.Engines.Memory;
using FrameworkBench.Engines.Processes;
using FrameworkBench.Engines.Variables;
using FrameworkBench.Experiments;
using FrameworkBench.Protocol;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Reading;

namespace FrameworkBench.Engines;

/// <summary>One running engine and the conversation with it. Not safe for two conversations at once.</summary>
public sealed class EngineProcess : IAsyncDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SendLimit = TimeSpan.FromMinutes(1);

    // A process that has ended has written all it will, and its reader needs no longer than this to take it.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    private readonly Process process;
    private readonly string mark;
    private readonly Lazy<IMemoryLimit?> memory;
    private readonly ReplyLines lines = new();
    private readonly EngineLog log = new();
    private readonly Task reading;
    private readonly Task logging;
    private readonly Task ending;

    private EngineProcess(Process process, string mark, Func<int, IMemoryLimit?> limitMemory)
    {
        (this.process, this.mark, ProcessId) = (process, mark, process.Id);
        memory = new Lazy<IMemoryLimit?>(() => limitMemory(ProcessId));
        process.StandardInput.NewLine = "\n";
        reading = lines.ReadAsync(process.StandardOutput);
        logging = ReadLogAsync();
        ending = EndAsync();
    }

    /// <summary>The process's id.</summary>
    public int ProcessId { get; }

    /// <summary>The first and last lines of the engine's standard error since the last fit began, or null.</summary>
    public string? Log => log.Read();

    /// <summary>Starts an engine.</summary>
    /// <exception cref="EngineException">The program cannot be started.</exception>
    public static EngineProcess Start(EngineCommand command, Placement placement) =>
        Start(command, placement, process => MemoryLimits.Strictest(process, placement.Threads));

    /// <summary>Starts an engine.</summary>
    /// <param name="command">How.</param>
    /// <param name="placement">Where.</param>
    /// <param name="limitMemory">Has the system limit the memory of a process; null where it cannot.</param>
    /// <exception cref="EngineException">The program cannot be started.</exception>
    internal static EngineProcess Start(EngineCommand command, Placement placement, Func<int, IMemoryLimit?> limitMemory)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(placement);
        var started = new Process
        {
            StartInfo = new ProcessStartInfo(command.FileName, command.Arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardInputEncoding = new UTF8Encoding(false),
                StandardOutputEncoding = Encoding.UTF8,
                StandardErrorEncoding = Encoding.UTF8,
                UseShellExecute = false,
                CreateNoWindow = true,
            },
        };
        PassedVariables.Keep(started.StartInfo.Environment);
        foreach ((string name, string value) in EngineVariables.For(placement.Threads).Concat(command.Environment))
            started.StartInfo.Environment[name] = value;
        string owner = Descendants.NewMark();
        started.StartInfo.Environment[Descendants.Variable] = owner;
        try
        {
            ProcessorAffinity.Start(started, placement.Processors);
        }
        catch (Exception error) when (error is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            started.Dispose();
            throw new EngineException($"cannot start '{command.FileName}': {error.Message}", error);
        }

        return new EngineProcess(started, owner, limitMemory);
    }

    /// <summary>
    /// Limits the memory of the engine's processes from now on. What the engine took before counts where processes are looked at, not in a
    /// control group.
    /// </summary>
    /// <param name="bytes">The limit; null for none.</param>
    public void LimitMemory(long? bytes)
    {
        if (bytes is not null || memory.IsValueCreated)
            memory.Value?.Set(bytes);
    }

    /// <summary>Asks who the engine is.</summary>
    /// <exception cref="EngineException">It did not answer in time, or not by the protocol, or refused.</exception>
    public async Task<HelloReply> HelloAsync(TimeSpan limit, CancellationToken cancellation = default)
    {
        Reply reply = await AskAsync(new HelloRequest(), limit, cancellation).ConfigureAwait(false);
        return reply switch
        {
            HelloReply { Protocol: ProtocolJson.Version } hello =>
                ReplyCheck.Problem(hello) is { } problem ? throw new EngineException(problem) : hello,
            HelloReply hello =>
                throw new EngineException($"it speaks protocol {hello.Protocol}, the harness speaks {ProtocolJson.Version}"),
            RefusedReply refused => throw new EngineException(refused.Reason) { IsRefusal = true },
            _ => throw Unexpected(reply, "hello"),
        };
    }

    /// <summary>Asks for the speed of a matrix product in GFLOP/s; null when the engine has none.</summary>
    /// <exception cref="EngineException">It did not answer in time, or not by the protocol, or refused.</exception>
    public async Task<double?> CalibrateAsync(int threads, TimeSpan limit, CancellationToken cancellation = default)
    {
        Reply reply = await AskAsync(new CalibrateRequest { Threads = threads }, limit, cancellation).ConfigureAwait(false);
        return reply switch
        {
            CalibrationReply calibration => calibration.Gflops,
            RefusedReply refused => throw new EngineException(refused.Reason),
            _ => throw Unexpected(reply, "calibration"),
        };
    }

    /// <summary>Has a model fitted within a time, and no other limit.</summary>
    /// <inheritdoc cref="FitAsync(FitRequest, TrialLimits, Action{ProgressReply}?, CancellationToken)"/>
    public Task<(Reply Reply, long PeakBytes)> FitAsync(
        FitRequest request, TimeSpan limit, Action<ProgressReply>? progress = null, CancellationToken cancellation = default) =>
        FitAsync(request, new TrialLimits { Time = limit }, progress, cancellation);

    /// <summary>
    /// Has a model fitted. At the limit of time the engine is asked to give up, and the caller ends it if it does not; at any other it is
    /// ended.
    /// </summary>
    /// <returns><c>fitted</c>, <c>unsupported</c>, <c>failed</c> or <c>cancelled</c>, and the peak memory in bytes.</returns>
    /// <exception cref="EngineException">The engine died, hung, or wrote what is not a reply to this fit.</exception>
    public async Task<(Reply Reply, long PeakBytes)> FitAsync(
        FitRequest request, TrialLimits limits, Action<ProgressReply>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(limits);
        log.Clear();
        PeakMemory.Reset(process);
        LimitMemory(limits.MemoryBytes);
        (Reply Reply, long PeakBytes) answer;
        var watch = new TrialWatch(limits, () => Descendants.ResidentBytes(ProcessId), () => log.Written, Kill);
        await using (watch.ConfigureAwait(false))
        {
            try
            {
                TimeSpan limit = limits.Time ?? TrialLimits.Default.Time!.Value;
                answer = await ConverseAsync(request, limit, progress, cancellation).ConfigureAwait(false);
            }
            catch (EngineException error) when ((watch.Excess ?? Refused(error.Message)) is { } excess)
            {
                throw new EngineException(excess, error);
            }
        }

        // An engine that answered in the moment in which it was ended, or that was short of memory, must not be asked again.
        string? late = watch.Excess ?? (answer.Reply is FailedReply failed ? Refused(failed.Reason) : null);
        return late is null ? answer : throw new EngineException(late);
    }

    /// <summary>Sends one line as it is.</summary>
    /// <param name="line">The line.</param>
    /// <param name="limit">How long the engine may take to read it; null for a minute.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="EngineException">The engine has ended, or does not read.</exception>
    public async Task SendAsync(string line, TimeSpan? limit = null, CancellationToken cancellation = default)
    {
        TimeSpan patience = limit ?? SendLimit;
        try
        {
            await WriteAsync(line).WaitAsync(patience, cancellation).ConfigureAwait(false);
        }
        catch (TimeoutException error)
        {
            throw new EngineException($"the engine did not read its request within {patience.TotalSeconds:0.#} s", error);
        }
        catch (Exception error) when (error is IOException or InvalidOperationException)
        {
            throw await DeathAsync().ConfigureAwait(false);
        }
    }

    /// <summary>The next reply, for conformance checks; null when none came in time.</summary>
    /// <exception cref="EngineException">The engine died or wrote what is not a reply.</exception>
    public async Task<Reply?> NextReplyAsync(TimeSpan limit, CancellationToken cancellation = default)
    {
        string? line = await NextLineAsync(limit, cancellation).ConfigureAwait(false);
        return line is null ? null : ReplyText.Parse(line);
    }

    /// <summary>Closes the engine's input, for conformance checks.</summary>
    /// <returns>Whether the process then ended by itself within the limit.</returns>
    public async Task<bool> EndInputAsync(TimeSpan limit, CancellationToken cancellation = default)
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellation).WaitAsync(limit, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return process.HasExited;
    }

    /// <summary>Ends the process and whatever it started.</summary>
    public void Kill()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception error) when (error is InvalidOperationException or AggregateException or System.ComponentModel.Win32Exception)
        {
            // It has ended already, or some process of its tree has.
        }

        EndDescendants();
    }

    /// <summary>Closes the input, waits shortly, then ends the process and whatever it left behind.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            process.StandardInput.Close();
        }
        catch (Exception error) when (error is IOException or InvalidOperationException)
        {
            // The process is gone and so is the pipe.
        }

        using var grace = new CancellationTokenSource(Grace);
        try
        {
            await process.WaitForExitAsync(grace.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            Kill();
        }

        EndDescendants();
        if (memory is { IsValueCreated: true, Value: { } limit })
            limit.Dispose();
        lines.Close();
        await Task.WhenAll(reading, logging, ending).WaitAsync(Grace).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        // A process does not close what somebody reads: thousands of engines would leave as many open pipes.
        process.StandardOutput.Dispose();
        process.StandardError.Dispose();
        process.Dispose();
    }

    private string? Refused(string reason) => memory is { IsValueCreated: true, Value: { } limit } ? limit.Excess(reason, Log) : null;

    private async Task<(Reply Reply, long PeakBytes)> ConverseAsync(
        FitRequest request, TimeSpan limit, Action<ProgressReply>? progress, CancellationToken cancellation)
    {
        var elapsed = Stopwatch.StartNew();
        await SendAsync(ProtocolJson.Write<Request>(request), limit, cancellation).ConfigureAwait(false);
        bool gaveUp = false;
        TimeSpan end = limit;
        while (true)
        {
            TimeSpan left = end - elapsed.Elapsed;
            string? line = await NextLineAsync(left, cancellation).ConfigureAwait(false);
            if (line is null && gaveUp)
                throw new EngineException($"no answer within {limit.TotalSeconds:0.#} s, nor to a cancel");
            if (line is null)
            {
                gaveUp = true;
                end = elapsed.Elapsed + Grace;
                await SendAsync(ProtocolJson.Write<Request>(new CancelRequest { Id = request.Id }), Grace, cancellation)
                    .ConfigureAwait(false);
                continue;
            }

            Reply reply = ReplyText.Parse(line);
            string? id = IdOf(reply);
            if (reply is RefusedReply refused)
                throw new EngineException($"the engine refused the request: {refused.Reason}");
            if (id != request.Id)
                throw new EngineException($"the engine answered fit '{id}', expected fit '{request.Id}'");
            if (reply is ProgressReply step)
                progress?.Invoke(step);
            else if (reply is CancelledReply && gaveUp)
                throw new EngineException($"stopped at its limit of {limit.TotalSeconds:0.###} s");
            else
                return (reply, PeakMemory.Read(process));
        }
    }

    private async Task<Reply> AskAsync(Request request, TimeSpan limit, CancellationToken cancellation)
    {
        await SendAsync(ProtocolJson.Write(request), limit, cancellation).ConfigureAwait(false);
        string? line = await NextLineAsync(limit, cancellation).ConfigureAwait(false);
        return line is null ? throw new EngineException($"no answer within {limit.TotalSeconds:0.#} s") : ReplyText.Parse(line);
    }

    // The number of a process that has ended may be another's by now.
    private void EndDescendants() => Descendants.Kill(process.HasExited ? null : ProcessId, mark);

    private async Task WriteAsync(string line)
    {
        await process.StandardInput.WriteLineAsync(line).ConfigureAwait(false);
        await process.StandardInput.FlushAsync().ConfigureAwait(false);
    }

    private async Task<string?> NextLineAsync(TimeSpan limit, CancellationToken cancellation)
    {
        // An engine that writes without pause must not delay the end of its time.
        cancellation.ThrowIfCancellationRequested();
        if (limit <= TimeSpan.Zero)
            return null;
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limited.CancelAfter(limit);
        try
        {
            return await lines.Reader.ReadAsync(limited.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
        catch (ChannelClosedException)
        {
            throw await DeathAsync().ConfigureAwait(false);
        }
    }

    private async Task<EngineException> DeathAsync()
    {
        if (lines.Problem is { } problem)
            return new EngineException(VisibleText.Of(problem));
        await process.WaitForExitAsync(CancellationToken.None).WaitAsync(Grace).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await logging.WaitAsync(Grace).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        string how =
            process.HasExited ? $"the engine's process ended with {ExitWords.Of(process.ExitCode)}" : "the engine closed its output";
        string? last = Log?.Split('\n').LastOrDefault(line => !string.IsNullOrWhiteSpace(line));
        return new EngineException(last is null ? how : $"{how}; it last said: {last.Trim()}");
    }

    private async Task ReadLogAsync()
    {
        char[] buffer = new char[1 << 14];
        try
        {
            int read;
            while ((read = await process.StandardError.ReadAsync(buffer).ConfigureAwait(false)) > 0)
                log.Write(buffer.AsSpan(0, read));
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            // The process and its pipe are gone.
        }
    }

    // A process that the engine started may hold the engine's output open, so that only the system reports the engine's end.
    private async Task EndAsync()
    {
        await process.WaitForExitAsync().ConfigureAwait(false);
        await Task.WhenAll(reading, logging).WaitAsync(Rest).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        EndDescendants();
        await Task.WhenAll(reading, logging).WaitAsync(Rest).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lines.Close();
    }

    private static string? IdOf(Reply reply) => reply switch
    {
        ProgressReply progress => progress.Id,
        FittedReply fitted => fitted.Id,
        UnsupportedReply unsupported => unsupported.Id,
        FailedReply failed => failed.Id,
        CancelledReply cancelled => cancelled.Id,
        _ => null,
    };

    private static EngineException Unexpected(Reply reply, string expected) =>
        new($"expected '{expected}', the engine answered '{ProtocolJson.Write(reply)}'");
}
