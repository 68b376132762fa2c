using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Engines.Tests;

/// <summary>What the scratch engine makes of 64-bit inputs.</summary>
public sealed class ScratchPrecisionTests(ScratchPrecisionTests.Engine engine) : IClassFixture<ScratchPrecisionTests.Engine>
{
    public static TheoryData<ModelSpec> Trees =>
        [new TreeSpec { MaxDepth = 6 }, new ForestSpec { Trees = 5 }, new BoostedTreesSpec { Rounds = 20 }];

    [Theory]
    [MemberData(nameof(Trees))]
    public async Task Trees_tell_values_apart_that_differ_far_from_zero(ModelSpec trees)
    {
        var near = Table.Product(200);
        var far = near with { TrainX = Far(near.TrainX), ValidationX = Far(near.ValidationX!) };

        double[] expected = (await engine.FitAsync(trees, near, Precision.Float64)).Predictions!.ToDoubles();
        double[] predicted = (await engine.FitAsync(trees, far, Precision.Float64)).Predictions!.ToDoubles();

        // A few rows lie nearer to a threshold than a 64-bit number of this size is exact.
        Assert.InRange(expected.Zip(predicted).Count(pair => pair.First != pair.Second), 0, 3);
    }

    private static double[] Far(double[] values) => [.. values.Select(value => 1.6e9 + value)];

    public sealed class Engine() : LiveEngine("scratch");
}
