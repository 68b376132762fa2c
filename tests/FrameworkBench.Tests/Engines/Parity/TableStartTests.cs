using FrameworkBench.Engines.Parity;
using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Protocol.Models.Tabular;

namespace FrameworkBench.Tests.Engines.Parity;

public sealed class TableStartTests
{
    private static readonly FeatureColumn[] Columns =
        [new("a"), new("b", Indicator: true), new("c", Categories: 12), new("d")];

    private static readonly RealMlpSpec RealMlp = new() { Hidden = [6, 5], Epochs = 4 };
    private static readonly TabMSpec TabM = new() { Members = 3, Hidden = [6, 5], Epochs = 4, Dropout = 0.3 };

    [Fact]
    public void A_start_of_RealMLP_has_the_arrays_of_the_specification()
    {
        ParityStart start = Draw(RealMlp);

        // Three values of each numeric column, the three numbers and eight of the codes: 2 · 3 + 3 + 8.
        Assert.Equal(
            ["2×16", "2×16", "2×3×16", "2×3", "13×8", "17", "17×6", "6", "6", "6×5", "5", "5", "5×3", "3"], Shapes(start.Weights));
        Assert.Equal(["40×6", "40×5"], Shapes(start.DropoutMasks));
        Assert.Equal([4, 10], start.BatchOrder.Shape);
    }

    [Fact]
    public void What_is_switched_off_has_no_array()
    {
        ParityStart start = Draw(RealMlp with
        {
            NumericEmbedding = NumericEmbedding.None,
            InputScale = false,
            ParametricActivation = false,
            Dropout = 0,
        });

        Assert.Equal(["13×8", "11×6", "6", "6×5", "5", "5×3", "3"], Shapes(start.Weights));
        Assert.Empty(start.DropoutMasks);
    }

    [Fact]
    public void A_start_of_TabM_has_the_arrays_of_the_specification_and_members_that_differ_by_signs_and_heads()
    {
        ParityStart start = Draw(TabM);

        Assert.Equal(["4×6", "3×4", "3×6", "3×6", "6×5", "3×6", "3×5", "3×5", "3×5×3", "3×3"], Shapes(start.Weights));
        Assert.Equal([-1, 1], start.Weights[1].ToDoubles().Distinct().Order());
        Assert.Equal([1], start.Weights[5].ToDoubles().Distinct());
        double[] biases = start.Weights[3].ToDoubles();
        Assert.Equal(biases[..6], biases[6..12]);
        Assert.Equal(["40×18", "40×15"], Shapes(start.DropoutMasks));
        Assert.InRange(start.DropoutMasks[0].ToIntegers().Average(), 0.65, 0.75);
    }

    [Theory]
    [InlineData(RealMlpSpec.KindName)]
    [InlineData(TabMSpec.KindName)]
    public void A_start_is_the_same_in_both_float_widths(string kind)
    {
        ModelSpec model = kind == TabMSpec.KindName ? TabM : RealMlp;

        ParityStart exact = Draw(model), coarse = Draw(model, Precision.Float32);

        Assert.Equal(exact.Weights.Select(weights => weights.ToDoubles()), coarse.Weights.Select(weights => weights.ToDoubles()));
        Assert.All(coarse.Weights, weights => Assert.IsType<float[]>(weights.Values));
        Assert.Equal(exact.BatchOrder.ToIntegers(), coarse.BatchOrder.ToIntegers());
    }

    [Fact]
    public void Rows_that_fill_no_batch_make_no_update_of_RealMLP_and_one_of_TabM()
    {
        Assert.Equal(3, ParityModels.Batches(RealMlp with { BatchSize = 3 }, 10));
        Assert.Equal(1, ParityModels.Batches(RealMlp, 10));
        Assert.Equal(4, ParityModels.Batches(TabM with { BatchSize = 3 }, 10));
    }

    private static ParityStart Draw(ModelSpec model, Precision precision = Precision.Float64) =>
        ParityFits.StartOf(model, Columns, outputs: 3, rows: 10, precision);

    private static IEnumerable<string> Shapes(IReadOnlyList<NpyArray> arrays) => arrays.Select(array => string.Join('×', array.Shape));
}
