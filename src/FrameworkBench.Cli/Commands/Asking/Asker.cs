using FrameworkBench.Asking;
using FrameworkBench.Asking.Recognition;
using FrameworkBench.Cli.Commands.Keeping;
using FrameworkBench.Cli.Display;
using FrameworkBench.Engines;
using FrameworkBench.Reading;
using FrameworkBench.Trials;
using FrameworkBench.Trials.Storing;

namespace FrameworkBench.Cli.Commands.Asking;

/// <summary>Answers "network or trees?" for a table: what was understood → fits within a time → the answer and its page.</summary>
internal static class Asker
{
    private const string EngineName = "scratch";

    private static void CheckKept(IReadOnlyList<string> keeps, UnderstoodTable table)
    {
        string[] inputs = [.. table.Sources.Distinct()];
        if (keeps.FirstOrDefault(column => !inputs.Contains(column)) is { } other)
            throw new WrongInputException($"--keep: '{other}' is not an input; {ClosestName.Hint(other, inputs)}");
    }

    /// <summary>Finds the answer, shows it and writes its page.</summary>
    /// <returns>The process's exit code.</returns>
    public static async Task<int> RunAsync(AskOptions options, CancellationToken cancellation)
    {
        long start = TimeProvider.System.GetTimestamp();
        TableQuestion question = options.Question;
        OutputFile.Check("--save", options.Save, question.Path);
        Terminal.Say($"reading {question.Path}");
        UnderstoodTable table = TableReader.Read(question);
        CheckKept(options.Keeps, table);
        AskDisplay.ShowUnderstood(table);

        // Of a large file its bytes would else be held for the whole run: too little is allocated later on to have them collected.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);

        var session = new Session(options.Workspace, options.Sources);
        EngineStatus engine = (await session.EnginesAsync([EngineName], cancellation).ConfigureAwait(false))[0];
        if (engine.Hello is null)
            throw new WrongInputException($"engine {engine.Name}: {engine.Absence}");
        var limits =
            new AskedLimits(options.Limit, question.Seed, Environment.ProcessorCount, TimeProvider.System, start)
            {
                MostRepeats = options.Repeats,
            };
        using var store = new OutcomeStore(options.Workspace.Store);
        var engines = new Dictionary<string, EngineStatus>(StringComparer.Ordinal) { [engine.Name] = engine };
        var runner = new TrialRunner(engines, store, new RunOptions { Jobs = limits.Jobs });
        var run = new AskedRun(
            table, new PlannedEngine(engine.Name, engine.Hello, engine.Problem) { Build = engine.Definition.Build }, limits, FitAsync)
        {
            Keeps = options.Keeps,
            Say = Terminal.Tell,
            First = first => AskDisplay.ShowFirst(first, table),
        };
        AskedResult result = await run.RunAsync().ConfigureAwait(false);
        AskDisplay.ShowAnswer(result);
        (string markdown, string html, string columns) = AnswerFiles.Write(result, options.Workspace.Results);
        Terminal.Say($"page: {Workspace.Shown(markdown)}, {Workspace.Shown(html)}; columns: {Workspace.Shown(columns)}");
        if (result.Answer is null)
            return ExitCode.SomeTrialFailed;

        // Fitted anew whatever is stored, since the store keeps no models.
        var fresh = new TrialRunner(engines, store, new RunOptions { Jobs = limits.Jobs, Fresh = true });
        if (options.Save is { } path)
            await ModelSaver.SaveAsync(path, result, question.Seed, fresh, cancellation).ConfigureAwait(false);
        return ExitCode.Done;

        // What was finished when the time is over is in the store.
        async Task<Outcomes> FitAsync(string what, IReadOnlyList<PlannedTrial> plan, TimeSpan limit)
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            stop.CancelAfter(limit);
            try
            {
                return await RunDisplay.ShowAsync(what, progress => runner.RunAsync(plan, progress, stop.Token)).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                return Outcomes.Of(
                    from fit in plan.SelectMany(planned => planned.Fits).DistinctBy(fit => fit.Key)
                    let outcome = store.Find(fit.Key)
                    where outcome is not null
                    select KeyValuePair.Create(fit.Key, outcome));
            }
        }
    }
}
