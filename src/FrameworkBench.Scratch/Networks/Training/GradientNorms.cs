using System.Numerics;
using FrameworkBench.Scratch.Networks.Layers;

namespace FrameworkBench.Scratch.Networks.Training;

/// <summary>The lengths of a network's gradient, layer by layer.</summary>
internal static class GradientNorms
{
    /// <summary>The length of the last batch's gradient in each layer that has parameters.</summary>
    public static IEnumerable<double> Of<T>(Network<T> network)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int offset = 0;
        foreach (Layer<T> layer in network.Layers)
        {
            int length = layer.ParameterLengths.Sum();
            if (length > 0)
                yield return LengthOf<T>(network.Gradients.Span.Slice(offset, length));
            offset += length;
        }
    }

    private static double LengthOf<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double squares = 0;
        foreach (T value in values)
            squares += double.CreateTruncating(value) * double.CreateTruncating(value);
        return Math.Sqrt(squares);
    }
}
