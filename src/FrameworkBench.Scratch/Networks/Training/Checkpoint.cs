using System.Numerics;

namespace FrameworkBench.Scratch.Networks.Training;

/// <summary>A copy of what a network has learnt, to go back to.</summary>
internal sealed class Checkpoint<T>(Network<T> network)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T[] parameters = new T[network.ParameterCount];
    private readonly T[] statistics = new T[network.Layers.Sum(layer => layer.Statistics.Length)];

    /// <summary>Copies the parameters and running statistics.</summary>
    public void Save()
    {
        network.Parameters.Span.CopyTo(parameters);
        int offset = 0;
        foreach (Layers.Layer<T> layer in network.Layers)
        {
            layer.Statistics.CopyTo(statistics.AsSpan(offset));
            offset += layer.Statistics.Length;
        }
    }

    /// <summary>Puts them back.</summary>
    public void Restore()
    {
        parameters.CopyTo(network.Parameters.Span);
        int offset = 0;
        foreach (Layers.Layer<T> layer in network.Layers)
        {
            statistics.AsSpan(offset, layer.Statistics.Length).CopyTo(layer.Statistics);
            offset += layer.Statistics.Length;
        }
    }
}
