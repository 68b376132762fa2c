using FrameworkBench.Scratch.Networks.Layers;

namespace FrameworkBench.Scratch.Networks.Tabular;

/// <summary>
/// Makes numbers of a table's columns: of each numeric input x, where it is periodic, three linear combinations of 16 cosines of learnt
/// frequencies and phases, V·cos(2π·w·x + φ) + c; then the numeric inputs themselves, the indicators, and 8 learnt numbers for each
/// category.
/// </summary>
/// <param name="Columns">The columns of the input.</param>
/// <param name="Periodic">Whether numeric inputs have cosines.</param>
/// <param name="FrequencyScale">Standard deviation of the initial frequencies.</param>
public sealed record TabularEmbedding(IReadOnlyList<InputColumn> Columns, bool Periodic, double FrequencyScale) : LayerDefinition
{
    /// <summary>Cosines of a numeric input.</summary>
    public const int Frequencies = 16;

    /// <summary>Linear combinations of them.</summary>
    public const int Combinations = 3;

    /// <summary>Numbers of a category.</summary>
    public const int CategoryWidth = 8;

    internal override Layer<T> Make<T>(int inputs) => new TabularEmbeddingLayer<T>(this);
}
