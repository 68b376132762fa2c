using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Trials;

namespace FrameworkBench.Engines.Parity;

/// <summary>
/// Compares whole trainings with the reference in double precision: the losses of the first hundred updates, and the predictions after the
/// last, in inference mode, which may differ by what rounding grows to (<see cref="RoundingGrowth"/>).
/// </summary>
internal sealed class TrainingParity(ParityFits fits)
{
    // After that many updates rounding alone can part two curves; before, a difference is one of meaning.
    private const int ComparedUpdates = 100;

    /// <summary>Compares every engine in both float widths.</summary>
    /// <exception cref="EngineException">The reference could not do a fit.</exception>
    public async Task<IReadOnlyList<ParityRow>> CompareAsync(PlannedTrial planned)
    {
        ModelSpec model = planned.Model;
        Outcome reference = await fits.RunReferenceAsync(planned, model).ConfigureAwait(false);
        var rows = new List<ParityRow>();
        foreach (Precision precision in new[] { Precision.Float64, Precision.Float32 })
        {
            double tolerance =
                await RoundingGrowth.ToleranceAsync(fits, planned, model, precision, reference, ParityRow.LeastTolerance(precision))
                    .ConfigureAwait(false);
            foreach (EngineStatus engine in fits.Engines)
            {
                Outcome outcome = await fits.RunAsync(planned, model, engine, precision).ConfigureAwait(false);
                rows.Add(
                    Compare(
                        planned, ParityFits.RowOf(planned, ParityCheck.Training, engine, precision, outcome), outcome, reference,
                        tolerance));
            }
        }

        return rows;
    }

    private static ParityRow Compare(PlannedTrial planned, ParityRow row, Outcome outcome, Outcome reference, double tolerance)
    {
        if (outcome.Predictions is null)
            return row;
        int batches = ParityModels.Batches(planned.Model, planned.Input.Split.TrainRows.Length);
        int epochs = Math.Min(reference.History.Loss!.Count, (ComparedUpdates + batches - 1) / batches);
        if (outcome.History.Loss is not { } losses || losses.Count < epochs)
            return row with { Verdict = ParityVerdict.NotSupported, Reason = "a loss for each epoch" };

        double lossDifference = Enumerable.Range(0, epochs)
            .Max(epoch => Math.Abs(losses[epoch] - reference.History.Loss[epoch]) / Math.Abs(reference.History.Loss[epoch]));
        double difference = PredictionDistance.Of(planned, reference, outcome);
        bool agrees = lossDifference <= ParityRow.LossTolerance(row.Precision) && difference <= tolerance;
        string? own = planned.Model is NetworkSpec network ? OwnDefinition.InParity(row.Engine, network)?.Words : null;
        return row with
        {
            Updates = epochs * batches,
            LossDifference = lossDifference,
            PredictionDifference = difference,
            PredictionTolerance = tolerance,
            OwnDefinition = own,
            Verdict = agrees ? ParityVerdict.Agrees : own is null ? ParityVerdict.Differs : ParityVerdict.DiffersByDefinition,
            Reason = null,
        };
    }
}
