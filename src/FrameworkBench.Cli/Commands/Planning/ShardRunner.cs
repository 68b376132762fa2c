using FrameworkBench.Cli.Display;
using FrameworkBench.Engines;
using FrameworkBench.Experiments;
using FrameworkBench.Trials;
using FrameworkBench.Trials.Sharding;
using FrameworkBench.Trials.Storing;
using FrameworkBench.Tuning;
using FrameworkBench.Wording;

namespace FrameworkBench.Cli.Commands.Planning;

/// <summary>Runs a share of the trials and keeps their outcomes. Pages follow from the outcomes of all shards.</summary>
internal static class ShardRunner
{
    /// <summary>Runs one shard.</summary>
    /// <returns>The process's exit code.</returns>
    /// <exception cref="WrongInputException">All its experiments run one trial at a time.</exception>
    public static async Task<int> RunAsync(RunRequest request, Shard shard, CancellationToken cancellation)
    {
        var session = new Session(request.Workspace, request.Sources);
        IReadOnlyList<Experiment> experiments = session.Experiments(request);
        RefuseTimed(experiments);
        IReadOnlyList<EngineStatus> engines = await session.EnginesAsync(request.Engines, cancellation).ConfigureAwait(false);
        EngineDisplay.Show(engines);
        var shards = new ShardPlan(session.Plan(experiments, engines, request.Plan, cancellation), shard.Count);
        using var store = new OutcomeStore(request.Workspace.Store);
        var runner = new TrialRunner(engines.ToDictionary(engine => engine.Name, StringComparer.Ordinal), store, request.Run with
        {
            SharesProcessors = true,
        });
        int fitted = 0, failed = 0;
        IReadOnlyList<PlannedTrial> settled = await SearchRun.RunAsync(
            shards.TrialsOf(shard.Index),
            fits => RunDisplay.ShowAsync("search", progress => runner.RunAsync(fits, Counted(progress), cancellation)))
            .ConfigureAwait(false);
        await RunDisplay.ShowAsync(
            "run", progress => runner.RunAsync(settled, (planned, _) => planned, Counted(progress), cancellation))
            .ConfigureAwait(false);
        StoreDisplay.Complain(store, "run again");
        Terminal.Say(Ending(shard, fitted, failed, PlanArguments.Of(request)));
        return ExitCode.After(engines, failed > 0);

        Action<RunProgress> Counted(Action<RunProgress> progress)
        {
            int failedBefore = failed;
            return now =>
            {
                fitted++;
                failed = failedBefore + now.Failed;
                progress(now);
            };
        }
    }

    /// <summary>The last line of a shard.</summary>
    internal static string Ending(Shard shard, int fitted, int failed, IReadOnlyList<string> arguments)
    {
        string done = fitted == 0 ? "nothing to run"
            : $"{Counting.Of(fitted, "trial")} run, {(failed == 0 ? "no" : $"{failed}")} {Counting.Noun(failed, "failure")}";
        return $"shard {shard}: {done}; no pages are written: when all shards are done, "
            + $"frameworkbench report {string.Join(' ', arguments.Select(ShellWord.Quote))}".TrimEnd();
    }

    /// <summary>Says which experiments are not divided.</summary>
    /// <exception cref="WrongInputException">None is.</exception>
    public static void RefuseTimed(IReadOnlyList<Experiment> experiments)
    {
        string[] timed =
        [
            .. experiments.Where(experiment => experiment.OneAtATime)
                .Select(experiment => $"{experiment.Path}: not divided: its trials run one at a time on one machine; "
                    + "run it without --shard"),
        ];
        if (timed.Length > 0 && timed.Length == experiments.Count)
            throw new WrongInputException(timed);
        foreach (string line in timed)
            Terminal.Complain(line);
    }
}
