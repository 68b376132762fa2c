using System.Globalization;

namespace FrameworkBench.Engines.Memory;

/// <summary>
/// A control group of Linux (version 2) for the processes of one engine. The kernel counts their memory together and ends them all when it
/// does not stay below the limit. A group is made within the one of this process or beside it, where that is permitted.
/// </summary>
internal sealed class ControlGroup : IMemoryLimit
{
    private const string Root = "/sys/fs/cgroup";
    private const string Prefix = "frameworkbench-";
    private const int Attempts = 20;

    private static int made;

    private readonly string folder;
    private long? limit;
    private long killedBefore;

    private ControlGroup(string folder) => this.folder = folder;

    /// <summary>Moves a process into a group of its own; null where that is not permitted.</summary>
    /// <param name="process">The process's id. Those that it starts from now on are in the group too.</param>
    /// <param name="root">Where the groups are.</param>
    /// <param name="membership">The group of this process as <c>/proc/self/cgroup</c> has it; null to read that.</param>
    public static ControlGroup? Of(int process, string root = Root, string? membership = null) =>
        Homes(root, membership ?? Read("/proc/self/cgroup")).Select(home => In(home, process)).FirstOrDefault(group => group is not null);

    /// <inheritdoc/>
    public void Set(long? bytes)
    {
        (limit, killedBefore) = (bytes, Killed());
        Write("memory.max", bytes?.ToString(CultureInfo.InvariantCulture) ?? "max");
    }

    /// <inheritdoc/>
    public string? Excess(string reason, string? log) => limit is { } most && Killed() > killedBefore
        ? $"{MemoryLimits.Stopped(most)} by the system (control group)"
        : null;

    /// <summary>Ends what is left in the group and removes it.</summary>
    public void Dispose()
    {
        Write("cgroup.kill", "1");
        for (int attempt = 0; !Remove(folder) && attempt < Attempts; attempt++)
            Thread.Sleep(attempt);
    }

    // Only a group whose subgroups have the controller may hold one with a limit, and as a rule only one without processes of its own may
    // give it to them: that of this process seldom, the one above more often.
    private static IEnumerable<string> Homes(string root, string membership)
    {
        string? path = membership.Split('\n').FirstOrDefault(line => line.StartsWith("0::/", StringComparison.Ordinal))?[4..];
        if (path is null || path.Split('/').Contains(".."))
            yield break;
        string own = Path.TrimEndingDirectorySeparator(Path.Combine(root, path));
        if (!HasMemory(own))
            TryWrite(Path.Combine(own, "cgroup.subtree_control"), "+memory");
        foreach (string home in path.Length == 0 ? [own] : new[] { own, Path.GetDirectoryName(own)! })
        {
            if (HasMemory(home))
                yield return home;
        }
    }

    private static bool HasMemory(string group) =>
        Read(Path.Combine(group, "cgroup.subtree_control")).Split([' ', '\n']).Contains("memory", StringComparer.Ordinal);

    private static ControlGroup? In(string home, int process)
    {
        string group = Path.Combine(
            home, FormattableString.Invariant($"{Prefix}{Environment.ProcessId}-{Interlocked.Increment(ref made)}"));
        try
        {
            // A group that a run left behind is empty by now; one in use cannot be removed.
            foreach (string left in Directory.EnumerateDirectories(home, Prefix + "*"))
                Remove(left);
            Directory.CreateDirectory(group);
            File.WriteAllText(Path.Combine(group, "memory.max"), "max");
            TryWrite(Path.Combine(group, "memory.swap.max"), "0");
            TryWrite(Path.Combine(group, "memory.oom.group"), "1");
            File.WriteAllText(Path.Combine(group, "cgroup.procs"), process.ToString(CultureInfo.InvariantCulture));
            return new ControlGroup(group);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Remove(group);
            return null;
        }
    }

    private long Killed()
    {
        string? line = Read(Path.Combine(folder, "memory.events")).Split('\n')
            .FirstOrDefault(line => line.StartsWith("oom_kill ", StringComparison.Ordinal));
        return line is null ? 0 : long.Parse(line.AsSpan("oom_kill ".Length), CultureInfo.InvariantCulture);
    }

    private void Write(string name, string text) => TryWrite(Path.Combine(folder, name), text);

    private static void TryWrite(string path, string text)
    {
        try
        {
            File.WriteAllText(path, text);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Not permitted, or not known to this kernel, or the group is gone.
        }
    }

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static bool Remove(string group)
    {
        try
        {
            Directory.Delete(group);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return !Directory.Exists(group);
        }
    }
}
