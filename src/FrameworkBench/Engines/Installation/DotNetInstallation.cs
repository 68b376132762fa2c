using System.Xml.Linq;

namespace FrameworkBench.Engines.Installation;

/// <summary>
/// Gives a .NET engine another version or source of its package, named in a property file that the project reads, or the
/// ordinary ones again; takes the change back when the project does not build with it.
/// </summary>
/// <param name="places">Where the project keeps what it installs.</param>
internal sealed class DotNetInstallation(InstallPlaces places)
{
    public async Task<InstallResult> InstallAsync(InstallRequest request, CancellationToken cancellation)
    {
        string engine = request.Engine.Name, project = places.ProjectOf(request.Engine);
        // A package that is no ordinary reference has no usual version but the one that it was tested with.
        string? version = request.Version ?? (request.Engine.HowToGet is null ? null : request.Engine.Tested[^1]);
        string file = Path.Combine(places.PackageOverrides, engine + ".props");
        string? before = File.Exists(file) ? await File.ReadAllTextAsync(file, cancellation).ConfigureAwait(false) : null;
        Directory.CreateDirectory(places.PackageOverrides);
        if ((version ?? request.Source) is null)
            File.Delete(file);
        else
            Write(file, version, request.Source is null ? null : Path.GetFullPath(request.Source));

        CommandRun build = await BuildAsync(request.Engine.Program, project, cancellation).ConfigureAwait(false);
        string tried = $"dotnet build {Path.GetFileName(project)}" + ((version ?? request.Source) is null ? "" : " with "
            + $"{(version is null ? "the usual version" : $"version {version}")} from {request.Source ?? "the usual package source"}");
        if (build.Succeeded)
            return new InstallResult(engine, true, [tried], null);

        if (before is null)
            File.Delete(file);
        else
            await File.WriteAllTextAsync(file, before, cancellation).ConfigureAwait(false);

        // Back to what it was before, so that the solution builds as before.
        await BuildAsync(request.Engine.Program, project, cancellation).ConfigureAwait(false);
        return new InstallResult(engine, false, [tried], $"{tried} failed: {build.Problem()}; try --source FOLDER or --version V");
    }

    private Task<CommandRun> BuildAsync(string program, string project, CancellationToken cancellation) =>
        CommandRun.RunAsync("dotnet", ["build", project, "--nologo", "--verbosity", "quiet", .. Destination(program)], cancellation);

    private string[] Destination(string program) => places.BuiltEngines is { } built
        ? ["--configuration", "Release", "--output", Path.Combine(built, program), $"-p:ArtifactsPath={Path.Combine(built, "artifacts")}",
            $"-p:EngineOverrideFolder={places.PackageOverrides}{Path.DirectorySeparatorChar}", "-p:RunAnalyzers=false"]
        : ["--configuration", places.Configuration];

    private static void Write(string path, string? version, string? source) =>
        new XDocument(new XElement(
            "Project",
            new XElement(
                "PropertyGroup",
                new XElement("EnginePackageVersion", version),
                new XElement("EnginePackageSource", source)))).Save(path);
}
