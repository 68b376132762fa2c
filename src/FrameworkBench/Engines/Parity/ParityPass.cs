using FrameworkBench.Engines.Processes;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Trials;

namespace FrameworkBench.Engines.Parity;

/// <summary>
/// Has every engine train the same network from the same weights on the same batches, and compares: whole trainings, one step by each
/// framework's own formulas, and the numbers that arrive. Networks for tables are compared by whole trainings alone: no framework has
/// formulas of its own for them.
/// </summary>
/// <param name="engines">The engines, the reference among them.</param>
public sealed class ParityPass(IReadOnlyList<EngineStatus> engines)
{
    /// <summary>The engine that the others are compared with, in double precision.</summary>
    public const string Reference = "scratch";

    /// <summary>Whether a model can be given a start, so that engines must agree on it number by number.</summary>
    public static bool Takes(ModelSpec model) => ParityModels.TakeStart(model);

    /// <summary>Compares the engines on planned networks.</summary>
    /// <param name="trials">One trial a network, as planned for the reference engine in double precision.</param>
    /// <param name="progress">Receives each network's name before it is trained.</param>
    /// <param name="cancellation">Stops the pass.</param>
    /// <exception cref="EngineException">The reference engine could not do a fit, so that there is nothing to compare with.</exception>
    public async Task<IReadOnlyList<ParityRow>> RunAsync(
        IReadOnlyList<PlannedTrial> trials, Action<string>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(trials);
        using var folder = RunFolder.Create();
        await using var sessions = new EngineSessions(Placement.On(0), folder.Path);
        var fits = new ParityFits(sessions, engines, folder.Path, cancellation);
        var rows = new List<ParityRow>();

        // The fits of a bag do the same work on other rows, so one of them stands for all.
        foreach (PlannedTrial planned in trials.Select(planned => planned.Fits.First()))
        {
            progress?.Invoke(NameOf(planned.Trial));
            rows.AddRange(await new TrainingParity(fits).CompareAsync(planned).ConfigureAwait(false));
            if (planned.Model is not NetworkSpec)
                continue;
            rows.AddRange(await new NativeStep(fits).CompareAsync(planned).ConfigureAwait(false));
            if (PreparationEcho.Fits(planned))
                rows.AddRange(await new PreparationEcho(fits).CompareAsync(planned).ConfigureAwait(false));
        }

        return rows;
    }

    /// <summary>What a network is called on the page: its experiment and, where that has several, the model.</summary>
    internal static string NameOf(Trial trial) =>
        trial.Experiment.Models.Count == 1 ? trial.Experiment.Name : $"{trial.Experiment.Name}/{trial.Model.Name}";
}
