using System.Diagnostics;
using System.Globalization;

namespace FrameworkBench.Engines;

/// <summary>A process's largest resident memory, from the operating system.</summary>
internal static class PeakMemory
{
    /// <summary>Forgets the peak so far, where the operating system can (Linux).</summary>
    public static void Reset(Process process)
    {
        if (!OperatingSystem.IsLinux())
            return;
        try
        {
            File.WriteAllText($"/proc/{process.Id}/clear_refs", "5");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Without the right to reset it, the peak is that of the process's life: larger, never smaller.
        }
    }

    /// <summary>The peak in bytes; 0 when the process is gone.</summary>
    public static long Read(Process process)
    {
        try
        {
            if (!OperatingSystem.IsLinux())
            {
                process.Refresh();
                return process.PeakWorkingSet64;
            }

            string? line = File.ReadLines($"/proc/{process.Id}/status")
                .FirstOrDefault(text => text.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : 1024 * long.Parse(line.AsSpan(6, line.Length - 6 - 2).Trim(), CultureInfo.InvariantCulture);
        }
        catch (Exception error) when (error is IOException or InvalidOperationException)
        {
            return 0;
        }
    }
}
