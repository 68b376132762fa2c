namespace FrameworkBench.Keeping.Onnx;

/// <summary>An attribute of a node.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">A long, a float, a string, an <see cref="OnnxTensor"/>, or several longs or strings.</param>
internal sealed record OnnxAttribute(string Name, object Value)
{
    // Field numbers and kinds of AttributeProto.
    public void Write(ProtobufWriter to)
    {
        to.Text(1, Name);
        switch (Value)
        {
            case float single:
                to.Single(2, single);
                to.Number(20, 1);
                break;
            case long number:
                to.Number(3, number);
                to.Number(20, 2);
                break;
            case string text:
                to.Text(4, text);
                to.Number(20, 3);
                break;
            case OnnxTensor tensor:
                to.Message(5, tensor.Write);
                to.Number(20, 4);
                break;
            case IReadOnlyList<long> numbers:
                to.Numbers(8, numbers);
                to.Number(20, 7);
                break;
            case IReadOnlyList<string> texts:
                foreach (string text in texts)
                    to.Text(9, text);
                to.Number(20, 8);
                break;
            default:
                throw new InvalidOperationException($"No attribute is a {Value.GetType().Name}.");
        }
    }
}
