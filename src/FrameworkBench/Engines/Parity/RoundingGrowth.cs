using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Trials;

namespace FrameworkBench.Engines.Parity;

/// <summary>
/// How far rounding alone leads a network's predictions apart. It is measured on the reference itself, in the float width at hand, which
/// trains from starts whose weights are moved to one of the next floats or left.
/// </summary>
internal static class RoundingGrowth
{
    private const int NudgedStarts = 4;
    private const double BeyondGrowth = 10;

    /// <summary>
    /// The largest difference of predictions that counts as agreement: the least tolerance, or ten times the furthest of those starts.
    /// </summary>
    /// <param name="fits">Where the reference is fitted.</param>
    /// <param name="planned">The trial whose rows are fitted.</param>
    /// <param name="model">The network.</param>
    /// <param name="precision">The float width.</param>
    /// <param name="reference">The network's outcome by the reference in double precision.</param>
    /// <param name="least">What counts as agreement where rounding does not grow.</param>
    /// <exception cref="EngineException">The reference could not do a fit.</exception>
    public static async Task<double> ToleranceAsync(
        ParityFits fits, PlannedTrial planned, ModelSpec model, Precision precision, Outcome reference, double least)
    {
        double furthest = 0;
        for (int nudge = 0; nudge < NudgedStarts; nudge++)
        {
            Outcome outcome = await fits.RunReferenceAsync(planned, model, precision, new ParityFitSettings
            {
                Nudge = nudge,
            }).ConfigureAwait(false);
            furthest = Math.Max(furthest, PredictionDistance.Of(planned, reference, outcome));
        }

        return Math.Max(least, BeyondGrowth * furthest);
    }
}
