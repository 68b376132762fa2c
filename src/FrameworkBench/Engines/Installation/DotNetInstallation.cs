using System.Xml.Linq;

namespace FrameworkBench.Engines.Installation;

/// <summary>Lights up a .NET engine: names its package in a property file and builds it; takes the file back when that fails.</summary>
/// <param name="places">Where the project keeps what it installs.</param>
internal sealed class DotNetInstallation(InstallPlaces places)
{
    // The versions that the engines' source is written for.
    private static readonly Dictionary<string, string> TestedVersions = new(StringComparer.Ordinal)
    {
        ["torchsharp"] = "0.106.0",
        ["mlnet"] = "5.0.0",
        ["keras-net"] = "3.8.6",
    };

    public async Task<InstallResult> InstallAsync(InstallRequest request, CancellationToken cancellation)
    {
        string engine = request.Engine.Name, project = places.ProjectOf(request.Engine);
        string? version = request.Version ?? TestedVersions.GetValueOrDefault(engine);
        string lightUp = Path.Combine(places.LightUps, engine + ".props");
        string? before = File.Exists(lightUp) ? await File.ReadAllTextAsync(lightUp, cancellation).ConfigureAwait(false) : null;
        if (version is not null)
            Write(lightUp, version, request.Source is null ? null : Path.GetFullPath(request.Source));

        CommandRun build = await BuildAsync(project, cancellation).ConfigureAwait(false);
        string tried = $"dotnet build {Path.GetFileName(project)}" + (version is null ? "" : $" with version {version} from {request.Source ?? "the usual package source"}");
        if (build.Succeeded)
            return new InstallResult(engine, true, [tried], null);

        if (before is null)
            File.Delete(lightUp);
        else
            await File.WriteAllTextAsync(lightUp, before, cancellation).ConfigureAwait(false);

        // Back to what was there, so that the solution builds as before.
        await BuildAsync(project, cancellation).ConfigureAwait(false);
        return new InstallResult(engine, false, [tried], $"{tried} failed: {build.Problem()}; another source can be given with --source FOLDER and another version with --version V");
    }

    private Task<CommandRun> BuildAsync(string project, CancellationToken cancellation) =>
        CommandRun.RunAsync("dotnet", ["build", project, "--configuration", places.Configuration, "--nologo", "--verbosity", "quiet"], cancellation);

    private static void Write(string path, string version, string? source)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        new XDocument(new XElement(
            "Project",
            new XElement(
                "PropertyGroup",
                new XElement("EnginePackageVersion", version),
                new XElement("EnginePackageSource", source)))).Save(path);
    }
}
