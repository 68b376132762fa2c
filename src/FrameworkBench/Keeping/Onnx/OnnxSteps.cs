using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.FittedModels.Steps;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Protocol.Models.Tabular;

namespace FrameworkBench.Keeping.Onnx;

/// <summary>
/// Writes the steps of a fitted model as operations of a graph. Arrays stay in the float width that they have, and every operation computes
/// in float64, as <c>predict</c> does, so that large sums in between cost no digits. Operations that ONNX Runtime has for float32
/// alone are written by others.
/// </summary>
internal sealed class OnnxSteps
{
    private readonly OnnxGraph graph;
    private string rows;

    /// <param name="graph">The graph.</param>
    /// <param name="prepared">The prepared rows: rows × inputs, float32.</param>
    public OnnxSteps(OnnxGraph graph, string prepared) => (this.graph, rows) = (graph, graph.Cast(prepared, OnnxType.Double));

    /// <summary>Adds steps.</summary>
    /// <returns>The predictions, float64.</returns>
    public string Add(IReadOnlyList<Step> steps)
    {
        foreach (Step step in steps)
            rows = Of(step);
        return rows;
    }

    private string Of(Step step)
    {
        switch (step)
        {
            case ConstantStep constant:
                return Constant(constant);
            case DenseStep dense:
                return graph.Node("Add", [graph.Node("MatMul", [rows, Given(dense.Weights)]), Given(dense.Biases)]);
            case ActivationStep activation:
                return Activated(activation);
            case CurveStep curve:
                string bend = graph.Node("Mul", [Given(curve.Shares), graph.Node("Sub", [Curved(curve.Curve), rows])]);
                return graph.Node("Add", [rows, bend]);
            case ScaleStep scale:
                string scaled = graph.Node("Mul", [rows, Given(scale.Factors)]);
                return scale.Shifts is null ? scaled : graph.Node("Add", [scaled, Given(scale.Shifts)]);
            case EmbedStep embed:
                return Embedded(embed);
            case ClampStep clamp:
                return graph.Node("Clip", [rows, Scalar(clamp.Lowest), Scalar(clamp.Highest)]);
            case TreesStep trees:
                string sums = graph.Node("TreeEnsembleRegressor", [rows], new OnnxTrees(trees).Attributes());
                return graph.Node("Add", [graph.Cast(sums, OnnxType.Double), graph.Constant(OnnxTrees.StartOf(trees), trees.Start.Rows)]);
            case TwoClassesStep:
                return graph.Node("Concat", [graph.Node("Sub", [Scalar(1), rows]), rows], new OnnxAttribute("axis", 1L));
            default:
                throw new InvalidOperationException($"No operation stands for {step.GetType().Name}.");
        }
    }

    private string Constant(ConstantStep constant)
    {
        string count = graph.Node("Gather", [graph.Node("Shape", [rows]), graph.Constant(new[] { 0L }, 1)]);
        string shape = graph.Node(
            "Concat", [count, graph.Constant(new[] { (long)constant.Values.Rows }, 1)], new OnnxAttribute("axis", 0L));
        return graph.Node("Expand", [graph.Constant(constant.Values.ToDoubles(), 1, constant.Values.Rows), shape]);
    }

    private string Activated(ActivationStep step) => step.Activation switch
    {
        Activation.Linear => rows,
        Activation.Softmax => graph.Node("Softmax", [rows], new OnnxAttribute("axis", 1L)),
        Activation.LeakyRelu => graph.Node("Add", [Above(), graph.Node("Mul", [Scalar(step.Slope), Below()])]),
        Activation.Sigmoid => graph.Node("Sigmoid", [rows]),
        Activation.Tanh => graph.Node("Tanh", [rows]),
        Activation.Relu => graph.Node("Relu", [rows]),
        _ => throw new InvalidOperationException($"No operation stands for {step.Activation}."),
    };

    private string Curved(RealMlpActivation curve) => curve switch
    {
        RealMlpActivation.Relu => graph.Node("Relu", [rows]),
        RealMlpActivation.Selu => graph.Node("Add",
        [
            graph.Node("Mul", [Scalar(CurveStep.Lambda), Above()]),
            graph.Node("Mul",
            [
                Scalar(CurveStep.Lambda * CurveStep.Alpha), graph.Node("Sub", [graph.Node("Exp", [Below()]), Scalar(1)]),
            ]),
        ]),
        RealMlpActivation.Mish => graph.Node("Mul", [rows, graph.Node("Tanh", [SoftPlus()])]),
    };

