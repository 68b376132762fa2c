namespace FrameworkBench.Keeping.Onnx;

/// <summary>One operation.</summary>
/// <param name="Operator">Its operator.</param>
/// <param name="Inputs">Names of what goes in.</param>
/// <param name="Output">Name of what comes out.</param>
/// <param name="Attributes">Its attributes.</param>
internal sealed record OnnxNode(
    string Operator, IReadOnlyList<string> Inputs, string Output, IReadOnlyList<OnnxAttribute> Attributes)
{
    /// <summary>The domain of operators of machine learning.</summary>
    public const string MachineLearning = "ai.onnx.ml";

    // Field numbers of NodeProto.
    public void Write(ProtobufWriter to)
    {
        foreach (string input in Inputs)
            to.Text(1, input);
        to.Text(2, Output);
        to.Text(3, Output);
        to.Text(4, Operator);
        foreach (OnnxAttribute attribute in Attributes)
            to.Message(5, attribute.Write);
        if (Operator is "LabelEncoder" or "TreeEnsembleRegressor")
            to.Text(7, MachineLearning);
    }
}
