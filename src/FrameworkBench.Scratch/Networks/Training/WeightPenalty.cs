using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FrameworkBench.Scratch.Networks.Layers;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Networks.Training;

/// <summary>
/// The L2 penalty α/(2·n)·‖W‖² on the weights of dense layers, n being the rows of the batch, as scikit-learn's MLP
/// defines it (<c>_compute_loss_grad</c>, <c>_backprop</c>).
/// </summary>
internal sealed class WeightPenalty<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Network<T> network;
    private readonly double strength;
    private readonly (int Start, int Length)[] weights;

    public WeightPenalty(Network<T> network, double strength)
    {
        this.network = network;
        this.strength = strength;
        var found = new List<(int, int)>();
        int offset = 0;
        foreach (Layer<T> layer in network.Layers)
        {
            if (layer.PenalizedParameters > 0)
                found.Add((offset, layer.PenalizedParameters));
            offset += layer.ParameterLengths.Sum();
        }

        weights = [.. found];
    }

    /// <summary>Adds the penalty's slope to the gradients and returns the penalty.</summary>
    public double Apply(int rows)
    {
        if (strength == 0)
            return 0;
        double squares = 0;
        foreach ((int start, int length) in weights)
            squares += Add(network.Parameters.Span.Slice(start, length), network.Gradients.Span.Slice(start, length), strength / rows);
        return 0.5 * strength / rows * squares;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe double Add(Span<T> values, Span<T> gradients, double factor)
    {
        Vector512<T> scale = VectorMath.Constant<T>(factor);
        Vector512<T> squares = Vector512<T>.Zero;
        fixed (T* weight = values, gradient = gradients)
        {
            for (int i = 0; i < values.Length; i += Vector512<T>.Count)
            {
                int lanes = Math.Min(Vector512<T>.Count, values.Length - i);
                Vector512<T> w = PartialVector.Load(weight + i, lanes, Vector512<T>.Zero);
                Vector512<T> g = PartialVector.Load(gradient + i, lanes, Vector512<T>.Zero);
                squares = VectorMath.MultiplyAdd(w, w, squares);
                PartialVector.Store(VectorMath.MultiplyAdd(scale, w, g), gradient + i, lanes);
            }
        }

        return double.CreateTruncating(Vector512.Sum(squares));
    }
}
