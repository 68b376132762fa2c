using FrameworkBench.Engines.Memory;

namespace FrameworkBench.Tests.Engines.Memory;

/// <summary>Over folders that stand in for the kernel's, which only some machines let a user change.</summary>
public sealed class ControlGroupTests : IDisposable
{
    private readonly TemporaryFolder root = new();

    public void Dispose() => root.Dispose();

    [Fact]
    public void A_process_is_put_into_a_group_beside_that_of_the_harness()
    {
        Home("user", "cpu memory pids");
        Home("user/shell.scope", "");
        using ControlGroup group = ControlGroup.Of(4711, root.Path, "12:devices:/x\n0::/user/shell.scope\n")!;
        Assert.Equal("4711", Read("user", "cgroup.procs"));
        Assert.Equal(("max", "0", "1"), (Read("user", "memory.max"), Read("user", "memory.swap.max"), Read("user", "memory.oom.group")));

        group.Set(500_000_000);
        Assert.Equal("500000000", Read("user", "memory.max"));
        group.Set(null);
        Assert.Equal("max", Read("user", "memory.max"));
    }

    [Fact]
    public void The_group_of_the_harness_is_asked_first()
    {
        Home("user", "memory");
        Home("user/service", "memory");
        using var group = ControlGroup.Of(4711, root.Path, "0::/user/service\n");
        Assert.Equal("4711", Read("user/service", "cgroup.procs"));
    }

    [Fact]
    public void Only_a_kill_since_the_limit_was_set_is_reported()
    {
        Home("", "memory");
        using ControlGroup group = ControlGroup.Of(4711, root.Path, "0::/\n")!;
        Events("oom 3\noom_kill 2\n");
        group.Set(500_000_000);
        Assert.Null(group.Excess("it died", null));
        Events("oom 4\noom_kill 3\noom_group_kill 1\n");
        Assert.Equal("stopped at its memory limit of 500 MB by the system (control group)", group.Excess("it died", null));
        group.Set(null);
        Assert.Null(group.Excess("it died", null));
    }

    [Theory]
    [InlineData("cpu pids", "0::/user\n")]
    [InlineData("memory", "3:memory:/user\n")]
    [InlineData("memory", "0::/user/../..\n")]
    [InlineData("memory", "")]
    public void Without_the_controller_or_a_group_of_version_2_there_is_none(string controllers, string membership)
    {
        Home("user", controllers);
        Assert.Null(ControlGroup.Of(4711, root.Path, membership));
        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(root.Path, "user")));
    }

    private string Home(string path, string controllers)
    {
        string home = Path.Combine(root.Path, path);
        Directory.CreateDirectory(home);
        File.WriteAllText(Path.Combine(home, "cgroup.subtree_control"), controllers + "\n");
        return home;
    }

    private string GroupIn(string home) => Directory.GetDirectories(Path.Combine(root.Path, home), "frameworkbench-*").Single();

    private string Read(string home, string file) => File.ReadAllText(Path.Combine(GroupIn(home), file));

    private void Events(string text) => File.WriteAllText(Path.Combine(GroupIn(""), "memory.events"), text);
}
