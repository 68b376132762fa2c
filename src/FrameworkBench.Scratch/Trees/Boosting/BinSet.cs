using System.Runtime.CompilerServices;

namespace FrameworkBench.Scratch.Trees.Boosting;

/// <summary>A set of bins: 256 bits.</summary>
[InlineArray(4)]
internal struct BinSet
{
    private ulong first;

    /// <summary>Whether a bin is in the set.</summary>
    public readonly bool Contains(int bin) => (this[bin >> 6] >> (bin & 63) & 1) != 0;

    /// <summary>Puts a bin into the set.</summary>
    public void Add(int bin) => this[bin >> 6] |= 1UL << (bin & 63);
}
