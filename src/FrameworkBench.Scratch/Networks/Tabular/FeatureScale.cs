using FrameworkBench.Scratch.Networks.Layers;

namespace FrameworkBench.Scratch.Networks.Tabular;

/// <summary>y = x ∘ s with a learnt factor for each column, from 1; they learn at six times the rate.</summary>
public sealed record FeatureScale : LayerDefinition
{
    internal override Layer<T> Make<T>(int inputs) => new FeatureScaleLayer<T>(inputs);
}
