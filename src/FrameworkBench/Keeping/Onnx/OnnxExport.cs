using System.Text.Json;
using FrameworkBench.Datasets.Preparation.Kept;

namespace FrameworkBench.Keeping.Onnx;

/// <summary>
/// Writes a kept model as ONNX: a named input for each column of numbers (float64, rows × 1, NaN is missing) and of categories (texts,
/// rows × 1, an empty one is missing); preparation, fits and their mean; and the outputs <c>label</c> and <c>probabilities</c>, or
/// <c>value</c>.
/// </summary>
public sealed class OnnxExport
{
    private readonly KeptModel model;
    private readonly OnnxGraph graph = new();
    private readonly Dictionary<int, string> codes = [];
    private readonly Dictionary<int, int> places = [];
    private readonly string numbers;

    private OnnxExport(string path, KeptModel model)
    {
        this.model = model;
        var inputs = new List<(string Name, IReadOnlyList<string> Categories)>(
            model.Columns.SelectMany(column => column.Inputs.Select(name => (name, column.Categories))));
        var columns = new List<string>();
        foreach ((int number, (string name, IReadOnlyList<string> categories)) in inputs.Index())
        {
            bool isNumber = categories.Count == 0;
            if (name.Length == 0 || !graph.TryAddInput(new OnnxValue(name, isNumber ? OnnxType.Double : OnnxType.Text, 1)))
                throw new KeptModelException(path, $"two inputs are called '{name}', which ONNX does not allow; rename a column");
            if (isNumber)
                places[number] = columns.Count;
            if (isNumber)
                columns.Add(name);
            else
                codes[number] = CodesOf(name, categories);
        }

        numbers = columns.Count == 0 ? "" : graph.Node("Concat", columns, new OnnxAttribute("axis", 1L));
    }

    /// <summary>The bytes of the ONNX file; the same model gives the same bytes.</summary>
    /// <param name="path">The kept model's file, for messages.</param>
    /// <param name="model">The model.</param>
    /// <exception cref="KeptModelException">It cannot be said in ONNX; the exception says why.</exception>
    public static byte[] Of(string path, KeptModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        try
        {
            return new OnnxExport(path, model).Write();
        }
        catch (OutOfMemoryException)
        {
            throw new KeptModelException(path, "the model is too large for ONNX, whose files hold at most 2 GB");
        }
    }

    private byte[] Write()
    {
        string[] predictions = [.. model.Members.Select(Predict)];
        string mean = predictions.Length == 1 ? predictions[0] : graph.Node("Div",
        [
            predictions.Aggregate((sum, next) => graph.Node("Add", [sum, next])),
            graph.Constant(new[] { (double)predictions.Length }, 1),
        ]);
        if (model.Classes.Count == 0)
        {
            graph.AddOutput(mean, new OnnxValue("value", OnnxType.Double, 1));
        }
        else
        {
            graph.AddOutput(Label(mean), new OnnxValue("label", OnnxType.Text, null));
            graph.AddOutput(mean, new OnnxValue("probabilities", OnnxType.Double, model.Classes.Count));
        }

        KeptOrigin origin = model.Origin;
        return graph.ToBytes(
        [
            ("target", model.Target.Name),
            ("classes", JsonSerializer.Serialize(model.Classes)),
            ("model", origin.Model),
            ("table", $"{origin.Table}, {origin.Rows} rows, SHA-256 {origin.Checksum}"),
            ("expected", FormattableString.Invariant(
                $"{origin.Score.Metric} {origin.Score.Mean:R} [{origin.Score.Low:R}, {origin.Score.High:R}]")),
        ]);
    }

    private string Predict(KeptMember member)
    {
        string prepared = Prepare(member.Preparation);
        string predicted = new OnnxSteps(graph, prepared).Add(member.Model.Steps);
        return member is { TargetOffset: 0, TargetScale: 1 } ? predicted : graph.Node("Add",
        [
            graph.Node("Mul", [predicted, graph.Constant(new[] { member.TargetScale }, 1)]),
            graph.Constant(new[] { member.TargetOffset }, 1),
        ]);
    }

