using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Engines.Parity;

/// <summary>
/// A term that some frameworks define in another way than the specification (docs/model-spec.md), and how the reference takes one step by
/// that definition: what the engine's own formulas must then lead to, but for rounding.
/// </summary>
/// <param name="Words">What the framework does.</param>
/// <param name="Change">Makes of a network of the specification one whose first step is that of the framework's definition.</param>
/// <param name="Copies">How often each row is in the batch of that step.</param>
internal sealed record OwnDefinition(string Words, Func<NetworkSpec, NetworkSpec> Change, int Copies)
{
    // With so many copies of n rows the unbiased variance is the biased one but for a share of 1 / (n · copies).
    private const int ManyCopies = 512;

    // So far below √s that the sum of both is √s.
    private const double Vanishing = 1e-30;

    private static readonly string[] KerasEngines = ["keras", "keras-net"];
    private static readonly string[] EpsilonFirst = ["sklearn", .. KerasEngines];

    /// <summary>What an engine's framework defines in its own way in a network; null where it has nothing of the kind.</summary>
    /// <param name="engine">The engine's name.</param>
    /// <param name="network">A network whose fit is one step.</param>
    public static OwnDefinition? Of(string engine, NetworkSpec network)
    {
        OwnDefinition[] own = [.. All(engine, network)];
        return own.Length == 0 ? null : new OwnDefinition(
            string.Join("; ", own.Select(definition => definition.Words)),
            spec => own.Aggregate(spec, (changed, definition) => definition.Change(changed)),
            own.Max(definition => definition.Copies));
    }

    /// <summary>What remains of that in parity, where an engine may put the specification's formula in place of its framework's.</summary>
    public static OwnDefinition? InParity(string engine, NetworkSpec network) =>
        engine == "keras-net" || (engine == "keras" && network.Train.Optimizer == Optimizer.Rmsprop) ? Of(engine, network) : null;

    private static IEnumerable<OwnDefinition> All(string engine, NetworkSpec network)
    {
        TrainingSpec train = network.Train;
        if (train.Optimizer is Optimizer.Adam or Optimizer.Adamw && EpsilonFirst.Contains(engine))
            yield return new OwnDefinition("ε before the bias correction", WithEpsilon(train.Epsilon / Math.Sqrt(1 - train.Beta2)), 1);
        if (train.Optimizer == Optimizer.Rmsprop && KerasEngines.Contains(engine))
            yield return new OwnDefinition("ε under the root", WithEpsilon(Vanishing), 1);
        if (network.Layers.Any(layer => layer is BatchNormLayer) && KerasEngines.Contains(engine))
            yield return new OwnDefinition("running variance from the biased one", WithPenaltyOf(ManyCopies), ManyCopies);
    }

    // The penalty is divided by the rows of the batch.
    private static Func<NetworkSpec, NetworkSpec> WithPenaltyOf(int copies) => spec => spec with
    {
        Train = spec.Train with { L2 = spec.Train.L2 * copies },
    };

    private static Func<NetworkSpec, NetworkSpec> WithEpsilon(double epsilon) => spec => spec with
    {
        Train = spec.Train with { Epsilon = epsilon },
    };
}
