using FrameworkBench.Engines.Parity;
using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Tests.Engines.Parity;

public sealed class ParityStartTests
{
    private static readonly NetworkSpec Network = ParityPlans.Network(new DropoutLayer { Rate = 0.3 }, new BatchNormLayer());

    [Fact]
    public void A_start_is_the_same_in_both_float_widths_and_for_the_same_seed()
    {
        ParityStart exact = Draw(Precision.Float64), again = Draw(Precision.Float64), coarse = Draw(Precision.Float32);

        Assert.Equal(exact.Weights.Select(weights => weights.ToDoubles()), again.Weights.Select(weights => weights.ToDoubles()));
        Assert.Equal(exact.Weights.Select(weights => weights.ToDoubles()), coarse.Weights.Select(weights => weights.ToDoubles()));
        Assert.Equal(exact.DropoutMasks[0].ToIntegers(), coarse.DropoutMasks[0].ToIntegers());
    }

    [Fact]
    public void A_mask_has_a_row_for_each_visit_and_drops_the_share_that_the_layer_says()
    {
        NpyArray masks = Assert.Single(Draw(Precision.Float32).DropoutMasks);

        Assert.Equal([8 * 50, 6], masks.Shape);
        Assert.InRange(masks.ToIntegers().Average(), 0.67, 0.73);
    }

    [Theory]
    [InlineData(Precision.Float32, 6e-8)]
    [InlineData(Precision.Float64, 1.2e-16)]
    public void A_nudged_start_is_a_rounding_away(Precision precision, double unit)
    {
        ParityStart start = Draw(precision), nudged = start.Nudged(1);

        double[] moves =
            [.. start.Weights[0].ToDoubles().Zip(nudged.Weights[0].ToDoubles(), (before, after) => Math.Abs((after / before) - 1))];
        Assert.InRange(moves.Max(), unit / 2, 4 * unit);
        Assert.Contains(0, moves);
    }

    [Fact]
    public void A_repeated_start_visits_each_row_once_a_round_with_the_masks_of_the_first()
    {
        NetworkSpec oneStep = Network with { Train = Network.Train with { Epochs = 1, Shuffle = false } };
        ParityStart start = ParityStart.Draw(oneStep, 3, 5, Precision.Float32, 1), repeated = start.Repeated(2);

        Assert.Equal(Enumerable.Range(0, 10), repeated.BatchOrder.ToIntegers());
        int[] once = start.DropoutMasks[0].ToIntegers();
        Assert.Equal([.. once, .. once], repeated.DropoutMasks[0].ToIntegers());
    }

    private static ParityStart Draw(Precision precision) => ParityStart.Draw(Network, inputs: 3, rows: 50, precision, seed: 7);
}
