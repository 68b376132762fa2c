using FrameworkBench.Scratch.Networks.Layers;

namespace FrameworkBench.Scratch.Networks.Tabular;

/// <summary>
/// y = x + a·(f(x) − x), then dropout: each unit's a, from 1, says how much of the curve it takes; not learnt, it stays 1.
/// </summary>
/// <param name="Curve">f.</param>
/// <param name="IsLearnt">Whether a is learnt.</param>
/// <param name="Dropout">Share that is dropped, 0 ≤ share &lt; 1.</param>
public sealed record ParametricActivation(Curve Curve, bool IsLearnt, double Dropout) : LayerDefinition
{
    internal override Layer<T> Make<T>(int inputs) => Curve switch
    {
        Curve.Relu => new ParametricActivationLayer<T, Curves.Relu<T>>(inputs, IsLearnt, Dropout),
        Curve.Selu => new ParametricActivationLayer<T, Curves.Selu<T>>(inputs, IsLearnt, Dropout),
        Curve.Mish => new ParametricActivationLayer<T, Curves.Mish<T>>(inputs, IsLearnt, Dropout),
    };
}
