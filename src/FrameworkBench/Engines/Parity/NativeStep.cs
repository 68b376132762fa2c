using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Trials;

namespace FrameworkBench.Engines.Parity;

/// <summary>
/// Compares one step on all training rows by each framework's own optimizer and layers, as the experiments' own runs take them, with the
/// step of the reference. Where the framework defines a term in its own way, the reference takes the step by that definition too.
/// </summary>
internal sealed class NativeStep(ParityFits fits)
{
    /// <summary>Compares every engine in both float widths.</summary>
    /// <exception cref="EngineException">The reference could not do a fit.</exception>
    public async Task<IReadOnlyList<ParityRow>> CompareAsync(PlannedTrial planned)
    {
        NetworkSpec network = OneStep((NetworkSpec)planned.Model);
        Outcome reference = await fits.RunReferenceAsync(planned, network).ConfigureAwait(false);
        var tolerances = new Dictionary<Precision, double>();
        foreach (Precision precision in new[] { Precision.Float64, Precision.Float32 })
            tolerances[precision] =
                await RoundingGrowth.ToleranceAsync(fits, planned, network, precision, reference, ParityRow.StepTolerance(precision))
                    .ConfigureAwait(false);
        var rows = new List<ParityRow>();
        foreach (EngineStatus engine in fits.Engines)
        {
            OwnDefinition? own = engine.Hello is null ? null : OwnDefinition.Of(engine.Name, network);
            Outcome expected = own is null
                ? reference
                : await fits.RunReferenceAsync(planned, own.Change(network), settings: new ParityFitSettings
                {
                    Copies = own.Copies,
                }).ConfigureAwait(false);
            foreach ((Precision precision, double tolerance) in tolerances)
            {
                Outcome outcome = await fits.RunAsync(planned, network, engine, precision, new ParityFitSettings
                {
                    Native = true,
                }).ConfigureAwait(false);
                ParityRow row = ParityFits.RowOf(planned, ParityCheck.NativeStep, engine, precision, outcome);
                rows.Add(outcome.Predictions is null ? row : Compare(planned, row, outcome, expected, tolerance) with
                {
                    OwnDefinition = own?.Words,
                    DefinitionDifference = own is null ? null : PredictionDistance.Of(planned, reference, expected),
                });
            }
        }

        return rows;
    }

    /// <summary>The same network, trained for one step on all rows in their order.</summary>
    internal static NetworkSpec OneStep(NetworkSpec network) => network with
    {
        Train = network.Train with { Epochs = 1, BatchSize = null, Shuffle = false },
    };

    private static ParityRow Compare(PlannedTrial planned, ParityRow row, Outcome outcome, Outcome expected, double tolerance)
    {
        // The loss is that before the step: forward alone.
        double? lossDifference = outcome.History.Loss is { Count: > 0 } losses
            ? Math.Abs((losses[0] / expected.History.Loss![0]) - 1) : null;
        double difference = PredictionDistance.Of(planned, expected, outcome);
        return row with
        {
            Updates = 1,
            LossDifference = lossDifference,
            PredictionDifference = difference,
            PredictionTolerance = tolerance,
            Verdict = (lossDifference ?? 0) <= ParityRow.LossTolerance(row.Precision) && difference <= tolerance
                ? ParityVerdict.Agrees : ParityVerdict.Differs,
            Reason = null,
        };
    }
}
