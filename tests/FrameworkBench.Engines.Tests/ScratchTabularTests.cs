using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Engines.Tests;

/// <summary>RealMLP and TabM from scratch, against the fits that PyTorch does from the same weights, batches and masks.</summary>
public sealed class ScratchTabularTests(ScratchTabularTests.Engine engine) : IClassFixture<ScratchTabularTests.Engine>
{
    private const double Tolerance = 1e-9;

    [Theory]
    [InlineData("realmlp-binary")]
    [InlineData("realmlp-multiclass")]
    [InlineData("realmlp-regression")]
    [InlineData("realmlp-simplified-multiclass")]
    [InlineData("tabm-multiclass")]
    [InlineData("tabm-regression")]
    public async Task From_equal_weights_batches_and_masks_a_fit_is_that_of_PyTorch(string name)
    {
        var golden = new TabularGolden(name);

        (FittedReply reply, NpyArray predictions) = await engine.FitAsync(golden);

        AreClose(golden.Losses, reply.History.Loss!);
        AreClose(golden.ValidationLosses, reply.History.ValidationLoss!);
        Assert.Equal(golden.Epochs, reply.Epochs);
        Assert.Equal(golden.BestEpoch, reply.BestEpoch ?? reply.Epochs);
        Assert.Equal(golden.Parameters, reply.Parameters);
        AreClose(golden.Predictions, predictions.ToDoubles());
    }

    private static void AreClose(double[] expected, IReadOnlyList<double> actual)
    {
        Assert.Equal(expected.Length, actual.Count);
        for (int i = 0; i < expected.Length; i++)
            Assert.InRange(actual[i], expected[i] - Tolerance, expected[i] + Tolerance);
    }

    public sealed class Engine() : LiveEngine("scratch");
}
