namespace FrameworkBench.Engines.Tests;

/// <summary>RealMLP and TabM from scratch, against the fits that PyTorch does from the same weights, batches and masks.</summary>
public sealed class ScratchTabularTests(ScratchTabularTests.Engine engine) : IClassFixture<ScratchTabularTests.Engine>
{
    [Theory]
    [MemberData(nameof(TabularGolden.Names), MemberType = typeof(TabularGolden))]
    public Task From_equal_weights_batches_and_masks_a_fit_is_that_of_PyTorch(string name) => new TabularGolden(name).HoldAsync(engine);

    public sealed class Engine() : LiveEngine("scratch");
}
