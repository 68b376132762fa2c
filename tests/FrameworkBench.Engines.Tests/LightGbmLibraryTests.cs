using System.Runtime.InteropServices;
using System.Text;

namespace FrameworkBench.Engines.Tests;

public sealed class LightGbmLibraryTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), "frameworkbench-" + Guid.NewGuid().ToString("N"));

    public LightGbmLibraryTests()
    {
        var finder = new EngineFinder(new EngineFinderOptions { PythonHostFolder = "", Interpreters = [] });
        (EngineCommand? command, _) = finder.Find(EngineCatalog.Find("lightgbm")!);
        string built = Path.GetDirectoryName(command!.Arguments[0])!;
        foreach (string file in Directory.EnumerateFiles(built, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(folder, Path.GetRelativePath(built, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Only_this_platforms_library_is_built_in()
    {
        string library = Assert.Single(Directory.EnumerateFiles(Path.Combine(folder, "runtimes"), "*", SearchOption.AllDirectories));

        string path = Path.GetRelativePath(Path.Combine(folder, "runtimes"), library);
        Assert.Equal(RuntimeInformation.RuntimeIdentifier, path.Split(Path.DirectorySeparatorChar)[0]);
    }

    [Fact]
    public async Task A_platform_without_a_library_is_named()
    {
        Directory.Delete(Path.Combine(folder, "runtimes"), recursive: true);
        File.Delete(Path.Combine(folder, "FrameworkBench.Engines.LightGbm.deps.json"));

        Assert.Matches(
            "^LightGBM's native library does not load: LightGBM [0-9.]+ has no native library for this platform, [a-z]+-[a-z0-9]+$",
            await RefusalAsync());
    }

    [Fact]
    public async Task A_missing_OpenMP_library_is_named_by_the_loader()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The loader's words are those of Linux.");
        string library = Path.Combine(folder, "runtimes", RuntimeInformation.RuntimeIdentifier, "native", "lib_lightgbm.so");
        string text = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(library, TestContext.Current.CancellationToken));
        byte[] needsAnother = Encoding.Latin1.GetBytes(text.Replace("libgomp.so.1", "libgomp.so.0", StringComparison.Ordinal));
        await File.WriteAllBytesAsync(library, needsAnother, TestContext.Current.CancellationToken);

        Assert.Equal(
            "LightGBM's native library does not load: libgomp.so.0: cannot open shared object file: No such file or directory",
            await RefusalAsync());
    }

    private async Task<string> RefusalAsync()
    {
        var command = new EngineCommand("dotnet", [Path.Combine(folder, "FrameworkBench.Engines.LightGbm.dll")]);
        await using var process = EngineProcess.Start(command, Placement.Anywhere);
        EngineException refused = await Assert.ThrowsAsync<EngineException>(
            () => process.HelloAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
        return refused.Message;
    }
}
