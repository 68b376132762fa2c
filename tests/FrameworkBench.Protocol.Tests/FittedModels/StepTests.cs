using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.FittedModels;
using FrameworkBench.Protocol.FittedModels.Steps;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Protocol.Models.Tabular;

namespace FrameworkBench.Protocol.Tests.FittedModels;

/// <summary>What each step makes of a row, by hand.</summary>
public sealed class StepTests
{
    [Fact]
    public void A_dense_step_is_a_product_and_a_sum() =>
        Assert.Equal([12, 20], Apply(new DenseStep(Matrix(2, 2, 1, 2, 3, 4), Vector(5, 10)), 1, 2));

    [Theory]
    [InlineData(Activation.Relu, -2, 0)]
    [InlineData(Activation.LeakyRelu, -2, -0.02)]
    [InlineData(Activation.Sigmoid, 0, 0.5)]
    [InlineData(Activation.Tanh, 1, 0.7615941559557649)]
    [InlineData(Activation.Linear, -2, -2)]
    public void An_activation_maps_each_number(Activation activation, double x, double y) =>
        Assert.Equal(y, Apply(new ActivationStep(activation), x)[0], 1e-15);

    [Fact]
    public void Softmax_of_large_numbers_stays_finite() =>
        Assert.Equal([0.5, 0.5], Apply(new ActivationStep(Activation.Softmax), 1000, 1000));

    // torch.nn.functional.selu and mish of −1 and 1, in float64.
    [Theory]
    [InlineData(RealMlpActivation.Relu, -1, 0)]
    [InlineData(RealMlpActivation.Selu, -1, -1.1113307378125625)]
    [InlineData(RealMlpActivation.Mish, 1, 0.8650983882673103)]
    public void A_curve_is_taken_by_its_share(RealMlpActivation curve, double x, double whole)
    {
        Assert.Equal(whole, Apply(new CurveStep(curve, Vector(1)), x)[0], 1e-15);
        Assert.Equal((x + whole) / 2, Apply(new CurveStep(curve, Vector(0.5)), x)[0], 1e-15);
    }

    [Fact]
    public void Scales_clamps_constants_and_two_classes_are_what_they_are_called()
    {
        Assert.Equal([7, -6], Apply(new ScaleStep(Vector(2, 3), Vector(1, 0)), 3, -2));
        Assert.Equal([1, -1], Apply(new ClampStep(-1, 1), 3, -2));
        Assert.Equal([4, 5], Apply(new ConstantStep(Vector(4, 5)), double.NaN));
        Assert.Equal([0.25, 0.75], Apply(new TwoClassesStep(), 0.75));
    }

    [Fact]
    public void An_embedding_has_cosines_numbers_indicators_and_rows_of_tables()
    {
        var step = new EmbedStep
        {
            Numbers = [2],
            Indicators = [0],
            Codes = [1],
            Cosines = new CosineTables(Matrix(1, 2, 1, 0), Matrix(1, 2, 0, Math.PI), Matrix(1, 2, 10, 1), Matrix(1, 1, 100)),
            Tables = [Matrix(3, 2, 0, 0, 1, 2, 3, 4)],
        };

        // 10·cos(2π·½) + cos(π) + 100.
        Assert.Equal([89, 0.5, 1, 3, 4], Apply(step, 1, 1, 0.5).Select(value => Math.Round(value, 12)));
        Assert.Equal([0, 0], Apply(step, 1, double.NaN, 0.5)[3..]);
    }

    [Theory]
    [InlineData(1, 0, 21)]
    [InlineData(2, 0, 22)]
    [InlineData(double.NaN, 0, 22)]
    [InlineData(1, 1, 31)]
    [InlineData(1, double.NaN, 21)]
    [InlineData(1, 7, 21)]
    public void Trees_ask_for_thresholds_and_sets_and_know_where_missing_values_go(double number, double code, double sum) =>
        Assert.Equal(sum, Apply(Trees(), number, code)[0]);

    [Fact]
    public void Steps_that_do_not_fit_are_refused_with_the_reason()
    {
        Refused(
            "step 2: weights has shape (3, 1), expected (2, 1).",
            new ScaleStep(Vector(1, 1)), new DenseStep(Matrix(3, 1, 1, 1, 1), Vector(1)));
        Refused("step 1: biases must be finite floats.", new DenseStep(Matrix(2, 1, 1, 1), Vector(double.NaN)));
        Refused("step 1: two_classes takes one column, not 2.", new TwoClassesStep());
        Refused("step 1: the children of node 0 are at 0.", Trees() with { Children = Integers(0, 0, 1, 4, 2, 3) });
        Refused("step 1: node 0 asks for column 5 of 2.", Trees() with { Features = Integers(5, -1, -1, 1, -1, -1) });
        Refused("step 1: node 3 decides by rule 1.", Trees() with { Rules = Integers(-1, 0, 0, 1, 0, 0) });
        Refused("step 1: tree 0 has the nodes 0 to 9 of 6.", Trees() with { Roots = Integers(0, 9) });
    }

    private static void Refused(string reason, params Step[] steps) =>
        Assert.Equal(reason, Assert.Throws<InvalidDataException>(() => FittedModel.Of(2, steps).Check()).Message);

    // The number up to 1 or not; then the code: of 3 codes, 1 goes left, and what is missing or none goes right.
    private static TreesStep Trees() => new()
    {
        Categories = [0, 3],
        Roots = Integers(0, 3),
        Features = Integers(0, -1, -1, 1, -1, -1),
        Thresholds = NpyArray.Vector(new float[] { 1, 0, 0, 0, 0, 0 }),
        Children = Integers(1, 0, 1, 4, 2, 3),
        Rules = Integers(-1, 0, 0, 0, 0, 0),
        Words = Integers(0b0010),
        Leaves = Matrix(4, 1, 1, 2, 20, 10),
        Start = Vector(10),
    };

    private static double[] Apply(Step step, params double[] row) => FittedModel.Of(row.Length, step).Predict(row);

    private static NpyArray Matrix(int rows, int columns, params double[] values) => NpyArray.Matrix(rows, columns, values);

    private static NpyArray Vector(params double[] values) => NpyArray.Vector(values);

    private static NpyArray Integers(params int[] values) => NpyArray.Vector(values);
}
