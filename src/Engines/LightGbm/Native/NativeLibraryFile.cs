using System.Runtime.InteropServices;
using FrameworkBench.Protocol.Hosting;

namespace FrameworkBench.Engines.LightGbm.Native;

/// <summary>The native library's file, which the package has for some platforms and which needs OpenMP's library beside it.</summary>
internal static class NativeLibraryFile
{
    /// <summary>Loads the library, so that the first call does not fail with a list of places.</summary>
    /// <exception cref="EngineUnavailableException">There is no library for this platform, or it does not load.</exception>
    public static void Load()
    {
        string name = NativeMethods.Library + (OperatingSystem.IsWindows() ? ".dll" : OperatingSystem.IsMacOS() ? ".dylib" : ".so");
        string folders = AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") as string ?? AppContext.BaseDirectory;
        string path = folders.Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists)
            ?? throw new EngineUnavailableException(
                $"no {name} for {RuntimeInformation.RuntimeIdentifier}: the LightGBM package has one for linux-x64, osx-x64 and win-x64");
        try
        {
            NativeLibrary.Load(path);
        }
        catch (DllNotFoundException notLoaded)
        {
            throw new EngineUnavailableException($"LightGBM's native library does not load: {LoadersOwn(notLoaded.Message)}; {Remedy}", notLoaded);
        }
    }

    private static string Remedy =>
        OperatingSystem.IsWindows() ? "the Visual C++ Redistributable for x64 has what it needs"
        : OperatingSystem.IsMacOS() ? "`brew install libomp` gets what it needs"
        : "on Debian and Ubuntu `apt-get install libgomp1` gets OpenMP's library, which it needs";

    // .NET puts general advice before what the platform's loader said, which is the last line.
    private static string LoadersOwn(string message) =>
        message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[^1];
}
