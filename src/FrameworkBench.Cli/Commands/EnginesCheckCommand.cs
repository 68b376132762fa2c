using System.CommandLine;
using FrameworkBench.Cli.Display;
using FrameworkBench.Engines;
using FrameworkBench.Engines.Conformance;

namespace FrameworkBench.Cli.Commands;

/// <summary><c>engines check</c>: runs the protocol's contract against live engines.</summary>
internal static class EnginesCheckCommand
{
    public static Command Make()
    {
        var names = new Argument<string[]>("ENGINE")
        {
            Description = "Engines [default: those of --engine-path, or else all that are available]",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var program = new Option<string?>("--command")
        {
            Description = "Check this program instead, such as a new engine",
            HelpName = "\"PROGRAM ARGUMENTS\"",
        };
        var check = new Command("check", "Check engines against the protocol's contract") { names, program, CommonOptions.Python };
        check.SetAction((parsed, cancellation) => parsed.GetValue(program) is { Length: > 0 } line
            ? CheckAsync([(line, CommandOf(line))], cancellation)
            : CheckAsync(parsed.GetValue(names) ?? [], EngineSources.Of(parsed), cancellation));
        return check;
    }

    private static async Task<int> CheckAsync(string[] names, EngineSources sources, CancellationToken cancellation)
    {
        var session = new Session(Workspace.Find(null, null), sources);
        string[] outside = [.. session.Known.Where(engine => engine.Folder is not null).Select(engine => engine.Name)];
        IReadOnlyList<EngineStatus> engines = await session.EnginesAsync(names.Length > 0 ? names : outside, cancellation)
            .ConfigureAwait(false);
        EngineStatus[] absent = [.. engines.Where(engine => !engine.Available)];
        foreach (EngineStatus engine in absent)
            EngineDisplay.Complain(engine);
        int checkedWell =
            await CheckAsync([.. engines.Where(engine => engine.Available).Select(engine => (engine.Name, engine.Command!))], cancellation)
                .ConfigureAwait(false);

        // Who names an engine wants it checked; who names none wants those that are available.
        return (names.Length > 0 && absent.Length > 0) || absent.Any(engine => engine.FailedToStart)
            ? ExitCode.SomeTrialFailed : checkedWell;
    }

    private static async Task<int> CheckAsync(IReadOnlyList<(string Name, EngineCommand Command)> engines, CancellationToken cancellation)
    {
        bool passed = true;
        foreach ((string name, EngineCommand command) in engines)
        {
            try
            {
                ConformanceReport report = await ConformanceSuite.RunAsync(command, result => Tell(name, result), cancellation)
                    .ConfigureAwait(false);
                Terminal.Say($"{name}: {report.Count(CheckVerdict.Passed)} passed, {report.Count(CheckVerdict.Failed)} failed, "
                    + $"{report.Count(CheckVerdict.Skipped)} skipped");
                passed &= report.Passed;
            }
            catch (EngineException error)
            {
                Terminal.Complain($"{name}: {error.Message}");
                passed = false;
            }
        }

        return passed ? ExitCode.Done : ExitCode.SomeTrialFailed;
    }

    private static void Tell(string engine, CheckResult result)
    {
        string verdict = result.Verdict switch { CheckVerdict.Passed => "ok     ", CheckVerdict.Failed => "FAILED ", _ => "skipped" };
        Terminal.Say($"{verdict}  {engine}  {result.Check}{(result.Reason is null ? "" : $": {result.Reason}")}");
        foreach (string line in EngineDisplay.EndOf(result.Log))
            Terminal.Say(line);
    }

    private static EngineCommand CommandOf(string line)
    {
        string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new EngineCommand(words[0], words[1..]);
    }
}
