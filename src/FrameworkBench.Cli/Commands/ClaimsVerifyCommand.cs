using System.CommandLine;
using FrameworkBench.Claims.Register;
using FrameworkBench.Cli.Display;
using FrameworkBench.Cli.Json;
using FrameworkBench.Experiments;
using FrameworkBench.Verification;
using FrameworkBench.Wording;

namespace FrameworkBench.Cli.Commands;

/// <summary><c>claims verify</c>: derives every verdict of some results again, from their data files and the experiments alone.</summary>
internal static class ClaimsVerifyCommand
{
    public static Command Make()
    {
        var experiments = new Argument<string[]>("experiment")
        {
            Description = "Names or files of experiments whose results are verified [default: the whole folder]",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var results = new Option<string?>("--results")
        {
            Description = $"Folder of the results [default: {Workspace.ResultsFolder}]",
            HelpName = "FOLDER",
        };
        var register = CommonOptions.Register();
        var write = new Option<bool>("--write-pages")
        {
            Description = "Write the pages that all experiments share again, where all else follows from the data",
        };
        var json = CommonOptions.Json();
        var command = new Command("verify", "Derive every verdict again from the data files, and report every discrepancy")
        {
            experiments, results, register, write, json,
        };
        command.SetAction(parsed => Verify(
            Workspace.Find(null, parsed.GetValue(results), register: parsed.GetValue(register)),
            parsed.GetValue(experiments) ?? [],
            EngineSources.Of(parsed),
            parsed.GetValue(write),
            parsed.GetValue(json)));
        return command;
    }

    private static int Verify(Workspace workspace, string[] experiments, EngineSources sources, bool writesPages, bool json)
    {
        if (!Directory.Exists(workspace.Results))
            throw new WrongInputException($"{Workspace.Shown(workspace.Results)}: no such results folder");
        var session = new Session(workspace, sources);
        string path = workspace.Register;
        IReadOnlyList<Experiment> named = session.Experiments(experiments);
        string[] names = experiments.Length == 0 ? [] : [.. named.Select(experiment => experiment.Name)];
        string[] absent = [.. names.Where(name => !Directory.Exists(Path.Combine(workspace.Results, name)))];
        if (absent.Length > 0)
            throw new WrongInputException([.. absent.Select(name => $"{Workspace.Shown(workspace.Results)}: has no results of {name}")]);
        if (writesPages && names.Length > 0)
            throw new WrongInputException("--write-pages is about all experiments; name none");
        var results = new ResultsUnderTest(
            workspace.Results, names.Length == 0 ? named : [.. named, .. session.Others(named)], session.Documents, session.Catalog,
            ClaimRegister.Read(path), Workspace.Shown(path), names);
        (IReadOnlyList<Discrepancy> discrepancies, int verdicts) = ResultsVerifier.Verify(results);
        if (writesPages && discrepancies.Count > 0
            && ResultsVerifier.WriteSharedPages(results, discrepancies) is { Count: > 0 } pages)
        {
            Terminal.Tell($"written again: {string.Join(", ", pages)}");
            (discrepancies, verdicts) = ResultsVerifier.Verify(results);
        }

        if (json)
        {
            JsonOutput.Write(new VerificationJson(Workspace.Shown(workspace.Results), verdicts, discrepancies));
            return discrepancies.Count == 0 ? ExitCode.Done : ExitCode.SomeTrialFailed;
        }

        foreach (Discrepancy discrepancy in discrepancies)
            Terminal.Complain(discrepancy.ToString());
        Terminal.Say($"{Workspace.Shown(workspace.Results)}: {Counting.Of(verdicts, "verdict")} derived again, "
            + Counting.Of(discrepancies.Count, "discrepancy", "discrepancies"));
        return discrepancies.Count == 0 ? ExitCode.Done : ExitCode.SomeTrialFailed;
    }
}
