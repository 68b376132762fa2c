namespace FrameworkBench.Keeping.Onnx;

/// <summary>A graph under construction.</summary>
internal sealed class OnnxGraph
{
    private const int FormatVersion = 8;
    private const int OperatorVersion = 17;
    private const int LearningOperatorVersion = 3;

    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly List<OnnxValue> inputs = [], outputs = [];
    private readonly List<OnnxNode> nodes = [];
    private readonly List<OnnxTensor> constants = [];

    /// <summary>Adds an input.</summary>
    /// <returns>Whether the name was free.</returns>
    public bool TryAddInput(OnnxValue input)
    {
        inputs.Add(input);
        return names.Add(input.Name);
    }

    /// <summary>Adds an output: what has been computed, under a name of its own.</summary>
    /// <param name="computed">What has been computed.</param>
    /// <param name="output">The output; where an input has its name, an underscore follows it.</param>
    public void AddOutput(string computed, OnnxValue output)
    {
        string name = Free(output.Name, "_");
        outputs.Add(output with { Name = name });
        nodes.Add(new OnnxNode("Identity", [computed], name, []));
    }

    /// <summary>Adds an operation.</summary>
    /// <returns>The name of what comes out.</returns>
    public string Node(string operation, IReadOnlyList<string> from, params IReadOnlyList<OnnxAttribute> attributes)
    {
        string output = Free(operation);
        nodes.Add(new OnnxNode(operation, from, output, attributes));
        return output;
    }

    /// <summary>Adds an array of constants.</summary>
    /// <returns>Its name.</returns>
    public string Constant(Array values, params IReadOnlyList<int> shape)
    {
        string name = Free("constant");
        constants.Add(new OnnxTensor(name, shape, values));
        return name;
    }

    /// <summary>Adds a change of type.</summary>
    public string Cast(string from, OnnxType to) => Node("Cast", [from], new OnnxAttribute("to", (long)to));

    /// <summary>The file.</summary>
    /// <param name="about">What a reader may want to know of the model, by name.</param>
    public byte[] ToBytes(IEnumerable<(string Name, string Text)> about)
    {
        var model = new ProtobufWriter();

        // Field numbers of ModelProto and GraphProto.
        model.Number(1, FormatVersion);
        model.Text(2, "FrameworkBench");
        model.Message(7, graph =>
        {
            foreach (OnnxNode node in nodes)
                graph.Message(1, node.Write);
            graph.Text(2, "model");
            foreach (OnnxTensor constant in constants)
                graph.Message(5, constant.Write);
            foreach (OnnxValue input in inputs)
                graph.Message(11, input.Write);
            foreach (OnnxValue output in outputs)
                graph.Message(12, output.Write);
        });
        AddOperators(model, "", OperatorVersion);
        AddOperators(model, OnnxNode.MachineLearning, LearningOperatorVersion);
        foreach ((string name, string text) in about)
        {
            model.Message(14, entry =>
            {
                entry.Text(1, name);
                entry.Text(2, text);
            });
        }

        return model.Written.ToArray();
    }

    private static void AddOperators(ProtobufWriter model, string domain, int version) => model.Message(8, operators =>
    {
        operators.Text(1, domain);
        operators.Number(2, version);
    });

    private string Free(string name, string suffix = "")
    {
        string free = suffix.Length > 0 ? name : $"{name}:{nodes.Count + constants.Count}";
        while (!names.Add(free))
            free += suffix.Length > 0 ? suffix : "'";
        return free;
    }
}
