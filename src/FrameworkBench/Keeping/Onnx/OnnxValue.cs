namespace FrameworkBench.Keeping.Onnx;

/// <summary>An input or an output of a graph, with a row for each row.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type of its elements.</param>
/// <param name="Columns">Its columns; null of a vector.</param>
internal sealed record OnnxValue(string Name, OnnxType Type, int? Columns)
{
    private const string Rows = "rows";

    // Field numbers of ValueInfoProto, TypeProto and TensorShapeProto.
    public void Write(ProtobufWriter to)
    {
        to.Text(1, Name);
        to.Message(2, type => type.Message(1, tensor =>
        {
            tensor.Number(1, (int)Type);
            tensor.Message(2, shape =>
            {
                shape.Message(1, rows => rows.Text(2, Rows));
                if (Columns is int columns)
                    shape.Message(1, extent => extent.Number(1, columns));
            });
        }));
    }
}
