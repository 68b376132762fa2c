using System.Runtime.InteropServices;

namespace FrameworkBench.Scratch.Trees.Cart;

/// <summary>
/// What the leaves of a tree predict. A leaf whose rows are all of one class, as most leaves of a forest are, keeps just
/// that class.
/// </summary>
/// <param name="outputs">Classes, or one value.</param>
internal sealed class CartLeaves(int outputs)
{
    private readonly List<int> entries = [];
    private readonly List<double> values = [];

    /// <summary>Classes, or one value.</summary>
    public int Outputs => outputs;

    /// <summary>How many leaves there are.</summary>
    public int Count => entries.Count;

    /// <summary>The next leaf has rows of one class only.</summary>
    public void AddPure(int label) => entries.Add(label);

    /// <summary>The next leaf predicts these numbers.</summary>
    public void Add(params ReadOnlySpan<double> prediction)
    {
        entries.Add(~values.Count);
        values.AddRange(prediction);
    }

    /// <summary>Adds a leaf's prediction to a sum.</summary>
    public void AddTo(int leaf, Span<double> sum)
    {
        int entry = entries[leaf];
        if (entry >= 0)
        {
            sum[entry]++;
            return;
        }

        ReadOnlySpan<double> own = CollectionsMarshal.AsSpan(values).Slice(~entry, outputs);
        for (int output = 0; output < own.Length; output++)
            sum[output] += own[output];
    }
}
