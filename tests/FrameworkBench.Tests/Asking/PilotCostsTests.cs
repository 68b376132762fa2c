using FrameworkBench.Asking;

namespace FrameworkBench.Tests.Asking;

public sealed class PilotCostsTests
{
    private static readonly PilotCosts Costs = new(500, 8, new Dictionary<string, double>
    {
        ["constant"] = 0,
        ["linear"] = 0.01,
        ["boosted"] = 0.05,
        ["network"] = 0.05,
        ["forest"] = 0.2,
        ["realmlp"] = 0.1,
        ["boosted-strong"] = 0.2,
    });

    [Fact]
    public void A_table_that_fits_the_time_is_taken_whole() => Assert.Equal(900, Costs.RowsFor(900, 120));

    [Fact]
    public void Of_a_larger_table_as_many_rows_are_taken_as_fit()
    {
        int rows = Costs.RowsFor(1_000_000, 120);

        Assert.InRange(rows, 1_000, 20_000);
        Assert.InRange(
            Costs.OfRepeat(AskedExperiment.Defaults, rows) + Costs.OfRepeat(AskedExperiment.StrongModels, rows), 20, 0.8 * 120);
    }

    [Fact]
    public void More_time_is_more_rows() => Assert.True(Costs.RowsFor(1_000_000, 1_200) > Costs.RowsFor(1_000_000, 120));

    [Fact]
    public void A_thousand_rows_are_taken_however_short_the_time() => Assert.Equal(1_000, Costs.RowsFor(50_000, 0.1));

    [Fact]
    public void A_fit_that_never_ended_leaves_a_thousand_rows() =>
        Assert.Equal(
            1_000, new PilotCosts(500, 8, new Dictionary<string, double> { ["forest"] = double.PositiveInfinity }).RowsFor(50_000, 120));

    [Theory]
    [InlineData(10_000, true, null)]
    [InlineData(100, false, null)]
    public void Strong_models_are_bagged_where_there_is_time(double coreSeconds, bool bagged, int? epochs) =>
        Assert.Equal((bagged, epochs), Costs.StrongFor(1_000, coreSeconds));

    [Fact]
    public void Where_the_time_is_short_the_strong_network_has_fewer_epochs() =>
        Assert.InRange(Costs.StrongFor(1_000, 12).Epochs!.Value, 16, 255);

    [Theory]
    [InlineData(100, 256)]
    [InlineData(1_024, 256)]
    [InlineData(4_096, 64)]
    [InlineData(100_000, 32)]
    public void Epochs_keep_the_number_of_updates(int rows, int expected) => Assert.Equal(expected, AskedExperiment.EpochsFor(rows));
}
