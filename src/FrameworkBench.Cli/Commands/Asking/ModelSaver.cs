using FrameworkBench.Asking;
using FrameworkBench.Cli.Commands.Keeping;
using FrameworkBench.Cli.Display;
using FrameworkBench.Engines;
using FrameworkBench.Keeping;
using FrameworkBench.Trials;
using FrameworkBench.Tuning;

namespace FrameworkBench.Cli.Commands.Asking;

/// <summary>Fits the winner of an answer on all rows, and puts it into a file.</summary>
internal static class ModelSaver
{
    /// <summary>Saves the winner.</summary>
    /// <param name="path">The file.</param>
    /// <param name="result">The answer.</param>
    /// <param name="seed">The seed of all fits.</param>
    /// <param name="runner">Runs the fits, whatever is stored.</param>
    /// <param name="cancellation">Stops them.</param>
    /// <exception cref="EngineException">A fit failed.</exception>
    public static async Task SaveAsync(
        string path, AskedResult result, uint seed, TrialRunner runner, CancellationToken cancellation)
    {
        var keeper = new ModelKeeper(result.Table, result.Experiment!, result.Winner!, seed);
        PlannedTrial planned =
            (await SearchRun.RunAsync([keeper.Plan()], trials => FitAsync("settings on all rows", trials)).ConfigureAwait(false))[0];
        (KeptModel? model, string? failure) = keeper.Keep(planned, await FitAsync("on all rows", [planned]).ConfigureAwait(false));
        if (model is null)
            throw new EngineException($"no model was saved: {failure}");
        OutputFile.Write(path, stream => KeptModelFile.Write(stream, model));
        AskDisplay.ShowKept(path, model, result);

        Task<Outcomes> FitAsync(string what, IReadOnlyList<PlannedTrial> trials) =>
            RunDisplay.ShowAsync(what, progress => runner.RunAsync(trials, progress, cancellation));
    }
}
