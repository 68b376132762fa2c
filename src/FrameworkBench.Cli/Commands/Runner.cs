using FrameworkBench.Claims;
using FrameworkBench.Claims.Register;
using FrameworkBench.Cli.Commands.Planning;
using FrameworkBench.Cli.Display;
using FrameworkBench.Cli.Json;
using FrameworkBench.Engines;
using FrameworkBench.Engines.Installation;
using FrameworkBench.Engines.Kernels;
using FrameworkBench.Engines.Timing;
using FrameworkBench.Engines.Variables;
using FrameworkBench.Experiments;
using FrameworkBench.Results;
using FrameworkBench.Scoring;
using FrameworkBench.Trials;
using FrameworkBench.Trials.Storing;
using FrameworkBench.Tuning;
using FrameworkBench.Wording;
using FrameworkBench.Writing;

namespace FrameworkBench.Cli.Commands;

/// <summary>Wires the harness together: experiments → trials → engines → scores → claims → pages.</summary>
internal static class Runner
{
    /// <summary>Runs what was requested and writes its pages.</summary>
    /// <returns>The process's exit code.</returns>
    public static async Task<int> RunAsync(RunRequest request, CancellationToken cancellation)
    {
        if (request.Shard is { } shard)
            return await ShardRunner.RunAsync(request, shard, cancellation).ConfigureAwait(false);
        Terminal.IsForMachines = request.Json;
        var session = new Session(request.Workspace, request.Sources);
        IReadOnlyList<Experiment> experiments = session.Experiments(request);
        foreach (Experiment experiment in experiments)
            TableDisplay.ShowNotes(experiment);
        IReadOnlyList<Experiment> others = session.Others(experiments);
        ResultsFolder.Try(request.Workspace.Results);
        using var store = new OutcomeStore(request.Workspace.Store);
        IReadOnlyList<EngineStatus> engines = await session.EnginesAsync(request.Engines, store, cancellation).ConfigureAwait(false);
        if (request.Install)
            engines = await InstallMissingAsync(session, engines, cancellation).ConfigureAwait(false);
        EngineDisplay.Show(engines);
        IReadOnlyList<FrameworkVariable> variables = FrameworkVariables.OfThisProcess(ProcessorInstructions.OfThisMachine());
        foreach (FrameworkVariable variable in VariableWords.Slowing(variables))
            Terminal.Complain(VariableWords.Notice(variable, OperatingSystem.IsWindows()));
        IReadOnlyList<PlannedTrial> unsettled = session.Plan(experiments, engines, request.Plan, cancellation);
        if (unsettled.Count == 0 && experiments.Count > 0)
            throw new WrongInputException([.. experiments.Select(experiment => NothingToRun(experiment, request))]);
        if (!request.Replace)
            RefuseLosses(request.Workspace, ExperimentRun.Of(experiments, engines, request.Plan, unsettled));

        // Times compare within one run only: some experiments must not replace those of all.
        bool keepsTimes = !request.IsWhole && request.Workspace.KeepsResults && ResultsWriter.HasTimings(request.Workspace.Results);
        RanTrials ran = await RunTrialsAsync(request, store, engines, unsettled, keepsTimes, cancellation).ConfigureAwait(false);

        // Nor does a run that fitted nothing say anew what was fitted on.
        bool keepsEnvironment = keepsTimes
            || (ran is { Fitted: 0, Timings.Count: 0 } && ResultsWriter.HasEnvironment(request.Workspace.Results, engines));
        RunResult result = Judge(session, experiments, engines, ran.Results, request.Plan) with
        {
            Timings = ran.Timings,
            Calibrations = keepsEnvironment || (request.Plan.Profile == Profile.Quick && ran.Timings.Count == 0)
                ? new Dictionary<string, double?>()
                : await CalibrationPass.RunAsync(engines, Terminal.Complain, cancellation).ConfigureAwait(false),
            Variables = keepsEnvironment ? null : variables,
        };
        if (!request.Replace)
            RefuseFailures(request.Workspace, result);
        if (request.Ending == RunEnding.Counts)
            result = WithoutVerdicts(result);
        ResultsWriter.Write(result, request.Workspace.Results, others, request.IsWhole);
        if (ran.Fitted == 0)
            Terminal.Say($"nothing to run: {Stored(ran.Stored)}; --fresh runs them again");
        if (request.Json)
            JsonOutput.Write(RunJson.Of(result, request.Workspace.Results));
        else
            ResultDisplay.Show(result, request.Workspace.Results, request.Ending);
        return ExitCode.After(engines, result.Results.Any(trial => trial.Outcome.Status == TrialStatus.Failed));
    }

