using FrameworkBench.Cli.Display;
using FrameworkBench.Engines;
using FrameworkBench.Experiments;
using FrameworkBench.Reporting;
using FrameworkBench.Trials;
using FrameworkBench.Tuning;

namespace FrameworkBench.Cli.Commands;

/// <summary>Tunes an experiment's models: an experiment → its searches → scores on rows they did not see → a page, and the best as YAML.</summary>
internal static class Tuner
{
    // With a budget of time a first race is run whole, and others follow while there is time.
    private const int RandomRace = 2;
    private const int HalvingRace = 3;

    /// <summary>Runs the searches and writes what was found.</summary>
    /// <returns>The process's exit code.</returns>
    public static async Task<int> RunAsync(TuneOptions options, CancellationToken cancellation)
    {
        var session = new Session(options.Workspace, options.Python);
        ExperimentText source = ExperimentText.Of(session, options);
        Experiment asked = (options.Space is { } space ? session.Loader.Parse(source.Path, source.Yaml, space) : session.Loader.Parse(source.Path, source.Yaml)).At(Profile.Default);
        Experiment experiment = TuningExperiment.Of(asked, options.Seconds is null ? options.Tuning : Raced(options.Tuning, asked));
        EngineStatus engine = (await session.EnginesAsync([options.Engine], cancellation).ConfigureAwait(false))[0];
        if (engine.Hello is null)
            throw new WrongInputException($"engine {engine.Name}: not available ({engine.Reason}); to get it: {engine.Definition.HowToGet}");
        Terminal.Say($"engine {engine.Name}: {engine.Hello.Framework} {engine.Hello.Version}");

        IReadOnlyList<PlannedTrial> plan = session.Plan([experiment], [engine], new PlanOptions());
        var runner = new TrialRunner(new Dictionary<string, EngineStatus>(StringComparer.Ordinal) { [engine.Name] = engine }, new OutcomeStore(options.Workspace.Store), options.Run);
        await SearchRun.RunForAsync(
            plan,
            fits => RunDisplay.ShowAsync("search", progress => runner.RunAsync(fits, progress, cancellation)),
            TimeSpan.FromSeconds(options.Seconds ?? 0),
            TimeProvider.System).ConfigureAwait(false);
        await RunDisplay.ShowAsync("trials", progress => runner.RunAsync(plan, progress, cancellation)).ConfigureAwait(false);

        RunResult result = await Runner.JudgeAsync(session, [experiment], [engine], plan, Profile.Default, cancellation).ConfigureAwait(false);
        IReadOnlyList<ResultFile> tuned = TunedFiles.Of(source, asked, result, options.Workspace.Results);
        TuningWriter.Write(result, tuned, options.Workspace.Results);
        Show(result, tuned, options.Workspace.Results);
        return plan.Any(trial => trial.Outcome!.Status == TrialStatus.Failed) ? ExitCode.SomeTrialFailed : ExitCode.Done;
    }

    private static TuningRequest Raced(TuningRequest request, Experiment experiment)
    {
        bool halving = (request.Strategy ?? experiment.Models.Select(model => model.Search?.Strategy).FirstOrDefault(strategy => strategy is not null)) == SearchStrategy.Halving;
        return request with { Trials = halving ? HalvingRace : RandomRace };
    }

    private static void Show(RunResult result, IReadOnlyList<ResultFile> tuned, string folder)
    {
        foreach (var failure in result.Results.Where(trial => trial.Outcome.Status == TrialStatus.Failed).GroupBy(trial => trial.Outcome.Reason))
            Terminal.Complain($"{failure.Count()} trials failed: {failure.Key} (first: {failure.First().Trial})");
        IReadOnlyList<string> answer = TuningWriter.Answer(result);
        foreach (string line in answer)
            Terminal.Say(line);
        if (answer.Count == 0)
            Terminal.Complain($"nothing was tuned: {string.Join("; ", result.Results.Select(trial => trial.Outcome.Reason).OfType<string>().Distinct())}");
        foreach (ResultFile file in tuned)
            Terminal.Say($"best settings: {Path.Combine(folder, file.Path)}");
        Terminal.Say($"page: {Path.Combine(folder, result.Experiments[0].Name + ".md")}");
    }
}
