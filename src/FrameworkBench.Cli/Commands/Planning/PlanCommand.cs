using System.CommandLine;
using FrameworkBench.Cli.Display;
using FrameworkBench.Cli.Json;
using FrameworkBench.Engines;
using FrameworkBench.Experiments;
using FrameworkBench.Trials;
using FrameworkBench.Trials.Sharding;
using FrameworkBench.Trials.Storing;
using FrameworkBench.Tuning;

namespace FrameworkBench.Cli.Commands.Planning;

/// <summary>
/// <c>plan EXPERIMENT…</c>: what a run would do, and what of it is kept. Engines are only asked which they are, since that names their
/// trials.
/// </summary>
internal static class PlanCommand
{
    public static Command Make()
    {
        Argument<string[]> experiments = CommonOptions.Experiments(ArgumentArity.ZeroOrMore, " [default: those of run-all]");
        var options = new PlanOptionSet("The plan of a quick run", "The plan of a full run");
        var @long = new Option<bool>("--long") { Description = "Also the long experiments, where no experiment is named" };
        Option<int?> shards = CommonOptions.Shards("Say which of so many shards runs each trial");
        Option<bool> json = CommonOptions.Json();
        var command = new Command("plan", "Show what a run would do, and what of it is done") { experiments, @long, shards, json };
        options.AddTo(command);
        options.ExcludeQuick(command, @long);
        command.Options.Add(CommonOptions.Python);
        command.SetAction((parsed, cancellation) => PlanAsync(
            options.Read(parsed, parsed.GetValue(experiments) ?? [], parsed.GetValue(@long)), parsed.GetValue(shards),
            parsed.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> PlanAsync(PlanRequest request, int? shards, bool json, CancellationToken cancellation)
    {
        Terminal.IsForMachines = json;
        var session = new Session(request.Workspace, request.Sources);
        IReadOnlyList<Experiment> experiments = session.Experiments(request);
        IReadOnlyList<EngineStatus> engines = await session.EnginesAsync(request.Engines, cancellation).ConfigureAwait(false);
        if (!json)
            EngineDisplay.Show(engines);
        IReadOnlyList<PlannedTrial> plan = session.Plan(experiments, engines, request.Plan, cancellation);
        using var store = new OutcomeStore(request.Workspace.Store);
        PlannedWork work = await StoredWork.OfAsync(plan, store).ConfigureAwait(false);
        StoreDisplay.Complain(store, "to be run again");
        if (json)
            JsonOutput.Write(PlanJson.Of(work, request.Plan.Profile, shards is { } count ? new ShardPlan(plan, count) : null));
        else
            PlanDisplay.Show(work, plan);
        return ExitCode.After(engines);
    }
}