    private string Label(string probabilities)
    {
        string best = graph.Node("ArgMax", [probabilities], new OnnxAttribute("axis", 1L), new OnnxAttribute("keepdims", 0L));
        return graph.Node(
            "LabelEncoder", [best], new OnnxAttribute("keys_int64s", Range(model.Classes.Count)),
            new OnnxAttribute("values_strings", model.Classes));
    }

    // The codes of a text, then that of one that the training rows do not have, then that of a missing one.
    private string CodesOf(string input, IReadOnlyList<string> categories) => graph.Node(
        "LabelEncoder", [input],
        new OnnxAttribute("keys_strings", (string[])[.. categories, ""]),
        new OnnxAttribute("values_int64s", (long[])[.. Range(categories.Count), categories.Count + 1]),
        new OnnxAttribute("default_int64", (long)categories.Count));

    private string Prepare(KeptPreparation preparation)
    {
        var blocks = new List<string>();
        for (int start = 0, end; start < preparation.Parts.Count; start = end)
        {
            // Neighbors of one kind are computed together.
            KeptPart first = preparation.Parts[start];
            end = start + 1;
            while (first is not CategoryPart && end < preparation.Parts.Count && preparation.Parts[end].GetType() == first.GetType())
                end++;
            KeptPart[] parts = [.. preparation.Parts.Skip(start).Take(end - start)];
            blocks.Add(graph.Cast(Block(parts), OnnxType.Single));
        }

        return blocks.Count == 1 ? blocks[0] : graph.Node("Concat", blocks, new OnnxAttribute("axis", 1L));
    }

    private string Block(KeptPart[] parts)
    {
        if (parts[0] is CategoryPart category)
        {
            string rows = graph.Node(
                "Gather", [graph.Constant(category.Table.ToDoubles(), category.Table.Rows, category.Width), codes[category.Input]]);
            return graph.Node("Reshape", [rows, graph.Constant(new[] { -1L, category.Width }, 2)]);
        }

        long[] own = [.. parts.Select(part => (long)places[part.Input])];
        string cells = graph.Node("Gather", [numbers, graph.Constant(own, own.Length)], new OnnxAttribute("axis", 1L));
        string missing = graph.Node("IsNaN", [cells]);
        return parts[0] switch
        {
            NumberPart => graph.Node("Div",
            [
                graph.Node("Sub", [Filled<NumberPart>(part => part.Fill), Row<NumberPart>(part => part.Offset)]),
                Row<NumberPart>(part => part.Scale),
            ]),
            RobustPart => Squeezed(graph.Node("Mul",
            [
                graph.Node("Sub", [Filled<RobustPart>(part => part.Fill), Row<RobustPart>(part => part.Median)]),
                Row<RobustPart>(part => part.Factor),
            ])),
            _ => graph.Node(
                "Where", [missing, Row<IndicatorPart>(part => part.Missing), Row<IndicatorPart>(part => part.Present)]),
        };

        string Filled<T>(Func<T, double> fill)
            where T : KeptPart => graph.Node("Where", [missing, Row(fill), cells]);

        string Row<T>(Func<T, double> number)
            where T : KeptPart => graph.Constant(parts.Select(part => number((T)part)).ToArray(), 1, parts.Length);
    }

    // z / √(1 + (z/3)²).
    private string Squeezed(string z)
    {
        string share = graph.Node("Div", [z, graph.Constant(new[] { 3.0 }, 1)]);
        string squares = graph.Node("Add", [graph.Node("Mul", [share, share]), graph.Constant(new[] { 1.0 }, 1)]);
        return graph.Node("Div", [z, graph.Node("Sqrt", [squares])]);
    }

    private static long[] Range(int count) => [.. Enumerable.Range(0, count).Select(number => (long)number)];
}
