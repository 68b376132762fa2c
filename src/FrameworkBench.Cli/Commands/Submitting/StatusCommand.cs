using System.CommandLine;
using FrameworkBench.Cli.Commands.Planning;
using FrameworkBench.Cli.Display;
using FrameworkBench.Cli.Json;
using FrameworkBench.Engines;
using FrameworkBench.Trials;
using FrameworkBench.Trials.Sharding;
using FrameworkBench.Trials.Storing;
using FrameworkBench.Tuning;

namespace FrameworkBench.Cli.Commands.Submitting;

/// <summary><c>status JOB</c>: how far a submitted run is, by the scheduler and by what the store has.</summary>
internal static class StatusCommand
{
    public static Command Make()
    {
        Argument<string?> job = CommonOptions.Job();
        Option<string?> store = CommonOptions.Store();
        Option<bool> json = CommonOptions.Json();
        var command = new Command("status", "Show how far a submitted run is") { job, store, CommonOptions.Python, json };
        command.SetAction((parsed, cancellation) => ShowAsync(
            Submission.Find(Workspace.Find(parsed.GetValue(store), null), EngineSources.Of(parsed), parsed.GetValue(job)),
            parsed.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> ShowAsync(Submission submission, bool json, CancellationToken cancellation)
    {
        Terminal.IsForMachines = json;
        PlanRequest request = submission.Request;
        var session = new Session(request.Workspace, request.Sources);
        IReadOnlyList<EngineStatus> engines = await session.EnginesAsync(request.Engines, cancellation).ConfigureAwait(false);
        IReadOnlyList<PlannedTrial> plan = session.Plan(session.Experiments(request), engines, request.Plan, cancellation);
        using var store = new OutcomeStore(request.Workspace.Store);
        PlannedWork work = await StoredWork.OfAsync(plan, store).ConfigureAwait(false);
        IReadOnlyDictionary<int, string> states = await Slurm.StatesAsync(submission.Job, cancellation).ConfigureAwait(false);
        IReadOnlyList<ShardStatus> tasks = Tasks(new ShardPlan(plan, submission.Shards), work, states);
        if (json)
            JsonOutput.Write(StatusJson.Of(submission, tasks, work.Open.Count));
        else
            StatusDisplay.Show(submission, tasks);
        return ExitCode.Done;
    }

    private static IReadOnlyList<ShardStatus> Tasks(ShardPlan shards, PlannedWork work, IReadOnlyDictionary<int, string> states)
    {
        var byShard = work.Fits.ToLookup(fit => shards.Of(fit.Fit));
        return
        [
            .. Enumerable.Range(0, shards.Count).Select(shard => new ShardStatus(
                shard, states.GetValueOrDefault(shard), byShard[shard].Count(), byShard[shard].Count(fit => fit.IsKept))),
        ];
    }
}
