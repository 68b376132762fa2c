using System.Numerics;

namespace FrameworkBench.Scratch.Networks.Layers;

/// <summary>What the dropout layers of a network drop, where that is given and not drawn.</summary>
/// <param name="keeps">Per dropout layer in order, visited rows × units: true keeps a value.</param>
internal sealed class GivenMasks(IReadOnlyList<bool[]> keeps)
{
    /// <summary>The place of the batch's first row among all rows that training visits, from 0.</summary>
    public int FirstRow { get; set; }

    /// <summary>The masks of a batch.</summary>
    /// <param name="layer">The number of the dropout layer, from 0.</param>
    /// <param name="columns">Units of the layer.</param>
    /// <param name="factor">What a value that is kept is multiplied by.</param>
    /// <param name="mask">Rows × units: the factor or 0.</param>
    public void CopyTo<T>(int layer, int columns, double factor, Span<T> mask)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T kept = T.CreateTruncating(factor);
        ReadOnlySpan<bool> ofBatch = keeps[layer].AsSpan(FirstRow * columns, mask.Length);
        for (int i = 0; i < mask.Length; i++)
            mask[i] = ofBatch[i] ? kept : T.Zero;
    }
}
