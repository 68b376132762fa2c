using System.Runtime.InteropServices;
using FrameworkBench.Cli.Display;
using FrameworkBench.Engines;
using FrameworkBench.Reading;

namespace FrameworkBench.Cli;

/// <summary>Runs a command so that Ctrl-C and SIGTERM stop it in good order, and wrong input is told in plain lines.</summary>
internal static class Interruption
{
    /// <summary>Runs a command.</summary>
    /// <returns>The process's exit code.</returns>
    public static async Task<int> RunAsync(Func<CancellationToken, Task<int>> command)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            return await command(stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Terminal.Complain("stopped; finished trials are kept, and the next run does the rest");
            return ExitCode.Interrupted;
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
            stop.Cancel();
        }
    }

    private static int Complain(IReadOnlyList<string> problems)
    {
        foreach (string problem in problems)
            Terminal.Complain(problem);
        return ExitCode.WrongInput;
    }
}
