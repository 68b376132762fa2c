namespace FrameworkBench.Engines.Installation;

/// <summary>Installs a Python engine's framework by pip into the project's own environment.</summary>
/// <param name="places">Where the project keeps what it installs.</param>
internal sealed class PythonInstallation(InstallPlaces places)
{
    private const string DebianPackages = "python3-sklearn python3-torch python3-xgboost libopenblas0-pthread";

    public async Task<InstallResult> InstallAsync(InstallRequest request, CancellationToken cancellation)
    {
        string engine = request.Engine.Name;
        string requirements = places.RequirementsOf(request.Engine);
        var tried = new List<string>();
        bool isNew = !Directory.Exists(places.PythonEnvironment);
        if (isNew)
        {
            CommandRun made = await CommandRun.RunAsync(places.Python, ["-m", "venv", places.PythonEnvironment], cancellation)
                .ConfigureAwait(false);
            tried.Add($"{places.Python} -m venv");
            if (!made.Succeeded)
                return Failed(request, tried, made, isNew);
        }

        string[] what = request.Version is null ? ["-r", requirements] : AtVersion(requirements, request);
        string[] from = request.Source is null ? [] : ["--find-links", request.Source];
        CommandRun installed = await CommandRun.RunAsync(
            Interpreter(),
            ["-m", "pip", "install", "--disable-pip-version-check", "--quiet", "--retries", "1", "--timeout", "15", .. what, .. from],
            cancellation).ConfigureAwait(false);
        tried.Add(
            $"pip install {(request.Version is null ? $"-r {Path.GetFileName(requirements)}" : string.Join(' ', what))}"
            + (request.Source is null ? "" : $" from {request.Source}"));
        return installed.Succeeded ? new InstallResult(engine, true, tried, null) : Failed(request, tried, installed, isNew);
    }

    // The packages of the requirements without their versions, which belong together, and the framework at the one that was named.
    private static string[] AtVersion(string requirements, InstallRequest request)
    {
        string module = request.Engine.Modules[^1], framework = module == "sklearn" ? "scikit-learn" : module;
        return
        [
            .. from line in File.ReadLines(requirements)
               where line.Length > 0 && !line.StartsWith('#')
               let package = line.Split('=', 2)[0]
               group line by package into same
               select same.Key == framework ? $"{same.Key}=={request.Version}" : same.Key,
        ];
    }

    private InstallResult Failed(InstallRequest request, List<string> tried, CommandRun run, bool isNew)
    {
        // An environment without any package is of no use to the next run.
        if (isNew && Directory.Exists(places.PythonEnvironment))
            Directory.Delete(places.PythonEnvironment, recursive: true);
        return new InstallResult(
            request.Engine.Name,
            false,
            tried,
            $"{tried[^1]} failed: {run.Problem()}; on Debian: apt-get install {DebianPackages}; "
                + $"or give an interpreter with {string.Join(", ", request.Engine.Modules)} with --python");
    }

    private string Interpreter() => OperatingSystem.IsWindows()
        ? Path.Combine(places.PythonEnvironment, "Scripts", "python.exe")
        : Path.Combine(places.PythonEnvironment, "bin", "python3");
}
