using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FrameworkBench.Engines;

/// <summary>The engines that this project knows, in the order in which tables show them: those whose folder has an <c>engine.json</c>.</summary>
public static class EngineCatalog
{
    private const string ManifestPrefix = "engine:";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>All engines.</summary>
    public static IReadOnlyList<EngineDefinition> All { get; } = Read(typeof(EngineCatalog).Assembly);

    /// <summary>The engine of a name, or null.</summary>
    public static EngineDefinition? Find(string name) => All.FirstOrDefault(engine => engine.Name == name);

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
