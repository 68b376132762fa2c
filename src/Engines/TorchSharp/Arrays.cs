using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Messages;
using static TorchSharp.torch;

namespace FrameworkBench.Engines.TorchSharp;

/// <summary>Arrays of the protocol to tensors and back.</summary>
internal static class Arrays
{
    /// <summary>The tensor type of a precision.</summary>
    public static ScalarType TypeOf(Precision precision) => precision == Precision.Float64 ? ScalarType.Float64 : ScalarType.Float32;

    /// <summary>Numbers as a tensor of the array's shape.</summary>
    public static Tensor ToTensor(NpyArray array, ScalarType type)
    {
        long[] shape = [.. array.Shape.Select(extent => (long)extent)];
        return type == ScalarType.Float64 ? tensor(array.ToDoubles(), shape) : tensor(array.ToSingles(), shape);
    }

    /// <summary>Integers as a tensor of 64-bit ones, which is what libtorch indexes with.</summary>
    public static Tensor ToIndices(int[] values) => tensor(Array.ConvertAll(values, value => (long)value), [values.Length]);

    /// <summary>A matrix, copied out.</summary>
    public static NpyArray FromTensor(Tensor values)
    {
        using Tensor plain = values.detach().contiguous();
        int rows = (int)plain.shape[0], columns = (int)plain.shape[1];
        return plain.dtype == ScalarType.Float64
            ? NpyArray.Matrix(rows, columns, plain.data<double>().ToArray())
            : NpyArray.Matrix(rows, columns, plain.data<float>().ToArray());
    }
}