    // The plan ends here: pages are written from results alone, which take less.
    private static async Task<RanTrials> RunTrialsAsync(
        RunRequest request, OutcomeStore store, IReadOnlyList<EngineStatus> engines, IReadOnlyList<PlannedTrial> unsettled, bool keepsTimes,
        CancellationToken cancellation)
    {
        var byName = engines.ToDictionary(engine => engine.Name, StringComparer.Ordinal);
        var runner = new TrialRunner(byName, store, request.Run);
        int fitted = 0;
        IReadOnlyList<PlannedTrial> plan = await SearchRun.RunAsync(unsettled, fits => FitAsync("search", fits)).ConfigureAwait(false);
        IReadOnlyList<TrialResult> results = await RunDisplay.ShowAsync(
            "run", progress => runner.RunAsync(plan, Scored, Counted(progress), cancellation)).ConfigureAwait(false);
        StoreDisplay.Complain(store, "run again");
        IReadOnlyList<TimedModel> timings = [];
        if (request.Timings && keepsTimes)
            Terminal.Say("timing: skipped; the results folder keeps the times of the whole run");
        else if (request.Timings)
        {
            var pass = new TimingPass(byName, TimingFor(request.Plan.Profile));
            await RunDisplay.ShowStepsAsync(
                "timing",
                async progress =>
                    timings = await pass.RunAsync(plan, Timed(plan, results), progress, cancellation).ConfigureAwait(false))
                .ConfigureAwait(false);
        }

        return new RanTrials(results, timings, fitted, plan.Count(planned => planned.Known is null));

        Task<Outcomes> FitAsync(string title, IReadOnlyList<PlannedTrial> trials) =>
            RunDisplay.ShowAsync(title, progress => runner.RunAsync(trials, Counted(progress), cancellation));

        Action<RunProgress> Counted(Action<RunProgress> progress) => now =>
        {
            Interlocked.Increment(ref fitted);
            progress(now);
        };
    }

    /// <summary>What is made of a trial's outcome: its scores, and as much of it as pages need.</summary>
    public static TrialResult Scored(PlannedTrial planned, Outcome outcome) => TrialResult.Of(planned, outcome).Lean();

    /// <summary>Judges the claims by the results of a plan, and describes what they were made with.</summary>
    public static RunResult Judge(
        Session session, IReadOnlyList<Experiment> experiments, IReadOnlyList<EngineStatus> engines, IReadOnlyList<TrialResult> results,
        PlanOptions options)
    {
        string[] names = [.. engines.Select(engine => engine.Name)];
        var fingerprints = new Fingerprinting(session.Catalog, options);
        var byExperiment = results.ToLookup(result => result.Trial.Experiment.Name);
        return new RunResult
        {
            Profile = options.Profile,
            Seeds = options.Seeds,
            Experiments = experiments,
            Engines = engines,
            Results = results,
            Verdicts =
                [.. experiments.SelectMany(
                    experiment =>
                        session.Register.Mark(
                            experiment, ClaimJudge.Judge(experiment, [.. byExperiment[experiment.Name]], names), fingerprints))],
            Documents = session.Documents,
            Documentation = session.Workspace.DocumentationFromResults,
            Origins = session.Origins.Of(names),
            Machine = Machine.Describe(Checkout.Commit(session.Workspace.Root)),
        };
    }

    // The timing pass asks for nothing but how trials ended.
    private static Outcomes Timed(IReadOnlyList<PlannedTrial> plan, IReadOnlyList<TrialResult> results) => Outcomes.Of(
        plan.Zip(results).Where(pair => pair.First.Trial.Experiment.Timing)
            .Select(pair => KeyValuePair.Create(pair.First.Key, pair.Second.Outcome)));

