using System.Globalization;
using System.Runtime.InteropServices;
using FrameworkBench.Engines;

namespace FrameworkBench.Tests.Engines;

/// <summary>Engines run within the processors that the harness was given.</summary>
public sealed class PlacementTests
{
    [Fact]
    public void Processors_are_counted_among_those_that_were_given()
    {
        Assert.Equal([5], Placement.On(0, [5, 7]).Processors);
        Assert.Equal([7], Placement.On(1, [5, 7]).Processors);
        Assert.Empty(Placement.On(2, [5, 7]).Processors);
        Assert.Empty(Placement.On(0, []).Processors);
        Assert.Equal([0, 3, 9], ProcessorAffinity.Numbers([0b1001, 0b10]));
    }

    [Fact]
    public void The_processors_given_are_those_of_the_process()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux tells them in /proc");
        Assert.Equal(AllowedOf(Environment.ProcessId), ProcessorAffinity.Given);
    }

    [Fact]
    public async Task An_engine_is_held_to_its_processors_whatever_thread_starts_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && ProcessorAffinity.Given.Count > 1, "needs Linux and two processors");
        (IReadOnlyList<int> anywhere, IReadOnlyList<int> second) = ([], []);
        var thread = new Thread(() =>
        {
            // As a thread is that was made while another one started an engine.
            Hold(ProcessorAffinity.Given[0]);
            anywhere = AllowedWhere(Placement.Anywhere);
            second = AllowedWhere(Placement.On(1));
        });
        thread.Start();
        await Task.Run(thread.Join, TestContext.Current.CancellationToken);

        Assert.Equal(ProcessorAffinity.Given, anywhere);
        Assert.Equal([ProcessorAffinity.Given[1]], second);
    }

    private static IReadOnlyList<int> AllowedWhere(Placement placement)
    {
        var process = EngineProcess.Start(BuiltEngine.Faulty("None"), placement);
        IReadOnlyList<int> allowed = AllowedOf(process.ProcessId);
        process.Kill();
        return allowed;
    }

    // As in "Cpus_allowed_list: 0-3,8".
    private static IReadOnlyList<int> AllowedOf(int process)
    {
        string line = File.ReadLines($"/proc/{process}/status")
            .Single(line => line.StartsWith("Cpus_allowed_list", StringComparison.Ordinal));
        return
        [
            .. line.Split(':')[1].Trim().Split(',')
                .Select(range => range.Split('-').Select(end => int.Parse(end, CultureInfo.InvariantCulture)).ToArray())
                .SelectMany(ends => Enumerable.Range(ends[0], ends[^1] - ends[0] + 1)),
        ];
    }

    private static void Hold(int processor)
    {
        byte[] mask = new byte[128];
        mask[processor / 8] = (byte)(1 << (processor % 8));
        Assert.Equal(0, SetAffinity(0, (nuint)mask.Length, mask));
    }

    [DllImport("libc", EntryPoint = "sched_setaffinity")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetAffinity(int thread, nuint size, byte[] mask);

    [Theory]
    [InlineData(2, 4, true, false)]
    [InlineData(4, 4, true, true)]
    [InlineData(5, 4, false, false)]
    public void A_run_that_may_share_processors_binds_to_them_only_where_it_uses_all(int jobs, int processors, bool alone, bool shared)
    {
        var options = new RunOptions { Jobs = jobs };

        Assert.Equal(
            (alone, shared), (options.BindsOn(processors), (options with { SharesProcessors = true }).BindsOn(processors)));
    }
}
