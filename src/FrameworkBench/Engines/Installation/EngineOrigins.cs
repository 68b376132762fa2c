namespace FrameworkBench.Engines.Installation;

/// <summary>
/// Where the frameworks on this machine came from, in words of whoever put them there: a build from source behaves like a
/// published package or does not, and a reader of results must know which it was.
/// </summary>
/// <param name="places">Where the project keeps what it installs.</param>
public sealed class EngineOrigins(InstallPlaces places)
{
    /// <summary>Keeps what is said of an engine's framework; an empty text forgets it.</summary>
    public void Keep(string engine, string origin)
    {
        ArgumentNullException.ThrowIfNull(origin);
        Directory.CreateDirectory(places.Notes);
        if (origin.Trim().Length == 0)
            File.Delete(FileOf(engine));
        else
            File.WriteAllText(FileOf(engine), origin.Trim() + "\n");
    }

    /// <summary>What is known of some engines, by name; those of which nothing is known are left out.</summary>
    public IReadOnlyDictionary<string, string> Of(IEnumerable<string> engines) =>
        engines.Where(engine => File.Exists(FileOf(engine)))
            .ToDictionary(engine => engine, engine => File.ReadAllText(FileOf(engine)).Trim(), StringComparer.Ordinal);

    private string FileOf(string engine) => Path.Combine(places.Notes, engine + ".origin.txt");
}