    private string Above() => graph.Node("Max", [rows, Scalar(0)]);

    private string Below() => graph.Node("Min", [rows, Scalar(0)]);

    // ln(1 + e^x) = max(x, 0) + ln(1 + e^−|x|), which never overflows.
    private string SoftPlus()
    {
        string small = graph.Node("Exp", [graph.Node("Neg", [graph.Node("Abs", [rows])])]);
        return graph.Node("Add", [Above(), graph.Node("Log", [graph.Node("Add", [Scalar(1), small])])]);
    }

    private string Embedded(EmbedStep step)
    {
        var blocks = new List<string>();
        if (step is { Cosines: { } cosines, Numbers.Count: > 0 })
            blocks.Add(Cosines(cosines, Columns(step.Numbers)));
        int[] plain = [.. step.Numbers, .. step.Indicators];
        if (plain.Length > 0)
            blocks.Add(Columns(plain));
        foreach ((int column, NpyArray table) in step.Codes.Zip(step.Tables))
            blocks.Add(Looked(table, column));
        return blocks.Count == 1 ? blocks[0] : graph.Node("Concat", blocks, new OnnxAttribute("axis", 1L));
    }

    // rows × numbers → rows × numbers × 1 × width → rows × numbers × 1 × combinations.
    private string Cosines(CosineTables tables, string numbers)
    {
        int count = tables.Frequencies.Rows, width = tables.Width, combinations = tables.Combinations;
        string apart = graph.Node("Reshape", [numbers, graph.Constant(new[] { -1L, count, 1, 1 }, 4)]);
        string angles = graph.Node("Add",
        [
            graph.Node("Mul", [apart, Numbers([.. tables.Frequencies.ToDoubles().Select(w => 2 * Math.PI * w)], count, 1, width)]),
            Numbers(tables.Phases.ToDoubles(), count, 1, width),
        ]);
        string sums = graph.Node("Add",
        [
            graph.Node("MatMul", [graph.Node("Cos", [angles]), Numbers(Transposed(tables), count, width, combinations)]),
            Numbers(tables.Constants.ToDoubles(), count, 1, combinations),
        ]);
        return graph.Node("Reshape", [sums, graph.Constant(new[] { -1L, count * combinations }, 2)]);
    }

    private static double[] Transposed(CosineTables tables)
    {
        double[] weights = tables.Weights.ToDoubles(), turned = new double[weights.Length];
        int width = tables.Width, combinations = tables.Combinations;
        for (int i = 0; i < weights.Length; i++)
        {
            (int number, int combination, int cosine) = (i / (width * combinations), i / width % combinations, i % width);
            turned[(((number * width) + cosine) * combinations) + combination] = weights[i];
        }

        return turned;
    }

    // Row 0 is for a missing code, which is NaN.
    private string Looked(NpyArray table, int column)
    {
        string code = Columns([column]);
        string row = graph.Node(
            "Where", [graph.Node("IsNaN", [code]), Scalar(0), graph.Node("Add", [code, Scalar(1)])]);
        string found = graph.Node("Gather", [Given(table), graph.Cast(row, OnnxType.Int64)]);
        return graph.Node("Reshape", [found, graph.Constant(new[] { -1L, table.Columns }, 2)]);
    }

    private string Columns(IReadOnlyList<int> columns) => graph.Node(
        "Gather", [rows, graph.Constant(columns.Select(column => (long)column).ToArray(), columns.Count)], new OnnxAttribute("axis", 1L));

    private string Given(NpyArray array)
    {
        string constant = graph.Constant(array.Values, [.. array.Shape]);
        if (array.Values is not double[])
            constant = graph.Cast(constant, OnnxType.Double);
        return constant;
    }

    private string Scalar(double value) => graph.Constant(new[] { value });

    private string Numbers(double[] values, params IReadOnlyList<int> shape) => graph.Constant(values, shape);
}
