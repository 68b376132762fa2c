using System.Runtime.InteropServices;

namespace FrameworkBench.Protocol.Hosting;

/// <summary>Why the native library of a framework does not load, in the loader's own words, and what helps.</summary>
public static class NativeLibraryProblem
{
    /// <summary>Tries to load a package's native library, as it was built beside the engine.</summary>
    /// <param name="package">The package that brings it, for people.</param>
    /// <param name="folder">The engine's folder, below which <c>runtimes/PLATFORM/native</c> holds the native libraries.</param>
    /// <param name="library">The library's name without the platform's prefix and ending, such as <c>LibTorchSharp</c>.</param>
    /// <returns>The reason, without a full stop; null when the library loads.</returns>
    public static string? Find(string package, string folder, string library)
    {
        string platform = PortablePlatform(), natives = Path.Combine(folder, "runtimes", platform, "native");
        string ending = OperatingSystem.IsWindows() ? ".dll" : OperatingSystem.IsMacOS() ? ".dylib" : ".so";
        string? file = new[] { library, "lib" + library }.Select(name => Path.Combine(natives, name + ending)).FirstOrDefault(File.Exists);
        if (file is null)
            return $"{package} has no native library for this platform, {platform}";
        try
        {
            NativeLibrary.Load(file);
            return null;
        }
        catch (Exception error) when (error is DllNotFoundException or BadImageFormatException)
        {
            return Describe(error.Message);
        }
    }

    /// <summary>What the loader said, without the sentence that .NET puts in front of it, and what helps where that is known.</summary>
    /// <param name="message">The message of the exception.</param>
    public static string Describe(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        string[] lines = message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        string reason = lines.Length > 1 ? lines[1] : message.Trim();
        return Help(reason) is { } help ? $"{reason}; {help}" : reason;
    }

    private static string? Help(string reason) => reason switch
    {
        _ when reason.Contains("GLIBCXX_", StringComparison.Ordinal) || reason.Contains("CXXABI_", StringComparison.Ordinal) =>
            "it needs a newer C++ library (libstdc++6): that of GCC 13, as in Debian 13, Ubuntu 24.04 and RHEL 10; "
            + "on Debian 12 install Debian 13's",
        _ when reason.StartsWith("libgomp.so.1: cannot open", StringComparison.Ordinal) =>
            "on Debian and Ubuntu: apt-get install libgomp1",
        _ when reason.Contains("libomp.dylib", StringComparison.Ordinal) => "brew install libomp",
        _ when reason.Contains("0x8007007E", StringComparison.Ordinal) => "the Visual C++ Redistributable (2015 to 2022) may be missing",
        _ => null,
    };

    // Packages have folders for portable names; the runtime's own identifier may name a distribution.
    private static string PortablePlatform()
    {
        string system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
        return $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
    }
}
