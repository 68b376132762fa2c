using System.Numerics;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Networks.Optimizers;

/// <summary>
/// An optimizer at work, with its memory of earlier gradients. It sweeps the whole flat buffer in whole vectors: the
/// slack behind the last parameter has zero gradients and stays zero.
/// </summary>
internal abstract class Optimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Moves the parameters by one step.</summary>
    public abstract void Step(AlignedBuffer<T> parameters, AlignedBuffer<T> gradients);

    /// <summary>The optimizer of a definition for this many parameters, its memory empty.</summary>
    public static Optimizer<T> Create(OptimizerDefinition definition, int parameters) => definition switch
    {
        GradientDescent descent => new GradientDescentOptimizer<T>(descent),
        Momentum momentum => new MomentumOptimizer<T>(momentum, parameters),
        RmsProp rmsProp => new RmsPropOptimizer<T>(rmsProp, parameters),
        Adam adam => new AdamOptimizer<T>(adam, weightDecay: 0, parameters),
        AdamW adamW => new AdamOptimizer<T>(
            new Adam(adamW.LearningRate, adamW.Beta1, adamW.Beta2, adamW.Epsilon), adamW.WeightDecay, parameters),
        _ => throw new ArgumentException($"'{definition.GetType().Name}' is not an optimizer.", nameof(definition)),
    };
}
