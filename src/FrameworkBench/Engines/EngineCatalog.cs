using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FrameworkBench.Engines;

/// <summary>
/// The engines of this project, in the order in which tables show them, and those of folders outside it; each folder has an
/// <c>engine.json</c>.
/// </summary>
public static class EngineCatalog
{
    private const string ManifestPrefix = "engine:";

    /// <summary>How manifests are read.</summary>
    internal static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    };

    /// <summary>All engines of the project.</summary>
    public static IReadOnlyList<EngineDefinition> All { get; } = Read(typeof(EngineCatalog).Assembly);

    /// <summary>The engine of a name, or null.</summary>
    public static EngineDefinition? Find(string name) => All.FirstOrDefault(engine => engine.Name == name);

    /// <summary>The project's engines, then those of some folders, in the order given.</summary>
    /// <param name="folders">Folders of engines outside the project.</param>
    /// <exception cref="IOException">A folder has no sound manifest, or its engine has the name of another one.</exception>
    public static IReadOnlyList<EngineDefinition> With(IEnumerable<string> folders)
    {
        ArgumentNullException.ThrowIfNull(folders);
        List<EngineDefinition> engines = [.. All];
        foreach (string folder in folders)
        {
            EngineDefinition engine = EngineFolder.Read(folder);
            if (engines.Find(other => other.Name == engine.Name) is { } same)
            {
                string whose = same.Folder is { } other ? $"the engine in {other}" : "an engine of FrameworkBench";
                throw new IOException($"{EngineFolder.ManifestOf(folder)}: name: '{engine.Name}' is {whose}; give this one another name");
            }

            engines.Add(engine);
        }

        return engines;
    }

    // The build embeds the manifest of every engine's folder.
    private static EngineDefinition[] Read(Assembly assembly) =>
    [
        .. from name in assembly.GetManifestResourceNames()
           where name.StartsWith(ManifestPrefix, StringComparison.Ordinal)
           let manifest = Parse(assembly, name)
           orderby manifest.Order
           select manifest.Definition,
    ];

    private static EngineManifest Parse(Assembly assembly, string name)
    {
        using Stream stream = assembly.GetManifestResourceStream(name)!;
        try
        {
            return JsonSerializer.Deserialize<EngineManifest>(stream, Json)!;
        }
        catch (JsonException error)
        {
            throw new InvalidOperationException($"src/Engines/{name[ManifestPrefix.Length..]}engine.json: {error.Message}", error);
        }
    }
}
