using FrameworkBench.Engines;

namespace FrameworkBench.Tests.Engines;

/// <summary>Engines from folders outside the project.</summary>
public sealed class EngineFolderTests : IDisposable
{
    private const string Sound =
        """{"name": "own", "framework": "Own", "language": "python", "program": "own.py", "arguments": ["--fast"]}""";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void An_engine_of_a_folder_stands_behind_those_of_the_project()
    {
        folder.Write("own.py", "");
        folder.Write("engine.json", Sound.Replace("}", ", \"installable\": true, \"most_seeds\": 3}", StringComparison.Ordinal));

        IReadOnlyList<EngineDefinition> engines = EngineCatalog.With([folder.Path]);

        Assert.Equal([.. EngineCatalog.All.Select(engine => engine.Name), "own"], engines.Select(engine => engine.Name));
        Assert.Equal((folder.Path, Path.Combine(folder.Path, "own.py")), (engines[^1].Folder, engines[^1].Program));
        Assert.Equal((null, null, null), (engines[^1].HowToGet, engines[^1].MostSeeds, engines[^1].MostSeedsWhenLong));
    }

    [Theory]
    [InlineData("python", "own.py", "PYTHON -u FOLDER/own.py --fast")]
    [InlineData("python", "own:Own", "PYTHON -u HOST/host/engine.py FOLDER --fast")]
    [InlineData("dotnet", "own.dll", "DOTNET FOLDER/own.dll --fast")]
    [InlineData("program", "own.dll", "FOLDER/own.dll --fast")]
    public void A_program_is_started_by_its_language(string language, string program, string expected)
    {
        folder.Write("own.py", "");
        folder.Write("own.dll", "");
        folder.Write("engine.json", Manifest(language, program));
        string host = Path.Combine(RepositoryFiles.Root, "src", "Engines", "Python");

        // Every interpreter has all of no modules, so that this one is not asked.
        string python = OperatingSystem.IsWindows() ? "python" : "python3";
        var finder = new EngineFinder(new EngineFinderOptions { PythonHostFolder = host, Interpreters = [python], DotNetHost = "DOTNET" });
        (EngineCommand? command, string? reason) = finder.Find(EngineCatalog.With([folder.Path])[^1]);

        Assert.SkipWhen(reason?.Contains("not found", StringComparison.Ordinal) ?? false, $"{reason}");
        Assert.Equal(expected, string.Join(' ', [command!.FileName, .. command.Arguments])
            .Replace(host, "HOST", StringComparison.Ordinal).Replace(folder.Path, "FOLDER", StringComparison.Ordinal)
            .Replace(python, "PYTHON", StringComparison.Ordinal).Replace('\\', '/'));
    }

    [Fact]
    public void A_command_needs_no_file()
    {
        folder.Write("engine.json", Manifest("program", "dotnet"));

        Assert.Equal("dotnet", EngineCatalog.With([folder.Path])[^1].Program);
    }

    [Theory]
    [InlineData("\"program\":", "\n\"program\"", ":2: '\"' is invalid after a property name. Expected a ':'")]
    [InlineData(
        "\"framework\": \"Own\",", "",
        ": 'framework' is missing; an engine.json is an object with at least name, framework, language, program")]
    [InlineData("\"own\"", "null", ":1: name: The property or field 'name' on type 'FrameworkBench.Engines.EngineManifest' doesn't "
        + "allow setting null values. Consider updating its nullability annotation")]
    [InlineData("python", "rust", ":1: language: must be one of dotnet, python, program")]
    [InlineData("\"name\"", "\"colour\": 1,\n\"name\"", ":1: colour: The JSON property 'colour' could not be mapped to any .NET member "
        + "contained in type 'FrameworkBench.Engines.EngineManifest'")]
    [InlineData("\"own.py\"", "\"own.py\", \"\\ud800\": 1", ": a text has half of a character, such as '\\ud800'; expected whole ones")]
    [InlineData("own.py", "other.py", ": program: no file 'other.py' in the engine's folder")]
    [InlineData("own.py", "other:Own", ": program: no file 'other.py' in the engine's folder")]
    [InlineData(
        "python\", \"program\": \"own.py", "program\", \"program\": \"no-such",
        ": program: no file 'no-such' in the engine's folder, nor a command of that name")]
    [InlineData(
        "\"own\"", "\"my own\"",
        ": name: 'my own' cannot be a name; use letters, digits, '-', '_' and '.', and begin with a letter or digit")]
    [InlineData("\"own\"", "\"scratch\"", ": name: 'scratch' is an engine of FrameworkBench; give this one another name")]
    public void What_is_wrong_with_a_manifest_is_said_with_its_place(string old, string changed, string expected)
    {
        folder.Write("own.py", "");
        string path = folder.Write("engine.json", Sound.Replace(old, changed, StringComparison.Ordinal));

        Assert.Equal(path + expected, ProblemOf(folder.Path));
    }

    [Fact]
    public void A_folder_without_a_manifest_and_a_name_given_twice_are_refused()
    {
        Assert.Equal(
            $"{folder.Path}: no 'engine.json' in this folder; must be a folder whose engine.json names an engine's program",
            ProblemOf(folder.Path));
        Assert.Equal("no/such: no such folder; must be a folder whose engine.json names an engine's program", ProblemOf("no/such"));
        folder.Write("own.py", "");
        folder.Write("engine.json", Sound);
        Assert.Equal(
            $"{Path.Combine(folder.Path, "engine.json")}: name: 'own' is the engine in {folder.Path}; give this one another name",
            ProblemOf(folder.Path, folder.Path));
    }

    [Fact]
    public void Trials_of_an_edited_engine_are_others()
    {
        folder.Write("engine.json", Sound);
        folder.Write("own.py", "print(1)");
        string? before = EngineCatalog.With([folder.Path])[^1].Build, again = EngineCatalog.With([folder.Path])[^1].Build;
        folder.Write("own.py", "print(2)");

        Assert.Equal(before, again);
        Assert.NotEqual(before, EngineCatalog.With([folder.Path])[^1].Build);
    }

    private static string Manifest(string language, string program) =>
        Sound.Replace("python", language, StringComparison.Ordinal).Replace("own.py", program, StringComparison.Ordinal);

    private static string ProblemOf(params string[] folders) => Assert.Throws<IOException>(() => EngineCatalog.With(folders)).Message;
}
