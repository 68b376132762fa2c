using System.CommandLine;
using FrameworkBench.Claims;
using FrameworkBench.Cli.Display;
using FrameworkBench.Engines;
using FrameworkBench.Engines.Parity;
using FrameworkBench.Experiments;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Scoring;
using FrameworkBench.Trials;
using FrameworkBench.Trials.Storing;
using FrameworkBench.Writing;

namespace FrameworkBench.Cli.Commands;

/// <summary><c>parity [EXPERIMENT…]</c>: the proof that engines do the same work.</summary>
internal static class ParityCommand
{
    public static Command Make()
    {
        var experiments = new Argument<string[]>("experiment")
        {
            Description = "Names or files [default: all of experiments/parity]",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var engines = CommonOptions.Engine();
        var results = CommonOptions.Results(Workspace.ResultsFolder, $"{Workspace.QuickResultsFolder} with --quick");
        var store = CommonOptions.Store();
        var quick = new Option<bool>("--quick") { Description = "Fewer splits for the trees" };
        var command =
            new Command(
                "parity", "Train the same networks from the same weights on the same batches on every engine, and compare") { experiments,
                engines, quick, store, results, CommonOptions.Python };
        command.SetAction((parsed, cancellation) =>
        {
            Profile profile = parsed.GetValue(quick) ? Profile.Quick : Profile.Default;
            var workspace = Workspace.Find(parsed.GetValue(store), parsed.GetValue(results), Workspace.FolderFor(profile));
            return RunAsync(
                workspace, parsed.GetValue(experiments) ?? [], parsed.GetValue(engines) ?? [], EngineSources.Of(parsed), profile,
                cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        Workspace workspace, string[] names, string[] engineNames, EngineSources sources, Profile profile, CancellationToken cancellation)
    {
        var session = new Session(workspace, sources);
        IReadOnlyList<Experiment> experiments =
            [.. session.Experiments(names, workspace.ParityFiles()).Select(experiment => experiment.At(profile))];
        ResultsFolder.Try(workspace.Results);
        using var store = new OutcomeStore(workspace.Store);
        string[] asked = engineNames.Length == 0 || engineNames.Contains(ParityPass.Reference)
            ? engineNames : [ParityPass.Reference, .. engineNames];
        IReadOnlyList<EngineStatus> engines = await session.EnginesAsync(asked, cancellation).ConfigureAwait(false);

        foreach (EngineStatus engine in engines.Where(engine => engine.FailedToStart))
            EngineDisplay.Complain(engine);

        // Networks start alike and must agree number by number; other models must be worth the same.
        ILookup<bool, Experiment> ofNetworks =
            experiments.ToLookup(experiment => experiment.Models.All(model => ParityPass.Takes(model.Spec)));
        IReadOnlyList<ParityRow> networks = await CompareNetworksAsync(session, [.. ofNetworks[true]], engines, cancellation)
            .ConfigureAwait(false);
        IReadOnlyList<EngineEquivalence> others =
            await CompareScoresAsync(session, [.. ofNetworks[false]], engines, store, profile, cancellation).ConfigureAwait(false);
        ParityWriter.Write(networks, others, workspace.Results);
        Show(networks, others);
        Terminal.Say($"page: {Path.Combine(workspace.Results, "parity", "README.md")}");
        return ExitCode.After(engines, networks.Any(row => row.Verdict == ParityVerdict.Failed));
    }

    private static async Task<IReadOnlyList<ParityRow>> CompareNetworksAsync(
        Session session, IReadOnlyList<Experiment> experiments, IReadOnlyList<EngineStatus> engines, CancellationToken cancellation)
    {
        // Planned for the reference alone: every engine gets the same rows and network.
        EngineStatus[] reference = [.. engines.Where(engine => engine.Name == ParityPass.Reference)];
        EngineStatus[] candidates =
            [.. engines.Where(engine => engine.Hello is null || engine.Hello.Capabilities.Models.Contains(NetworkSpec.KindName))];
        IReadOnlyList<PlannedTrial> plan = session.Plan(experiments, reference, new PlanOptions { Seeds = 1 }, cancellation);
        return await new ParityPass(candidates).RunAsync(plan, name => Terminal.Say($"parity: {name}"), cancellation).ConfigureAwait(false);
    }

    private static async Task<IReadOnlyList<EngineEquivalence>> CompareScoresAsync(
        Session session, IReadOnlyList<Experiment> experiments, IReadOnlyList<EngineStatus> engines, OutcomeStore store,
        Profile profile, CancellationToken cancellation)
    {
        IReadOnlyList<PlannedTrial> plan = session.Plan(experiments, engines, new PlanOptions { Profile = profile }, cancellation);
        var runner =
            new TrialRunner(engines.ToDictionary(engine => engine.Name, StringComparer.Ordinal), store, new RunOptions());
        Outcomes outcomes = await RunDisplay.ShowAsync("trees", progress => runner.RunAsync(plan, progress, cancellation))
            .ConfigureAwait(false);
        StoreDisplay.Complain(store, "run again");
        return EngineEquivalence.Of([.. plan.Select(planned => TrialResult.Of(planned, outcomes[planned]))], ParityPass.Reference);
    }

    private static void Show(IReadOnlyList<ParityRow> networks, IReadOnlyList<EngineEquivalence> others)
    {
        Terminal.Show(
            ["experiment", "check", "engine", "precision", "loss difference", "probability difference", "tolerance", "verdict"],
            networks.Where(row => row.Verdict != ParityVerdict.NotSupported).Select(row => new[]
            {
                row.Experiment, ParityWriter.WordOf(row.Check), row.Engine, row.Precision == Precision.Float32 ? "float32" : "float64",
                ParityWriter.Scientific(row.LossDifference), ParityWriter.Scientific(row.PredictionDifference),
                ParityWriter.Scientific(row.PredictionTolerance), ParityWriter.Word(row),
            }));
        foreach (EngineEquivalence row in others.Where(row => row.CanDecide))
            Terminal.Say($"{row.Dataset}/{row.Model}: {row.Finding.Evidence}");
        foreach (PooledEquivalence row in PooledEquivalence.Of(others))
            Terminal.Say($"{row.Experiment}/{row.Model}, {row.Lead.Count} tables: "
                + $"{row.Engine} leads {ParityPass.Reference} by {ParityWriter.Lead(row.Lead.Mean)} "
                + $"[{ParityWriter.Lead(row.Lead.Interval.Low)}, {ParityWriter.Lead(row.Lead.Interval.High)}]");
    }
}
