using System.Runtime.InteropServices;
using FrameworkBench.Cli.Display;
using FrameworkBench.Engines;
using FrameworkBench.Reading;

namespace FrameworkBench.Cli;

/// <summary>
/// Runs a command so that Ctrl-C, SIGTERM and a terminal that is closed stop it in good order, and wrong input is reported in plain lines.
/// </summary>
internal static class Interruption
{
    // A command that reads a large file or computes does not hear at once. Engines end when their input does, and what is half done is
    // completed or removed by the next run. On a busy machine a process takes half a second to end, and two are promised.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.2);

    /// <summary>Runs a command.</summary>
    /// <returns>The process's exit code.</returns>
    public static async Task<int> RunAsync(Func<CancellationToken, Task<int>> command)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);
        try
        {
            return await command(stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return Stopped();
        }
        catch (WrongInputException error)
        {
            return Complain(error.Problems);
        }
        catch (InputException error)
        {
            return Complain(error.Message.Split('\n'));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Complain([error.Message]);
        }
        catch (EngineException error)
        {
            Terminal.Complain(error.Message);
            return ExitCode.SomeTrialFailed;
        }

        void Stop(PosixSignalContext context)
        {
            // The second signal ends the process at once.
            context.Cancel = !stop.IsCancellationRequested;
            if (context.Cancel)
                _ = Task.Delay(Patience).ContinueWith(_ => Environment.Exit(Stopped()), TaskScheduler.Default);
            stop.Cancel();
        }
    }

    private static int Stopped()
    {
        try
        {
            Terminal.Complain("stopped; finished trials are kept, and the next run does the rest");
        }
        catch (IOException)
        {
            // The terminal was closed.
        }

        return ExitCode.Interrupted;
    }

    private static int Complain(IReadOnlyList<string> problems)
    {
        foreach (string problem in problems)
            Terminal.Complain(problem);
        return ExitCode.WrongInput;
    }
}
