using FrameworkBench.Scratch.Networks.Layers;

namespace FrameworkBench.Scratch.Networks.Tabular;

/// <summary>y = x ∘ s with a learnt factor for each column.</summary>
/// <param name="RandomSigns">Whether the factors start from −1 or 1, equally likely, and not from 1.</param>
/// <param name="IsFast">Whether they learn at six times the rate.</param>
public sealed record FeatureScale(bool RandomSigns, bool IsFast) : LayerDefinition
{
    internal override Layer<T> Make<T>(int inputs) => new FeatureScaleLayer<T>(inputs, RandomSigns, IsFast);
}
