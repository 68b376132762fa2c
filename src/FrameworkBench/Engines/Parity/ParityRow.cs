using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Engines.Parity;

/// <summary>How far one engine is from the from-scratch engine in double precision, from the same start, over the same batches.</summary>
/// <param name="Experiment">The experiment and, where it has several, the model: <c>parity-xor/adam</c>.</param>
/// <param name="Engine">The engine's name.</param>
/// <param name="Version">Its framework's version.</param>
/// <param name="Precision">The float width it computed in.</param>
/// <param name="Updates">Updates that the loss curves were compared over.</param>
/// <param name="LossDifference">Largest relative difference of the epoch losses over those updates; null without a fit.</param>
/// <param name="ProbabilityDifference">Largest difference of the predictions after the last epoch, relative to the spread of the target for a regression; null without a fit.</param>
/// <param name="Verdict">Whether they agree.</param>
/// <param name="Reason">Why there is no comparison; null when there is.</param>
public sealed record ParityRow(
    string Experiment,
    string Engine,
    string Version,
    Precision Precision,
    int Updates,
    double? LossDifference,
    double? ProbabilityDifference,
    ParityVerdict Verdict,
    string? Reason)
{
    /// <summary>The largest relative difference of losses that counts as agreement: rounding in 32 bits, or in 64.</summary>
    public static double Tolerance(Precision precision) => precision == Precision.Float32 ? 1e-3 : 1e-9;
}
