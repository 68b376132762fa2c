using System.Globalization;

namespace FrameworkBench.Tests.Trials.Storing.Simulated;

/// <summary>
/// What a store kept survives whatever happens, in any order. <c>FRAMEWORKBENCH_SCHEDULES=10000</c> runs that many histories.
/// </summary>
public sealed class StoreScheduleTests
{
    private static readonly SimulatedFaults Faults = new()
    {
        Kill = 0.004,
        PowerLoss = 0.002,
        Full = 0.03,
        FailedFlush = 0.02,
        Meanwhile = 0.05,
    };

    private static int Count =>
        int.Parse(Environment.GetEnvironmentVariable("FRAMEWORKBENCH_SCHEDULES") ?? "200", CultureInfo.InvariantCulture);

    [Fact]
    public void What_was_kept_survives_crashes_power_losses_full_disks_and_packing()
    {
        for (int seed = 0; seed < Count; seed++)
            Assert.Null(FailureOf(seed, Faults));
    }

    [Fact]
    public void A_store_whose_files_are_not_flushed_is_found_out() => AssertIsFoundOut(Faults with { FilesAreNotFlushed = true });

    [Fact]
    public void A_store_whose_names_are_not_flushed_is_found_out() => AssertIsFoundOut(Faults with { NamesAreNotFlushed = true });

    private static void AssertIsFoundOut(SimulatedFaults faults) =>
        Assert.Contains(Enumerable.Range(0, 100), seed => FailureOf(seed, faults) is not null);

    private static string? FailureOf(int seed, SimulatedFaults faults)
    {
        Exception? failure = Record.Exception(() => StoreSchedule.Run(seed, faults));
        return failure is null ? null : $"seed {seed}: {failure}";
    }
}
