using FrameworkBench.Scratch.Networks.Layers;

namespace FrameworkBench.Scratch.Networks.Tabular;

/// <summary>Holds predicted values in a range; in training they pass as they are.</summary>
/// <param name="Lowest">The lower end.</param>
/// <param name="Highest">The upper end.</param>
public sealed record Clamp(double Lowest, double Highest) : LayerDefinition
{
    internal override Layer<T> Make<T>(int inputs) => new ClampLayer<T>(inputs, Lowest, Highest);
}
