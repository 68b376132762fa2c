using System.CommandLine;
using System.Text;
using FrameworkBench.Cli.Commands.Keeping;
using FrameworkBench.Cli.Display;
using FrameworkBench.Experiments;
using FrameworkBench.Pages.Data;
using FrameworkBench.Trials;
using FrameworkBench.Trials.Storing;
using FrameworkBench.Wording;

namespace FrameworkBench.Cli.Commands.Storing;

/// <summary><c>store export</c>: stored trials as a table for other programs.</summary>
internal static class StoreExportCommand
{
    private const string Csv = "csv";

    public static Command Make()
    {
        var experiments = new Argument<string[]>("experiment")
        {
            Description = "Names or files of experiments [default: all stored trials]",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var format = new Option<string>("--format")
        {
            Description = "json: a line of JSON for each trial, with all that is stored; csv: its figures",
            HelpName = "json|csv",
            DefaultValueFactory = _ => "json",
        };
        format.AcceptOnlyFromAmong("json", Csv);
        var output = new Option<string?>("--out") { Description = "File to write [default: standard output]", HelpName = "FILE" };
        var store = CommonOptions.Store();
        var command = new Command("export", "Write the stored trials for other programs, such as pandas")
        {
            experiments, format, output, store, CommonOptions.Python,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var workspace = Workspace.Find(parsed.GetValue(store), null);
            string? path = parsed.GetValue(output);
            OutputFile.Check("--out", path);
            Terminal.IsForMachines = path is null;
            StoreCommand.Open(workspace);
            using var trials = new OutcomeStore(workspace.Store);
            IReadOnlyDictionary<TrialKey, Trial> planned = await PlannedAsync(
                new Session(workspace, EngineSources.Of(parsed)), parsed.GetValue(experiments) ?? [], trials, cancellation)
                .ConfigureAwait(false);
            bool all = parsed.GetValue(experiments) is not { Length: > 0 };
            int count = Write(
                ExportedTrial.Of(trials, [.. trials.Keys.Where(key => all || planned.ContainsKey(key))], planned), path,
                parsed.GetValue(format) == Csv);
            StoreDisplay.Complain(trials, "not exported");
            if (path is not null)
                Terminal.Say($"{Workspace.Shown(path)}: {Counting.Of(count, "trial")}");
            return ExitCode.Done;
        });
        return command;
    }

    private static Task<IReadOnlyDictionary<TrialKey, Trial>> PlannedAsync(
        Session session, string[] experiments, OutcomeStore store, CancellationToken cancellation) =>
        experiments.Length == 0
            ? PlannedTrials.OfAsync(session, PlannedTrials.AllExperiments(session), [Profile.Default], store, cancellation)
            : PlannedTrials.OfAsync(session, session.Experiments(experiments), PlannedTrials.AllProfiles, store, cancellation);

    private static int Write(IEnumerable<ExportedTrial> trials, string? path, bool isCsv)
    {
        int count = 0;
        if (path is null)
            Write(Console.OpenStandardOutput());
        else
            OutputFile.Write(path, Write);
        return count;

        void Write(Stream stream)
        {
            using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
            if (isCsv)
                writer.Write(CsvText.Of(ExportedTrial.Columns, Counted().Select(trial => trial.Cells())));
            else
            {
                foreach (ExportedTrial trial in Counted())
                    writer.WriteLine(trial.Json());
            }
        }

        IEnumerable<ExportedTrial> Counted()
        {
            foreach (ExportedTrial trial in trials)
            {
                count++;
                yield return trial;
            }
        }
    }
}
