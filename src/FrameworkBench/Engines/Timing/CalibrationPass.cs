namespace FrameworkBench.Engines.Timing;

/// <summary>
/// Measures the matrix product of every engine on one thread. As with fits, the measurements go round the engines, so that a
/// machine that drifts hits all alike, and the best of each engine's counts: what disturbs a product only slows it.
/// </summary>
public static class CalibrationPass
{
    // On an idle machine a few rounds agree; on a busy one the best of an engine rises for longer.
    private const int LeastRounds = 3;
    private const int MostRounds = 12;
    private const double StillRising = 1.02;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Calibrates every engine that is available, each in a process of its own on the same processor.</summary>
    /// <param name="engines">The engines.</param>
    /// <param name="complain">Takes a line about an engine that failed.</param>
    /// <param name="cancellation">Stops the pass.</param>
    /// <returns>GFLOP/s by engine; null for one that failed or has no matrix product.</returns>
    /// <exception cref="OperationCanceledException">The pass was stopped.</exception>
    public static async Task<IReadOnlyDictionary<string, double?>> RunAsync(
        IReadOnlyList<EngineStatus> engines, Action<string> complain, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(engines);
        var processes = new Dictionary<string, EngineProcess>(StringComparer.Ordinal);
        try
        {
            var measures = engines.Where(engine => engine.Available).Select(engine => (engine.Name, Measure(engine))).ToList();
            return await RunRoundsAsync(measures, complain).ConfigureAwait(false);
        }
        finally
        {
            foreach (EngineProcess process in processes.Values)
                await process.DisposeAsync().ConfigureAwait(false);
        }

        Func<Task<double?>> Measure(EngineStatus engine) => () =>
        {
            if (!processes.TryGetValue(engine.Name, out EngineProcess? process))
                processes[engine.Name] = process = EngineProcess.Start(engine.Command!, Placement.On(0));
            return process.CalibrateAsync(threads: 1, Limit, cancellation);
        };
    }

    /// <summary>
    /// Measures in rounds and keeps the best of each, until a round improves no engine by more than 2 %: at least 3 rounds and at
    /// most 12, as many for each. An engine that fails or has no product is not measured again.
    /// </summary>
    /// <param name="measures">Engines with what measures them in GFLOP/s.</param>
    /// <param name="complain">Takes a line about an engine that failed.</param>
    internal static async Task<IReadOnlyDictionary<string, double?>> RunRoundsAsync(
        IReadOnlyList<(string Engine, Func<Task<double?>> Measure)> measures, Action<string> complain)
    {
        var best = new Dictionary<string, double?>(StringComparer.Ordinal);
        bool rising = true;
        for (int round = 0; round < LeastRounds || (rising && round < MostRounds); round++)
        {
            rising = false;
            foreach ((string engine, Func<Task<double?>> measure) in measures)
            {
                double? before = best.GetValueOrDefault(engine);
                if (round > 0 && before is null)
                    continue;
                double? speed = await TryAsync(engine, measure, complain).ConfigureAwait(false);
                rising |= speed > StillRising * (before ?? 0);
                best[engine] = speed is null ? null : Math.Max(before ?? 0, speed.Value);
            }
        }

        return best;
    }

    private static async Task<double?> TryAsync(string engine, Func<Task<double?>> measure, Action<string> complain)
    {
        try
        {
            return await measure().ConfigureAwait(false);
        }
        catch (EngineException error)
        {
            complain($"{engine}: no calibration: {error.Message}");
            return null;
        }
    }
}
