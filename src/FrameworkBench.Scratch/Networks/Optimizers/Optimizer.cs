using System.Numerics;
using FrameworkBench.Scratch.Networks.Layers;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Networks.Optimizers;

/// <summary>
/// An optimizer at work, with its memory of earlier gradients. It sweeps the whole flat buffer in whole vectors: the
/// slack behind the last parameter has zero gradients and stays zero.
/// </summary>
internal abstract class Optimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Factor of the step size in the next step, where a schedule says one. Adam and AdamW heed it.</summary>
    public double RateFactor { get; set; } = 1;

    /// <summary>Factor of the weight decay in the next step, likewise.</summary>
    public double DecayFactor { get; set; } = 1;

    /// <summary>Moves the parameters by one step.</summary>
    public abstract void Step(AlignedBuffer<T> parameters, AlignedBuffer<T> gradients);

    /// <summary>The optimizer of a definition for a network's parameters, its memory empty.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="parameters">How many numbers the network learns.</param>
    /// <param name="layers">Its layers, whose rules are heeded; null has none.</param>
    public static Optimizer<T> Create(OptimizerDefinition definition, int parameters, IReadOnlyList<Layer<T>>? layers = null) =>
        definition switch
        {
            GradientDescent descent => new GradientDescentOptimizer<T>(descent),
            Momentum momentum => new MomentumOptimizer<T>(momentum, parameters),
            RmsProp rmsProp => new RmsPropOptimizer<T>(rmsProp, parameters),
            Adam adam => new AdamOptimizer<T>(adam, weightDecay: 0, parameters, UpdateSection.Of(layers, parameters)),
            AdamW adamW => new AdamOptimizer<T>(
                new Adam(adamW.LearningRate, adamW.Beta1, adamW.Beta2, adamW.Epsilon), adamW.WeightDecay, parameters,
                UpdateSection.Of(layers, parameters)),
            _ => throw new ArgumentException($"'{definition.GetType().Name}' is not an optimizer.", nameof(definition)),
        };
}
