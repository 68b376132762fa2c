using System.CommandLine;
using FrameworkBench.Cli.Display;
using FrameworkBench.Engines;
using FrameworkBench.Engines.Parity;
using FrameworkBench.Experiments;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Reporting;
using FrameworkBench.Trials;

namespace FrameworkBench.Cli.Commands;

/// <summary><c>parity [EXPERIMENT…]</c>: the proof that engines do the same work.</summary>
internal static class ParityCommand
{
    public static Command Make()
    {
        var experiments = new Argument<string[]>("experiment") { Description = "Names or files [default: all of experiments/parity]", Arity = ArgumentArity.ZeroOrMore };
        var engines = CommonOptions.Engine();
        var results = CommonOptions.Results(Workspace.ResultsFolder);
        var python = CommonOptions.Python();
        var command = new Command("parity", "Train the same networks from the same weights on the same batches by every engine, and compare") { experiments, engines, results, python };
        command.SetAction((parsed, cancellation) => RunAsync(
            Workspace.Find(null, parsed.GetValue(results)), parsed.GetValue(experiments) ?? [], parsed.GetValue(engines) ?? [], parsed.GetValue(python), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Workspace workspace, string[] names, string[] engineNames, string? python, CancellationToken cancellation)
    {
        var session = new Session(workspace, python);
        IReadOnlyList<Experiment> experiments = session.Experiments(names, workspace.ParityFiles());
        string[] asked = engineNames.Length == 0 || engineNames.Contains(ParityPass.Reference) ? engineNames : [ParityPass.Reference, .. engineNames];
        IReadOnlyList<EngineStatus> engines = await session.EnginesAsync(asked, cancellation).ConfigureAwait(false);
        EngineStatus[] candidates = [.. engines.Where(engine => engine.Hello is null || engine.Hello.Capabilities.Models.Contains(NetworkSpec.KindName))];

        // Planned for the reference alone: every engine gets the same rows and network.
        EngineStatus[] reference = [.. engines.Where(engine => engine.Name == ParityPass.Reference)];
        IReadOnlyList<PlannedTrial> plan = session.Plan(experiments, reference, new PlanOptions { Seeds = 1 });
        if (plan.FirstOrDefault(planned => planned.Model is not NetworkSpec) is { } other)
            throw new WrongInputException($"{other.Trial.Experiment.Path}: model '{other.Trial.Model.Name}' is no network; parity compares networks only");

        IReadOnlyList<ParityRow> rows = await new ParityPass(candidates).RunAsync(plan, name => Terminal.Say($"parity: {name}"), cancellation).ConfigureAwait(false);
        ParityWriter.Write(rows, workspace.Results);
        Terminal.Show(
            ["experiment", "engine", "precision", "loss difference", "probability difference", "verdict"],
            rows.Where(row => row.Verdict != ParityVerdict.NotSupported).Select(row => new[]
            {
                row.Experiment, row.Engine, row.Precision == Precision.Float32 ? "float32" : "float64", $"{row.LossDifference:0.0e+0}", $"{row.ProbabilityDifference:0.0e+0}", ParityWriter.Word(row),
            }));
        Terminal.Say($"page: {Path.Combine(workspace.Results, "parity.md")}");
        return rows.Any(row => row.Verdict == ParityVerdict.Failed) ? ExitCode.SomeTrialFailed : ExitCode.Done;
    }
}
