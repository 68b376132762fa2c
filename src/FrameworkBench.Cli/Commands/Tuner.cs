using FrameworkBench.Cli.Display;
using FrameworkBench.Engines;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Searches;
using FrameworkBench.Pages;
using FrameworkBench.Results;
using FrameworkBench.Scoring;
using FrameworkBench.Trials;
using FrameworkBench.Trials.Storing;
using FrameworkBench.Tuning;
using FrameworkBench.Writing;

namespace FrameworkBench.Cli.Commands;

/// <summary>
/// Tunes an experiment's models: an experiment → its searches → scores on rows they did not see → a page, and the best as YAML.
/// </summary>
internal static class Tuner
{
    private const string Usual = "scratch";

    // With a budget of time a first race is run whole, and others follow while there is time.
    private const int RandomRace = 2;
    private const int HalvingRace = 3;

    /// <summary>Runs the searches and writes what was found.</summary>
    /// <returns>The process's exit code.</returns>
    public static async Task<int> RunAsync(TuneOptions options, CancellationToken cancellation)
    {
        var session = new Session(options.Workspace, options.Sources);
        ResultsFolder.Try(options.Workspace.Results);
        var source = ExperimentText.Of(session, options);
        ExperimentLoader loader = source.Plain is { } plain ? session.Loader.With(plain) : session.Loader;
        Experiment asked =
            (options.Space is { } space ? loader.Parse(source.Path, source.Yaml, space) : loader.Parse(source.Path, source.Yaml))
            .At(Profile.Default);
        TuningRequest request = options.Seconds is null ? options.Tuning : Raced(options.Tuning, asked);
        Experiment experiment = TuningExperiment.Of(asked, request);
        using var store = new OutcomeStore(options.Workspace.Store);
        EngineStatus engine = (await session.EnginesAsync([options.Engine ?? UsualFor(asked)], cancellation).ConfigureAwait(false))[0];
        if (engine.Hello is null)
            throw new WrongInputException($"engine {engine.Name}: {engine.Absence}");
        Terminal.Say($"engine {engine.Name}: {engine.Hello.Framework} {engine.Hello.Version}");

        var runner =
            new TrialRunner(new Dictionary<string, EngineStatus>(StringComparer.Ordinal) { [engine.Name] = engine }, store, options.Run);
        IReadOnlyList<PlannedTrial> plan = await SearchRun.RunForAsync(
            session.Plan([experiment], [engine], new PlanOptions(), cancellation),
            fits => RunDisplay.ShowAsync("search", progress => runner.RunAsync(fits, progress, cancellation)),
            TimeSpan.FromSeconds(options.Seconds ?? 0),
            TimeProvider.System).ConfigureAwait(false);
        IReadOnlyList<TrialResult> results = await RunDisplay.ShowAsync(
            "run", progress => runner.RunAsync(plan, Runner.Scored, progress, cancellation)).ConfigureAwait(false);
        StoreDisplay.Complain(store, "run again");

        RunResult result = Runner.Judge(session, [experiment], [engine], results, new PlanOptions());
        bool failed = TuningDisplay.ShowFailures(result);
        if (!TuningDisplay.ShowUntuned(result))
            return ExitCode.SomeTrialFailed;
        IReadOnlyList<ResultFile> tuned =
            TunedFiles.Of(source, asked, TuningExperiment.PairsOf(asked, request), result, options.Workspace.Results);
        TuningWriter.Write(result, tuned, options.Workspace.Results, source.Plain);
        TuningDisplay.ShowAnswer(result, tuned, options.Workspace.Results);
        return failed ? ExitCode.SomeTrialFailed : ExitCode.Done;
    }

    private static string UsualFor(Experiment experiment) => experiment.Engines?.Contains(Usual) ?? true ? Usual : experiment.Engines[0];

    private static TuningRequest Raced(TuningRequest request, Experiment experiment)
    {
        bool halving =
            (request.Strategy ?? experiment.Models.Select(model => model.Search?.Strategy)
                .FirstOrDefault(strategy => strategy is not null)) == SearchStrategy.Halving;
        return request with { Trials = halving ? HalvingRace : RandomRace };
    }
}
