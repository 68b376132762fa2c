using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;
using Microsoft.Win32;

namespace FrameworkBench.Results;

/// <summary>The name under which the processor is sold, from the operating system.</summary>
internal static partial class ProcessorName
{
    /// <summary>The name; the processor's architecture where the system does not say.</summary>
    public static string Read()
    {
        string? name = null;
        if (OperatingSystem.IsLinux())
            name = OnLinux();
        else if (OperatingSystem.IsWindows())
            name = OnWindows();
        else if (OperatingSystem.IsMacOS())
            name = OnMac();
        return string.IsNullOrWhiteSpace(name) ? RuntimeInformation.ProcessArchitecture.ToString() : name.Trim();
    }

    private static string? OnLinux()
    {
        string? line = File.ReadLines("/proc/cpuinfo").FirstOrDefault(text => text.StartsWith("model name", StringComparison.Ordinal));
        return line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..];
    }

    [SupportedOSPlatform("windows")]
    private static string? OnWindows() =>
        Registry.GetValue(@"HKEY_LOCAL_MACHINE\HARDWARE\DESCRIPTION\System\CentralProcessor\0", "ProcessorNameString", null) as string;

    [SupportedOSPlatform("macos")]
    private static unsafe string? OnMac()
    {
        const int Longest = 256;
        byte* name = stackalloc byte[Longest];
        nuint length = Longest;
        return SystemControl("machdep.cpu.brand_string", name, ref length, null, 0) == 0
            ? Encoding.UTF8.GetString(name, (int)length).TrimEnd('\0') : null;
    }

    [LibraryImport("libc", EntryPoint = "sysctlbyname", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static unsafe partial int SystemControl(string name, byte* value, ref nuint length, byte* newValue, nuint newLength);
}
