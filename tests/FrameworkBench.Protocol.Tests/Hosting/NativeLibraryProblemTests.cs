using System.Runtime.InteropServices;
using FrameworkBench.Protocol.Hosting;

namespace FrameworkBench.Protocol.Tests.Hosting;

public sealed class NativeLibraryProblemTests : IDisposable
{
    private const string Preamble =
        "Unable to load shared library '/engine/libLibTorchSharp.so' or one of its dependencies. "
        + "In order to help diagnose loading problems, "
        + "consider using a tool like strace. If you're using glibc, consider setting the LD_DEBUG environment variable: \n";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("frameworkbench-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData(
        "/lib/libstdc++.so.6: version `GLIBCXX_3.4.32' not found (required by /engine/libLibTorchSharp.so)",
        "; it needs a newer C++ library (libstdc++6): that of GCC 13, as in Debian 13, Ubuntu 24.04 and RHEL 10; "
        + "on Debian 12 install Debian 13's")]
    [InlineData(
        "libgomp.so.1: cannot open shared object file: No such file or directory", "; on Debian and Ubuntu: apt-get install libgomp1")]
    [InlineData("libtorch.so: cannot open shared object file: No such file or directory", "")]
    public void The_loaders_own_line_is_the_reason_and_what_helps_stands_behind_it(string line, string help) =>
        Assert.Equal(line + help, NativeLibraryProblem.Describe(Preamble + line + "\n"));

    [Fact]
    public void A_message_of_one_line_is_the_reason()
    {
        const string Message = "Unable to load DLL 'C:\\engine\\lib_lightgbm.dll' or one of its dependencies: "
            + "The specified module could not be found. (0x8007007E)";
        Assert.Equal(
            Message + "; the Visual C++ Redistributable (2015 to 2022) may be missing", NativeLibraryProblem.Describe(Message));
    }

    [Fact]
    public void A_package_without_a_library_for_the_platform_says_so() =>
        Assert.Equal(
            $"Anything 1.0 has no native library for this platform, {Platform}",
            NativeLibraryProblem.Find("Anything 1.0", folder.FullName, "anything"));

    [Fact]
    public void A_file_that_is_no_library_is_named()
    {
        string file = Place("libanything.so", "libanything.dylib", "anything.dll");

        string? problem = NativeLibraryProblem.Find("Anything 1.0", folder.FullName, "anything");

        Assert.Contains(Path.GetFileName(file), problem, StringComparison.Ordinal);
        Assert.DoesNotContain("strace", problem, StringComparison.Ordinal);
    }

    private static string Platform =>
        (OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux")
        + "-" + RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();

    private string Place(string linux, string macOS, string windows)
    {
        string natives = Directory.CreateDirectory(Path.Combine(folder.FullName, "runtimes", Platform, "native")).FullName;
        string file = Path.Combine(natives, OperatingSystem.IsWindows() ? windows : OperatingSystem.IsMacOS() ? macOS : linux);
        File.WriteAllText(file, "no library");
        return file;
    }
}
