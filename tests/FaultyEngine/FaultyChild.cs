using System.Diagnostics;

namespace FrameworkBench.FaultyEngine;

/// <summary>
/// Starts a process that sleeps for ten minutes, tells its id on standard error, and has the engine end as the fault says.
/// </summary>
public static class FaultyChild
{
    /// <summary>Starts it.</summary>
    public static void Start(Fault fault)
    {
        string command = fault switch
        {
            Fault.LeavesChild => "sleep 600 </dev/null >/dev/null 2>&1 & echo child $! >&2",
            Fault.CrashLeavesChild => "setsid sleep 600 </dev/null >/dev/null 2>&1 & echo child $! >&2",
            _ => "setsid sleep 600 & echo child $! >&2",
        };
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", command]) { UseShellExecute = false })!;
        shell.WaitForExit();
        if (fault != Fault.LeavesChild)
            Process.GetCurrentProcess().Kill();
    }
}
