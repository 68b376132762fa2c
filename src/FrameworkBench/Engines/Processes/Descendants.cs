using System.Diagnostics;
using System.Globalization;

namespace FrameworkBench.Engines.Processes;

/// <summary>
/// Finds and ends the processes that an engine started and that would outlive it. On Linux they are found in <c>/proc</c>: as its
/// children and theirs, and, where their parent has ended, by a variable of their environment that they inherited from it. So a process
/// group or session of their own hides none. Elsewhere only the tree of a living engine is known.
/// </summary>
internal static class Descendants
{
    /// <summary>The environment variable that every process of an engine inherits.</summary>
    public const string Variable = "FRAMEWORKBENCH_OWNER";

    // On a busy machine a process that was told to end is given no processor to do so for tenths of a second.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    // Milliseconds. A process that just becomes another program may show no environment, so that one look does not say that none is left.
    private const int Pause = 10, CalmLooks = 3;

    // Milliseconds; each wait is twice the one before.
    private const int LongestWait = 256;

    private static int marks;

    /// <summary>A value of <see cref="Variable"/> that no other engine of any harness on this machine has.</summary>
    public static string NewMark() =>
        FormattableString.Invariant($"{Environment.ProcessId}-{Guid.NewGuid():N}-{Interlocked.Increment(ref marks)}");

    /// <summary>The living processes of an engine besides its first.</summary>
    /// <param name="root">The id of its first process; null when that has ended.</param>
    /// <param name="mark">What it was given as <see cref="Variable"/>; null to look only for children and theirs.</param>
    public static IReadOnlyList<int> Of(int? root, string? mark)
    {
        if (!OperatingSystem.IsLinux())
            return [];
        (int Id, int Parent)[] all = [.. All()];
        ILookup<int, int> children = all.ToLookup(process => process.Parent, process => process.Id);
        var found = new HashSet<int>();
        var open = new Stack<int>(mark is null ? [] : all.Select(process => process.Id).Where(id => HasMark(id, mark)));
        if (root is { } first)
            open.Push(first);
        while (open.TryPop(out int id))
        {
            if (id != root && !found.Add(id))
                continue;
            foreach (int child in children[id].Where(child => child != root))
                open.Push(child);
        }

        return [.. found];
    }

    /// <summary>Ends them all, and those that they start meanwhile, and waits until they are gone.</summary>
    public static void Kill(int? root, string mark)
    {
        long start = Stopwatch.GetTimestamp();
        for (int calm = 0; calm < CalmLooks && Stopwatch.GetElapsedTime(start) < Patience;)
        {
            IReadOnlyList<int> left = Of(root, mark);
            calm = left.Count == 0 ? calm + 1 : 0;
            foreach (int id in left)
                Kill(id);
            Thread.Sleep(Pause);
        }
    }

    /// <summary>Resident memory of an engine's processes together, in bytes; of its first alone where the others are not known.</summary>
    public static long ResidentBytes(int root) => Of(root, mark: null).Append(root).Sum(ResidentBytesOf);

    private static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It has ended already.
        }
    }

    private static long ResidentBytesOf(int id)
    {
        try
        {
            if (!OperatingSystem.IsLinux())
            {
                using var process = Process.GetProcessById(id);
                return process.WorkingSet64;
            }

            string[] fields = File.ReadAllText($"/proc/{id}/statm").Split(' ');
            return fields.Length > 1 ? long.Parse(fields[1], CultureInfo.InvariantCulture) * Environment.SystemPageSize : 0;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException)
        {
            return 0;
        }
    }

    private static IEnumerable<(int Id, int Parent)> All()
    {
        foreach (string folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out int id)
                && StatOf(id) is { State: not ("Z" or "X") } living)
                yield return (id, living.Parent);
        }
    }

    // The name of a program stands in parentheses and may hold any character; state and parent follow it. A zombie lives no more.
    private static (string State, int Parent)? StatOf(int id)
    {
        try
        {
            string stat = File.ReadAllText($"/proc/{id}/stat");
            string[] fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return fields.Length < 2 ? null : (fields[0], int.Parse(fields[1], CultureInfo.InvariantCulture));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // A program that is just being loaded was already reported as started, so it is waited for.
    private static bool HasMark(int id, string mark)
    {
        try
        {
            string environment = EnvironmentOf(id);
            for (int wait = 1; environment.Length == 0 && wait <= LongestWait && IsBeingLoaded(id); wait *= 2)
            {
                Thread.Sleep(wait);
                environment = EnvironmentOf(id);
            }

            return environment.Contains($"{Variable}={mark}\0", StringComparison.Ordinal);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string EnvironmentOf(int id) => File.ReadAllText($"/proc/{id}/environ");

    // It has memory, unlike the kernel's own threads, and runs or waits for a disk, unlike a program that has no environment at all.
    private static bool IsBeingLoaded(int id) =>
        !File.ReadAllText($"/proc/{id}/statm").StartsWith("0 ", StringComparison.Ordinal) && StatOf(id) is { State: "R" or "D" };
}
