using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Engines.Parity;

/// <summary>How far one engine is from what is expected of it, from the same start, over the same batches.</summary>
/// <param name="Experiment">The experiment and, where it has several, the model: <c>parity-xor/adam</c>.</param>
/// <param name="Check">What was compared.</param>
/// <param name="Engine">The engine's name.</param>
/// <param name="Version">Its framework's version.</param>
/// <param name="Precision">The float width it computed in.</param>
/// <param name="Verdict">Whether they agree.</param>
public sealed record ParityRow(
    string Experiment, ParityCheck Check, string Engine, string Version, Precision Precision, ParityVerdict Verdict)
{
    /// <summary>What an engine lacks that takes no native step from given weights.</summary>
    public const string NoNativeStep = "a native step from given weights";

    /// <summary>Updates that the losses were compared over.</summary>
    public int Updates { get; init; }

    /// <summary>Largest relative difference of the epoch losses over those updates; null without a fit.</summary>
    public double? LossDifference { get; init; }

    /// <summary>
    /// Largest difference of the predictions after the last epoch, relative to the spread of the predicted values for a regression; null
    /// without a fit.
    /// </summary>
    public double? PredictionDifference { get; init; }

    /// <summary>The largest difference of the predictions that counts as agreement; null without a fit.</summary>
    public double? PredictionTolerance { get; init; }

    /// <summary>Where the framework defines a term in another way: what it does, in words; null where it does not.</summary>
    public string? OwnDefinition { get; init; }

    /// <summary>
    /// How far one step by that definition leads from one by the specification's, as differences of predictions; null where there is none.
    /// </summary>
    public double? DefinitionDifference { get; init; }

    /// <summary>Why there is no comparison; null when there is.</summary>
    public string? Reason { get; init; }

    /// <summary>The largest relative difference of losses that counts as agreement: rounding in 32 bits, or in 64.</summary>
    public static double LossTolerance(Precision precision) => precision == Precision.Float32 ? 1e-5 : 1e-12;

    /// <summary>
    /// The largest difference of predictions after a training that counts as agreement, where rounding grows to no more on the way.
    /// </summary>
    public static double LeastTolerance(Precision precision) => precision == Precision.Float32 ? 1e-5 : 1e-12;

    /// <summary>
    /// The same after one step. In 32 bits a probability has 6e-8, and Adam's bias correction 1 − β₂ = 0.001 three digits less: a step of
    /// rate 0.1 is then off by 1e-6.
    /// </summary>
    public static double StepTolerance(Precision precision) => precision == Precision.Float32 ? 2e-6 : 1e-12;
}
