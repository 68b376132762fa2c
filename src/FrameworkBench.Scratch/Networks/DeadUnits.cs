using System.Numerics;
using FrameworkBench.Scratch.Networks.Layers;

namespace FrameworkBench.Scratch.Networks;

/// <summary>Finds ReLU units that never fire, and so cannot learn any more.</summary>
public static class DeadUnits
{
    private const int BatchRows = 256;

    /// <summary>For each ReLU layer, in order, the share of its units whose output is zero on every row.</summary>
    /// <param name="network">The network, run in inference mode.</param>
    /// <param name="inputs">rows × inputs, row-major.</param>
    /// <exception cref="ArgumentException">The length is not a whole number of rows.</exception>
    public static IReadOnlyList<double> Shares<T>(Network<T> network, ReadOnlySpan<T> inputs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        if (inputs.Length % network.Inputs != 0)
        {
            throw new ArgumentException(
                $"{inputs.Length} numbers are not a whole number of rows of {network.Inputs} inputs.", nameof(inputs));
        }

        int rows = inputs.Length / network.Inputs;
        int[] depths =
        [
            .. Enumerable.Range(1, network.Layers.Length)
                .Where(depth => network.Layers[depth - 1].Activation == ActivationKind.Relu),
        ];
        bool[][] fired = [.. depths.Select(depth => new bool[network.Layers[depth - 1].Outputs])];
        network.Reserve(Math.Min(rows, BatchRows));
        for (int start = 0; start < rows; start += BatchRows)
        {
            int count = Math.Min(BatchRows, rows - start);
            network.Forward(inputs[(start * network.Inputs)..], count, network.Layers.Length, ForwardMode.Inference);
            for (int i = 0; i < depths.Length; i++)
                Mark(network.OutputOf(depths[i])[..(count * fired[i].Length)], fired[i]);
        }

        return [.. fired.Select(units => units.Count(unit => !unit) / (double)units.Length)];
    }

    private static void Mark<T>(ReadOnlySpan<T> outputs, bool[] fired)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < outputs.Length; i++)
            fired[i % fired.Length] |= outputs[i] > T.Zero;
    }
}
