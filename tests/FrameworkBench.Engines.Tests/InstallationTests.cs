using System.Runtime.InteropServices;

namespace FrameworkBench.Engines.Tests;

public sealed class InstallationTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData("torchsharp", "^TorchSharp's native library does not load: .+")]
    [InlineData("mlnet", "^$")]
    [InlineData("lightgbm", "^LightGBM's native library does not load: .+")]
    [InlineData("keras-net", "^(not installed: run `frameworkbench engines install keras-net`|Keras.NET is installed, but .*)$")]
    public async Task An_engine_says_hello_or_why_not_in_one_sentence(string name, string reason)
    {
        try
        {
            Assert.Equal(name, await HelloAsync(Command(name)));
        }
        catch (EngineException refused)
        {
            Assert.Matches(reason, refused.Message);
        }
    }

    [Fact]
    public async Task An_engine_whose_native_library_does_not_load_says_what_the_loader_said()
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64)
            Assert.Skip("The copy of the engine in this test is made for Linux on x64.");
        DirectoryInfo copy = CopyWithoutNativeCode(Path.GetDirectoryName(Command("torchsharp").Arguments[0])!);
        try
        {
            var broken = new EngineCommand("dotnet", [Path.Combine(copy.FullName, "FrameworkBench.Engines.TorchSharp.dll")]);

            EngineException refused = await Assert.ThrowsAsync<EngineException>(() => HelloAsync(broken));

            string file = Path.Combine(copy.FullName, "runtimes", "linux-x64", "native", "libLibTorchSharp.so");
            Assert.Equal($"TorchSharp's native library does not load: {file}: file too short", refused.Message);
        }
        finally
        {
            copy.Delete(recursive: true);
        }
    }

    private static EngineCommand Command(string name)
    {
        var finder = new EngineFinder(new EngineFinderOptions { PythonHostFolder = "", Interpreters = [] });
        (EngineCommand? command, string? reason) = finder.Find(EngineCatalog.Find(name)!);
        Assert.True(command is not null, reason);
        return command;
    }

    private static async Task<string> HelloAsync(EngineCommand command)
    {
        await using var process = EngineProcess.Start(command, Placement.Anywhere);
        return (await process.HelloAsync(Limit, TestContext.Current.CancellationToken)).Engine;
    }

    // The managed code as it is, and an empty file for each native library, which the program's list of files must find.
    private static DirectoryInfo CopyWithoutNativeCode(string folder)
    {
        DirectoryInfo copy = Directory.CreateTempSubdirectory("frameworkbench-broken-");
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(copy.FullName, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            if (file.Contains("runtimes", StringComparison.Ordinal))
                File.WriteAllBytes(target, []);
            else
                File.Copy(file, target);
        }

        return copy;
    }
}
