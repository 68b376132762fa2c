namespace FrameworkBench.Keeping.Onnx;

/// <summary>A constant array.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">Its extents; none of a scalar.</param>
/// <param name="Values">Floats, doubles or longs.</param>
internal sealed record OnnxTensor(string Name, IReadOnlyList<int> Shape, Array Values)
{
    // Field numbers of TensorProto.
    public void Write(ProtobufWriter to)
    {
        to.Numbers(1, Shape.Select(extent => (long)extent));
        to.Number(2, (int)TypeOf(Values));
        to.Text(8, Name);
        to.Raw(9, ProtobufWriter.BytesOf(Values));
    }

    private static OnnxType TypeOf(Array values) => values switch
    {
        float[] => OnnxType.Single,
        double[] => OnnxType.Double,
        _ => OnnxType.Int64,
    };
}
