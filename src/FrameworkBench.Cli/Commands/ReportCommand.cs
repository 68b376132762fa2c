using System.CommandLine;
using FrameworkBench.Cli.Display;
using FrameworkBench.Cli.Json;
using FrameworkBench.Engines;
using FrameworkBench.Experiments;
using FrameworkBench.Results;
using FrameworkBench.Trials;
using FrameworkBench.Trials.Storing;
using FrameworkBench.Tuning;
using FrameworkBench.Writing;

namespace FrameworkBench.Cli.Commands;

/// <summary>
/// <c>report</c>: writes the pages anew from the trials in the store, running none; engines are only asked which they are, since that names
/// their trials.
/// </summary>
internal static class ReportCommand
{
    public static Command Make()
    {
        var store = CommonOptions.Store();
        var results = CommonOptions.Results(Workspace.ResultsFolder);
        var replace = CommonOptions.Replace();
        var quick = new Option<bool>("--quick") { Description = "Report the trials of a quick run" };
        var json = CommonOptions.Json();
        var full = new Option<bool>("--full") { Description = "Report the trials of a full run" };
        var command = new Command("report", "Write the result pages again from stored trials, without running any")
        {
            store, results, replace, CommonOptions.Python, quick, full, json,
        };
        CommonOptions.Exclude(command, quick, full);
        command.SetAction((parsed, cancellation) =>
        {
            Profile profile = parsed.GetValue(quick) ? Profile.Quick : parsed.GetValue(full) ? Profile.Full : Profile.Default;
            var workspace = Workspace.Find(parsed.GetValue(store), parsed.GetValue(results), Workspace.FolderFor(profile));
            Terminal.IsForMachines = parsed.GetValue(json);
            return ReportAsync(workspace, EngineSources.Of(parsed), profile, parsed.GetValue(replace), cancellation);
        });
        return command;
    }

    private static async Task<int> ReportAsync(
        Workspace workspace, EngineSources sources, Profile profile, bool replace, CancellationToken cancellation)
    {
        var session = new Session(workspace, sources);
        IReadOnlyList<Experiment> experiments = [.. session.Experiments([]).Select(experiment => experiment.At(profile))];
        ResultsWriter.Try(workspace.Results);
        IReadOnlyList<EngineStatus> engines = await session.EnginesAsync([], cancellation).ConfigureAwait(false);
        foreach (EngineStatus engine in engines.Where(engine => engine.FailedToStart))
            EngineDisplay.Complain(engine);
        using var store = new OutcomeStore(workspace.Store);
        IReadOnlyList<PlannedTrial> plan = await SearchRun.RunAsync(
            session.Plan(experiments, engines, new PlanOptions
            {
                Profile = profile,
            }, cancellation), fits => Task.FromResult(Stored(fits))).ConfigureAwait(false);
        Outcomes outcomes = Stored(plan);
        StoreDisplay.Complain(store, "not reported");
        HashSet<Experiment> untouched =
            [.. plan.GroupBy(planned => planned.Trial.Experiment)
                .Where(trials => trials.All(planned => outcomes[planned] is { Status: TrialStatus.Missing or TrialStatus.Unsupported }))
                .Select(trials => trials.Key)];

        // Of an experiment that has not been run, the page of an earlier run says more than an empty one.
        Experiment[] reported = [.. experiments.Where(experiment => !untouched.Contains(experiment))];
        PlannedTrial[] touched = [.. plan.Where(planned => !untouched.Contains(planned.Trial.Experiment))];
        RunResult result = Runner.Judge(session, reported, engines, touched, outcomes, new PlanOptions { Profile = profile });
        if (!replace)
            Runner.RefuseLosses(workspace, ExperimentRun.Of(result));
        ResultsWriter.Write(result, workspace.Results, session.Others(reported), whole: true);
        if (Terminal.IsForMachines)
            JsonOutput.Write(RunJson.Of(result, workspace.Results));
        else
            ResultDisplay.Show(result, workspace.Results);
        return ExitCode.After(engines);

        Outcomes Stored(IReadOnlyList<PlannedTrial> trials) =>
            Outcomes.Of(trials, planned => planned.Known ?? Find(planned) ?? Outcome.Without(TrialStatus.Missing, "not run yet"));

        Outcome? Find(PlannedTrial planned) => store.Find(planned.Key, outcome => OutcomeCheck.Problem(outcome, planned));
    }
}
