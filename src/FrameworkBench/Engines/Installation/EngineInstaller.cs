namespace FrameworkBench.Engines.Installation;

/// <summary>Gets the frameworks of engines onto this machine, inside the project's own folders.</summary>
/// <param name="places">Where the project keeps what it installs.</param>
public sealed class EngineInstaller(InstallPlaces places)
{
    /// <summary>Installs one engine's framework.</summary>
    /// <exception cref="OperationCanceledException">The installation was stopped.</exception>
    public async Task<InstallResult> InstallAsync(InstallRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        InstallResult result = request.Engine.Language == EngineLanguage.Python
            ? await new PythonInstallation(places).InstallAsync(request, cancellation).ConfigureAwait(false)
            : await new DotNetInstallation(places).InstallAsync(request, cancellation).ConfigureAwait(false);
        Note(result);
        return result;
    }

    /// <summary>Why an earlier attempt failed, so that it need not be repeated at every run; null when there was none.</summary>
    public string? EarlierFailure(string engine) => File.Exists(NoteOf(engine)) ? File.ReadAllText(NoteOf(engine)).Trim() : null;

    private void Note(InstallResult result)
    {
        Directory.CreateDirectory(places.Notes);
        if (result.Installed)
            File.Delete(NoteOf(result.Engine));
        else
            File.WriteAllText(NoteOf(result.Engine), result.Reason + "\n");
    }

    private string NoteOf(string engine) => Path.Combine(places.Notes, engine + ".failed.txt");
}
