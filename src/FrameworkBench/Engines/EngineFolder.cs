using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using FrameworkBench.Reading;

namespace FrameworkBench.Engines;

/// <summary>Reads the folder of an engine outside the project.</summary>
internal static partial class EngineFolder
{
    private static readonly string[] Required = ["name", "framework", "language", "program"];

    /// <summary>The manifest of a folder.</summary>
    public static string ManifestOf(string folder) => Path.Combine(folder, "engine.json");

    /// <summary>The engine of a folder.</summary>
    /// <exception cref="IOException">There is no sound manifest, or its program is missing.</exception>
    public static EngineDefinition Read(string folder)
    {
        string path = ManifestOf(folder);
        if (!File.Exists(path))
        {
            string found = Directory.Exists(folder) ? "no 'engine.json' in this folder" : "no such folder";
            throw new IOException($"{folder}: {found}; must be a folder whose engine.json names an engine's program");
        }

        EngineManifest manifest = Parse(path);
        if (!Names.IsGood(manifest.Name))
        {
            throw new IOException($"{path}: name: '{manifest.Name}' cannot be a name; "
                + "use letters, digits, '-', '_' and '.', and begin with a letter or digit");
        }

        string full = Path.GetFullPath(folder);
        string? file = FileOf(manifest, full, path);
        return manifest.Definition with
        {
            Folder = full,
            Program = IsHosted(manifest) ? full : file ?? manifest.Program,
            HowToGet = null,

            // Results are verified without the folder, so that limits in it would be unknown there.
            MostSeeds = null,
            MostSeedsWhenLong = null,
            Build = BuildOf([.. Directory.GetFiles(full), .. file is null ? Array.Empty<string>() : [file]]),
        };
    }

    private static EngineManifest Parse(string path)
    {
        string text = RegularFile.ReadText(path);
        try
        {
            using var document = JsonDocument.Parse(text);
            JsonElement root = document.RootElement;
            if (Required.FirstOrDefault(key => root.ValueKind != JsonValueKind.Object || !root.TryGetProperty(key, out _)) is { } missing)
                throw new IOException(
                    $"{path}: '{missing}' is missing; an engine.json is an object with at least {string.Join(", ", Required)}");
            return JsonSerializer.Deserialize<EngineManifest>(text, EngineCatalog.Json)!;
        }
        catch (JsonException error)
        {
            // What follows in the message is the place, in other words.
            string key = error.Path is { Length: > 2 } place ? $"{place[2..]}: " : "";
            string what = key == "language: "
                ? "must be one of dotnet, python, program"
                : error.Message.Split(" Path: ")[0].Split(" LineNumber: ")[0].TrimEnd('.');
            throw new IOException($"{path}:{error.LineNumber + 1}: {key}{what}", error);
        }
        catch (InvalidOperationException error)
        {
            // It is sound JSON, but the text of a name cannot be read.
            throw new IOException($"{path}: a text has half of a character, such as '\\ud800'; expected whole ones", error);
        }
    }

    private static bool IsHosted(EngineManifest manifest) =>
        manifest.Language == EngineLanguage.Python && HostedClass().IsMatch(manifest.Program);

    // The file to start, or that of the class; null for a command of PATH.
    private static string? FileOf(EngineManifest manifest, string folder, string shown)
    {
        string file = IsHosted(manifest) ? $"{manifest.Program.Split(':')[0]}.py" : manifest.Program;
        string path = Path.GetFullPath(file, folder);
        bool isCommand = manifest.Language == EngineLanguage.Program && file.IndexOfAny(['/', '\\']) < 0;
        string[] endings = OperatingSystem.IsWindows() && manifest.Language == EngineLanguage.Program ? ["", ".exe"] : [""];
        if (endings.Select(ending => path + ending).FirstOrDefault(File.Exists) is { } found)
            return found;
        string[] places = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        if (isCommand && places.Any(place => endings.Any(ending => File.Exists(Path.Combine(place, file + ending)))))
            return null;
        string nor = isCommand ? ", nor a command of that name" : "";
        throw new IOException($"{shown}: program: no file '{file}' in the engine's folder{nor}");
    }

    private static string BuildOf(IEnumerable<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string file in files.Distinct().Order(StringComparer.Ordinal))
        {
            using FileStream content = RegularFile.Open(file);
            hash.AppendData(SHA256.HashData(content));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    [GeneratedRegex(@"^\w+:\w+$")]
    private static partial Regex HostedClass();
}
