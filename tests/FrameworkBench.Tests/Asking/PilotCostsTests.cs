using FrameworkBench.Asking;

namespace FrameworkBench.Tests.Asking;

public sealed class PilotCostsTests
{
    private static readonly PilotCosts Costs = Of(
        ("constant", [(500, 0)]),
        ("linear", [(500, 0.01)]),
        ("boosted", [(500, 0.05)]),
        ("network", [(500, 0.05)]),
        ("forest", [(500, 0.2)]),
        ("realmlp", [(500, 0.1)]),
        ("boosted-strong", [(500, 0.2)]));

    [Fact]
    public void A_table_that_fits_the_time_is_taken_whole() => Assert.Equal(900, Costs.RowsFor(900, 120));

    [Fact]
    public void Of_a_larger_table_as_many_rows_are_taken_as_fit()
    {
        int rows = Costs.RowsFor(1_000_000, 120);

        Assert.InRange(rows, 1_000, 20_000);
        Assert.InRange(
            Costs.OfRepeat(AskedModels.Defaults, rows, 5) + Costs.OfRepeat(AskedModels.StrongModels, rows, 5), 20, 0.8 * 120);
    }

    [Fact]
    public void More_time_is_more_rows() => Assert.True(Costs.RowsFor(1_000_000, 1_200) > Costs.RowsFor(1_000_000, 120));

    [Fact]
    public void A_thousand_rows_are_taken_however_short_the_time() => Assert.Equal(1_000, Costs.RowsFor(50_000, 0.1));

    [Fact]
    public void A_fit_that_never_ended_leaves_a_thousand_rows() =>
        Assert.Equal(1_000, Of(("forest", [])).RowsFor(50_000, 120));

    [Fact]
    public void The_time_that_a_process_needs_for_its_first_fits_does_not_grow_with_the_rows()
    {
        PilotCosts cold = Of(("linear", [(480, 0.16), (480, 0.1), (1_920, 0.115)]));

        // A fit on 7,680 rows takes 0.115 s + 5,760 rows at the slope of 0.015 s for 1,440, but at least at 0.3 of 0.115 s for 1,920.
        Assert.Equal(5 * (0.05 + 0.115 + (5_760 * 0.3 * 0.115 / 1_920)), cold.OfRepeat(["linear"], 9_600, 5), 9);
    }

    [Fact]
    public void A_machine_that_was_busy_once_does_not_make_a_model_dear() =>
        Assert.Equal(
            Of(("linear", [(480, 0.1), (1_920, 0.3)])).OfRepeat(["linear"], 50_000, 5),
            Of(("linear", [(480, 2.5), (480, 0.1), (1_920, 0.3), (1_920, 4)])).OfRepeat(["linear"], 50_000, 5));

    [Theory]
    [InlineData(90, 60, new[] { 90 })]
    [InlineData(3_000, 60, new[] { 600 })]
    [InlineData(560_000, 60, new[] { 600, 2_400 })]
    [InlineData(560_000, 600, new[] { 600, 2_400, 9_600 })]
    [InlineData(560_000, 1, new[] { 600 })]
    public void The_samples_of_a_pilot_grow_with_the_table_and_the_time(int rows, int limit, int[] expected) =>
        Assert.Equal(expected, PilotCosts.SamplesOf(rows, TimeSpan.FromSeconds(limit)));

    [Theory]
    [InlineData(10_000, true, null)]
    [InlineData(100, false, null)]
    public void Strong_models_are_bagged_where_there_is_time(double coreSeconds, bool bagged, int? epochs) =>
        Assert.Equal((bagged, epochs), Costs.StrongFor(1_000, 5, coreSeconds)!.Value);

    [Fact]
    public void Where_the_time_is_short_the_strong_network_has_fewer_epochs_but_at_least_half_or_none()
    {
        (bool IsBagged, int? Epochs)?[] strong = [.. Enumerable.Range(1, 100).Select(seconds => Costs.StrongFor(1_000, 5, seconds))];
        Assert.Contains(strong, one => one is null);
        Assert.Contains(strong, one => one is { Epochs: not null });
        Assert.All(strong, one => Assert.True(one is null or { Epochs: null } or { Epochs: >= 128 and < 256 }));
    }

    [Theory]
    [InlineData(100, 256)]
    [InlineData(1_024, 256)]
    [InlineData(4_096, 64)]
    [InlineData(100_000, 32)]
    public void Epochs_keep_the_number_of_updates(int rows, int expected) => Assert.Equal(expected, AskedExperiment.EpochsFor(rows));

    private static PilotCosts Of(params (string Model, (int, double)[] Fits)[] models) =>
        new(8, models.ToDictionary(model => model.Model, IReadOnlyList<(int, double)> (model) => model.Fits));
}
