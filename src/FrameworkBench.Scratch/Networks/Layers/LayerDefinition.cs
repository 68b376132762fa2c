using System.Numerics;
using FrameworkBench.Scratch.Networks.Losses;

namespace FrameworkBench.Scratch.Networks.Layers;

/// <summary>One layer of a network as data: what it is, without weights. Networks are lists of these.</summary>
public abstract record LayerDefinition
{
    /// <summary>The layer at work for this many inputs; null where <see cref="LayerFactory"/> makes it.</summary>
    internal virtual Layer<T>? Make<T>(int inputs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => null;

    /// <summary>
    /// The loss of a network whose last layer it is and that learns before that layer; null where the loss is the usual one.
    /// </summary>
    internal virtual LossFunction<T>? LossBefore<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => null;
}
