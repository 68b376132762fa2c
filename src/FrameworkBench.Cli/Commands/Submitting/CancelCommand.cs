using System.CommandLine;
using FrameworkBench.Cli.Display;

namespace FrameworkBench.Cli.Commands.Submitting;

/// <summary><c>cancel JOB</c>: ends a submitted run.</summary>
internal static class CancelCommand
{
    public static Command Make()
    {
        Argument<string?> job = CommonOptions.Job();
        Option<string?> store = CommonOptions.Store();
        var command = new Command("cancel", "End a submitted run") { job, store };
        command.SetAction((parsed, cancellation) => CancelAsync(
            Submission.Find(Workspace.Find(parsed.GetValue(store), null), EngineSources.Of(parsed), parsed.GetValue(job)), cancellation));
        return command;
    }

    private static async Task<int> CancelAsync(Submission submission, CancellationToken cancellation)
    {
        await Slurm.CancelAsync(submission.Job, cancellation).ConfigureAwait(false);
        Terminal.Say($"job {submission.Job}: canceled; finished trials are kept");
        return ExitCode.Done;
    }
}
