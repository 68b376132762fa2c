using FrameworkBench.Protocol.Arrays;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace FrameworkBench.Engines.TorchSharp;

/// <summary>Puts what a request gives in place of what the framework would draw, and checks that it fits.</summary>
internal static class GivenStart
{
    /// <summary>Copies given weights over the parameters of a network, in the protocol's order.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="weights">As many arrays of the same shapes.</param>
    /// <param name="transposed">Whether the network keeps matrices as units × inputs, the protocol's turned round.</param>
    /// <exception cref="InvalidDataException">Their number or a shape does not fit.</exception>
    public static void Load(IReadOnlyList<Parameter> parameters, IReadOnlyList<NpyArray> weights, bool transposed)
    {
        if (weights.Count != parameters.Count)
            throw new InvalidDataException($"initial_weights has {weights.Count} arrays, the network has {parameters.Count}.");

        using IDisposable fixedValues = no_grad();
        for (int index = 0; index < weights.Count; index++)
        {
            var given = Arrays.ToTensor(weights[index], parameters[index].dtype);
            Tensor oriented = transposed && given.dim() == 2 ? given.t() : given;
            long[] shape = parameters[index].shape;
            if (!oriented.shape.SequenceEqual(shape))
            {
                throw new InvalidDataException(
                    $"initial_weights[{index}] has shape ({string.Join(", ", weights[index].Shape)}), "
                    + $"the network needs ({string.Join(", ", transposed ? shape.Reverse() : shape)}).");
            }

            parameters[index].copy_(oriented);
        }
    }

    /// <summary>The given order of the rows in an epoch.</summary>
    /// <param name="order">Epochs × rows.</param>
    /// <param name="epoch">The epoch, from 1.</param>
    /// <param name="epochs">The epochs of the training.</param>
    /// <param name="rows">The training rows.</param>
    /// <exception cref="InvalidDataException">Its shape does not fit.</exception>
    public static Tensor Order(NpyArray order, int epoch, int epochs, int rows)
    {
        if (order.Rows < epochs || order.Columns != rows)
        {
            throw new InvalidDataException(
                $"batch_order has shape ({string.Join(", ", order.Shape)}), {epochs} epochs of {rows} rows need ({epochs}, {rows}).");
        }

        return Arrays.ToIndices(order.ToIntegers().AsSpan((epoch - 1) * rows, rows).ToArray());
    }
}
