using FrameworkBench.Engines;
using FrameworkBench.Engines.Installation;

namespace FrameworkBench.Tests.Engines.Installation;

/// <summary>Installs into a made-up project whose engine builds only with the versions that its feed has.</summary>
public sealed class EngineInstallerTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly EngineDefinition torchSharp = EngineCatalog.Find("torchsharp")!;
    private readonly InstallPlaces places;
    private readonly EngineInstaller installer;

    public EngineInstallerTests()
    {
        places = new InstallPlaces(folder.Path, "Debug", "/no/such/python");
        installer = new EngineInstaller(places);
        Directory.CreateDirectory(Path.GetDirectoryName(places.ProjectOf(torchSharp))!);
        File.WriteAllText(places.ProjectOf(torchSharp), """
            <Project DefaultTargets="Build">
              <Import Project="../../../artifacts/engines/torchsharp.props" Condition="Exists('../../../artifacts/engines/torchsharp.props')" />
              <Target Name="Restore" />
              <Target Name="Build">
                <Error Text="Unable to find package TorchSharp with version $(EnginePackageVersion)" Condition="'$(EnginePackageVersion)' == '9.9.9'" />
              </Target>
            </Project>
            """);
    }

    private string Override => Path.Combine(places.PackageOverrides, "torchsharp.props");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_is_said_of_where_a_framework_came_from_is_kept_until_it_is_taken_back()
    {
        var origins = new EngineOrigins(places);
        origins.Keep("torchsharp", "built from the tag v0.99.6");
        origins.Keep("mlnet", "a mirror");
        origins.Keep("mlnet", " ");

        Assert.Equal(
            [("torchsharp", "built from the tag v0.99.6")],
            origins.Of(["torchsharp", "mlnet", "keras"]).Select(pair => (pair.Key, pair.Value)));
    }

    [Fact]
    public async Task An_engine_takes_the_version_and_source_that_are_named()
    {
        InstallResult result =
            await installer.InstallAsync(
                new InstallRequest(torchSharp, Source: folder.Path, Version: "0.99.6"), TestContext.Current.CancellationToken);

        Assert.True(result.Installed, result.Reason);
        Assert.Contains(
            "<EnginePackageVersion>0.99.6</EnginePackageVersion>",
            await File.ReadAllTextAsync(Override, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains(
            $"<EnginePackageSource>{folder.Path}</EnginePackageSource>",
            await File.ReadAllTextAsync(Override, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Null(installer.EarlierFailure("torchsharp"));
    }

    [Fact]
    public async Task A_package_that_is_not_to_be_had_leaves_the_reason_and_the_solution_as_it_was()
    {
        InstallResult result =
            await installer.InstallAsync(new InstallRequest(torchSharp, Version: "9.9.9"), TestContext.Current.CancellationToken);

        Assert.False(result.Installed);
        Assert.Contains("Unable to find package TorchSharp with version 9.9.9", result.Reason, StringComparison.Ordinal);
        Assert.Contains("--source FOLDER", result.Reason, StringComparison.Ordinal);
        Assert.False(File.Exists(Override));
        Assert.Equal(result.Reason, installer.EarlierFailure("torchsharp"));
    }

    [Fact]
    public async Task A_failed_change_of_version_keeps_the_one_that_works_and_a_success_forgets_the_failure()
    {
        await installer.InstallAsync(new InstallRequest(torchSharp, Version: "0.99.6"), TestContext.Current.CancellationToken);
        await installer.InstallAsync(new InstallRequest(torchSharp, Version: "9.9.9"), TestContext.Current.CancellationToken);

        Assert.Contains("0.99.6", await File.ReadAllTextAsync(Override, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.NotNull(installer.EarlierFailure("torchsharp"));

        await installer.InstallAsync(new InstallRequest(torchSharp, Version: "0.99.7"), TestContext.Current.CancellationToken);

        Assert.Null(installer.EarlierFailure("torchsharp"));
    }

    [Fact]
    public async Task Installed_without_a_version_an_engine_has_its_ordinary_package_again()
    {
        await installer.InstallAsync(new InstallRequest(torchSharp, Version: "0.99.6"), TestContext.Current.CancellationToken);

        InstallResult result = await installer.InstallAsync(new InstallRequest(torchSharp), TestContext.Current.CancellationToken);

        Assert.True(result.Installed, result.Reason);
        Assert.Equal(["dotnet build FrameworkBench.Engines.TorchSharp.csproj"], result.Tried);
        Assert.False(File.Exists(Override));
    }

    [Fact]
    public async Task A_named_version_of_a_Python_framework_takes_the_companions_that_fit_it()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("The interpreter of this test is a shell script.");
            return;
        }

        string python = Path.Combine(places.PythonEnvironment, "bin", "python3");
        Directory.CreateDirectory(Path.GetDirectoryName(python)!);
        await File.WriteAllTextAsync(python, "#!/bin/sh\necho \"error: $*\"\nexit 1\n", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(python, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        string requirements = places.RequirementsOf(EngineCatalog.Find("sklearn")!);
        Directory.CreateDirectory(Path.GetDirectoryName(requirements)!);
        await File.WriteAllLinesAsync(
            requirements,
            ["# Wheels.", "numpy==2.5.5; python_version >= \"3.12\"", "numpy==2.4.6; python_version < \"3.12\"", "scikit-learn==1.9.1"],
            TestContext.Current.CancellationToken);

        InstallResult result =
            await installer.InstallAsync(
                new InstallRequest(EngineCatalog.Find("sklearn")!, Version: "1.5.2"), TestContext.Current.CancellationToken);

        Assert.Equal(["pip install numpy scikit-learn==1.5.2"], result.Tried);
        Assert.Contains("--timeout 15 numpy scikit-learn==1.5.2;", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Python_engine_that_cannot_be_installed_names_the_Debian_packages_and_the_other_way()
    {
        InstallResult result =
            await installer.InstallAsync(new InstallRequest(EngineCatalog.Find("sklearn")!), TestContext.Current.CancellationToken);

        Assert.False(result.Installed);
        Assert.Equal(
            "/no/such/python -m venv failed: '/no/such/python' was not found; on Debian: apt-get install python3-sklearn python3-torch "
                + "python3-xgboost libopenblas0-pthread; or give an interpreter with numpy, sklearn with --python",
            result.Reason);
        Assert.False(Directory.Exists(places.PythonEnvironment));
    }
}
