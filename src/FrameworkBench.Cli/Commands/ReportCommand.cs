using System.CommandLine;
using FrameworkBench.Cli.Commands.Planning;
using FrameworkBench.Cli.Display;
using FrameworkBench.Cli.Json;
using FrameworkBench.Engines;
using FrameworkBench.Experiments;
using FrameworkBench.Results;
using FrameworkBench.Scoring;
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
        Argument<string[]> experiments = CommonOptions.Experiments(ArgumentArity.ZeroOrMore, " [default: all]");
        var options = new PlanOptionSet("Report the trials of a quick run", "Report the trials of a full run");
        var results = CommonOptions.Results(
            Workspace.ResultsFolder, $"{Workspace.PartialResultsFolder} of named experiments",
            $"{Workspace.QuickResultsFolder} with --quick");
        var replace = CommonOptions.Replace();
        var json = CommonOptions.Json();
        var command = new Command("report", "Write the result pages again from stored trials, without running any")
        {
            experiments, results, replace, CommonOptions.Python, json,
        };
        options.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            Terminal.IsForMachines = parsed.GetValue(json);
            PlanRequest request = options.Read(parsed, parsed.GetValue(experiments) ?? [], @long: false);
            string folder = request.IsWhole ? Workspace.ResultsFolder : Workspace.PartialResultsFolder;
            return ReportAsync(
                request with
                {
                    Takes = _ => true,
                    Workspace = Workspace.Find(
                        request.Workspace.Store, parsed.GetValue(results), Workspace.FolderFor(request.Plan.Profile, folder)),
                },
                parsed.GetValue(replace),
                cancellation);
        });
        return command;
    }

    private static async Task<int> ReportAsync(PlanRequest request, bool replace, CancellationToken cancellation)
    {
        Workspace workspace = request.Workspace;
        var session = new Session(workspace, request.Sources);
        IReadOnlyList<Experiment> experiments = session.Experiments(request);
        ResultsFolder.Try(workspace.Results);
        using var store = new OutcomeStore(workspace.Store);
        IReadOnlyList<EngineStatus> engines = await session.EnginesAsync(request.Engines, store, cancellation).ConfigureAwait(false);
        foreach (EngineStatus engine in engines.Where(engine => engine.FailedToStart))
            EngineDisplay.Complain(engine);
        IReadOnlyList<TrialResult> results =
            await ResultsAsync(session, experiments, engines, store, request.Plan, cancellation).ConfigureAwait(false);

        // Of an experiment that has not been run, the page of an earlier run says more than an empty one.
        HashSet<string> untouched = [.. results.Select(trial => trial.Trial.Experiment.Name)];
        untouched.ExceptWith(
            results.Where(trial => trial.Outcome.Status is not (TrialStatus.Missing or TrialStatus.Unsupported))
                .Select(trial => trial.Trial.Experiment.Name));
        Experiment[] reported = [.. experiments.Where(experiment => !untouched.Contains(experiment.Name))];
        if (reported.Length == 0 && !request.IsWhole)
            throw new WrongInputException($"{Workspace.Shown(workspace.Store)}: no trial of {Names(experiments)} is kept there");
        RunResult result = Runner.Judge(
            session, reported, engines, [.. results.Where(trial => !untouched.Contains(trial.Trial.Experiment.Name))], request.Plan);
        if (!replace)
            Runner.RefuseLosses(workspace, ExperimentRun.Of(result));
        ResultsWriter.Write(result, workspace.Results, session.Others(reported), request.IsWhole);
        if (Terminal.IsForMachines)
            JsonOutput.Write(RunJson.Of(result, workspace.Results));
        else
            ResultDisplay.Show(result, workspace.Results);
        return ExitCode.After(engines);
    }

    private static async Task<IReadOnlyList<TrialResult>> ResultsAsync(
        Session session, IReadOnlyList<Experiment> experiments, IReadOnlyList<EngineStatus> engines, OutcomeStore store,
        PlanOptions options, CancellationToken cancellation)
    {
        IReadOnlyList<PlannedTrial> plan = await SearchRun.RunAsync(
            session.Plan(experiments, engines, options, cancellation), fits => Task.FromResult(Outcomes.Of(fits, Stored)))
            .ConfigureAwait(false);
        var outcomes = Outcomes.Reading(Stored);
        TrialResult[] results = plan.AsParallel().AsOrdered().WithCancellation(cancellation)
            .Select(planned => Runner.Scored(planned, outcomes[planned])).ToArray();
        StoreDisplay.Complain(store, "not reported");
        return results;

        Outcome Stored(PlannedTrial fit) =>
            fit.Known ?? OutcomeCheck.Find(store, fit) ?? Outcome.Without(TrialStatus.Missing, "not run yet");
    }

    private static string Names(IReadOnlyList<Experiment> experiments) =>
        string.Join(", ", experiments.Select(experiment => experiment.Name));
}