    /// <summary>Refuses to overwrite results of more engines, seeds or splits in a folder that is meant to last.</summary>
    /// <param name="workspace">Where the results go.</param>
    /// <param name="runs">What the run has, or is going to have.</param>
    /// <exception cref="WrongInputException">Something would be lost.</exception>
    public static void RefuseLosses(Workspace workspace, IReadOnlyList<ExperimentRun> runs)
    {
        IReadOnlyList<string> losses = workspace.KeepsResults ? EarlierRuns.Losses(workspace.Results, runs) : [];
        if (losses.Count > 0)
            throw new WrongInputException(
            [
                $"{Workspace.Shown(workspace.Results)}: its results have more than this run would have",
                .. losses,
                "use --results FOLDER to write to another folder, or --replace to overwrite them",
            ]);
    }

    // What failed is shown all the same: it says why no page was written.
    private static void RefuseFailures(Workspace workspace, RunResult result)
    {
        try
        {
            RefuseLosses(workspace, ExperimentRun.Of(result));
        }
        catch (WrongInputException)
        {
            ResultDisplay.ShowFailures(result);
            throw;
        }
    }

    // One seed decides nothing, even where the arithmetic of a test would let it.
    private static RunResult WithoutVerdicts(RunResult result) => result with
    {
        Verdicts =
        [
            .. result.Verdicts.Where(verdict => !verdict.IsOfAllEngines)
                .Select(verdict => verdict with { Finding = Finding.NotJudged("a smoke run says no verdict") }),
        ],
    };

    private static string Stored(int trials) => trials == 1 ? "its one trial is stored" : $"all {trials} trials are stored";

    private static string NothingToRun(Experiment experiment, RunRequest request)
    {
        IEnumerable<string> engines =
            experiment.Models.SelectMany(model => model.Engines?.For(request.Plan.Profile) ?? experiment.Engines ?? []).Distinct();
        return $"{experiment.Path}: nothing to run on {string.Join(", ", request.Engines)}; "
            + $"in this profile it runs on {string.Join(", ", engines.Where(engine => experiment.Engines?.Contains(engine) ?? true))}";
    }

    private static TimingOptions TimingFor(Profile profile) => profile switch
    {
        Profile.Quick => new TimingOptions(Repeats: 3, Budget: 0.1, AllCores: false),
        Profile.Full => new TimingOptions(Repeats: 15, Budget: 30),
        _ => new TimingOptions(Repeats: 7, Budget: 1),
    };

    // The frameworks of .NET engines come with the build. A Python one that could not be installed once is not tried again at every
    // run; `engines install` does that.
    private static async Task<IReadOnlyList<EngineStatus>> InstallMissingAsync(
        Session session, IReadOnlyList<EngineStatus> engines, CancellationToken cancellation)
    {
        var untried = engines.Where(engine => !engine.Available
            && engine.Definition is { Language: EngineLanguage.Python, HowToGet: not null }
            && session.Installer.EarlierFailure(engine.Name) is null).ToList();
        if (untried.Count == 0)
            return engines;
        foreach (EngineStatus engine in untried)
        {
            Terminal.Say($"engine {engine.Name}: installing");
            InstallResult result = await session.Installer.InstallAsync(new InstallRequest(engine.Definition), cancellation)
                .ConfigureAwait(false);
            if (!result.Installed)
                Terminal.Say($"engine {engine.Name}: {result.Reason}");
        }

        return await session.EnginesAsync([.. engines.Select(engine => engine.Name)], cancellation).ConfigureAwait(false);
    }

    /// <summary>What the trials of a run gave.</summary>
    /// <param name="Results">Their results, in the order of the plan.</param>
    /// <param name="Timings">Times of the timing pass; empty when there was none.</param>
    /// <param name="Fitted">How many were fitted.</param>
    /// <param name="Stored">How many are kept in the store now.</param>
    private sealed record RanTrials(
        IReadOnlyList<TrialResult> Results, IReadOnlyList<TimedModel> Timings, int Fitted, int Stored);
}
