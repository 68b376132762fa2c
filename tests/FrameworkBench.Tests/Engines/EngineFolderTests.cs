using FrameworkBench.Engines;

namespace FrameworkBench.Tests.Engines;

/// <summary>Engines from folders outside the project.</summary>
public sealed class EngineFolderTests : IDisposable
{
    private const string Sound = """{"name": "own", "framework": "Own", "language": "python", "program": "own.py", "arguments": ["--fast"]}""";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void An_engine_of_a_folder_stands_behind_those_of_the_project()
    {
        folder.Write("own.py", "");
        folder.Write("engine.json", Sound);

        IReadOnlyList<EngineDefinition> engines = EngineCatalog.With([folder.Path]);

        Assert.Equal([.. EngineCatalog.All.Select(engine => engine.Name), "own"], engines.Select(engine => engine.Name));
        Assert.Equal((folder.Path, Path.Combine(folder.Path, "own.py"), null), (engines[^1].Folder, engines[^1].Program, engines[^1].HowToGet));
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
            .Replace(host, "HOST", StringComparison.Ordinal).Replace(folder.Path, "FOLDER", StringComparison.Ordinal).Replace(python, "PYTHON", StringComparison.Ordinal).Replace('\\', '/'));
    }

    [Fact]
    public void A_command_needs_no_file()
    {
        folder.Write("engine.json", Manifest("program", "dotnet"));

        Assert.Equal("dotnet", EngineCatalog.With([folder.Path])[^1].Program);
    }

    [Theory]
    [InlineData("{\"name\": \"own\",\n  \"framework\": }", "engine.json:2: '}' is an invalid start of a value")]
    [InlineData("{\"name\": \"own\", \"language\": \"python\", \"program\": \"own.py\"}", "engine.json: 'framework' is missing; an engine.json is an object with at least name, framework, language, program")]
    [InlineData("[]", "engine.json: 'name' is missing; an engine.json is an object with at least name, framework, language, program")]
    [InlineData("{\"name\": \"own\", \"framework\": \"Own\",\n\"language\": \"rust\", \"program\": \"own\"}", "engine.json:2: language: must be one of dotnet, python, program")]
    [InlineData("{\"name\": \"own\", \"framework\": \"Own\", \"language\": \"python\", \"program\": \"other.py\"}", "engine.json: program: no file 'other.py' in the engine's folder")]
    [InlineData("{\"name\": \"own\", \"framework\": \"Own\", \"language\": \"python\", \"program\": \"other:Own\"}", "engine.json: program: no file 'other.py' in the engine's folder")]
    [InlineData("{\"name\": \"own\", \"framework\": \"Own\", \"language\": \"program\", \"program\": \"no-such-command\"}", "engine.json: program: no file 'no-such-command' in the engine's folder, nor a command of that name")]
    [InlineData("{\"name\": \"my own\", \"framework\": \"Own\", \"language\": \"python\", \"program\": \"own.py\"}", "engine.json: name: 'my own' cannot be a name; use letters, digits, '-', '_' and '.', and begin with a letter or digit")]
    [InlineData("{\"name\": \"scratch\", \"framework\": \"Own\", \"language\": \"python\", \"program\": \"own.py\"}", "engine.json: name: 'scratch' is an engine of FrameworkBench; give this one another name")]
    public void What_is_wrong_with_a_manifest_is_said_with_its_place(string manifest, string expected)
    {
        folder.Write("own.py", "");
        folder.Write("engine.json", manifest);

        Assert.Equal(Path.Combine(folder.Path, expected), ProblemOf(folder.Path));
    }

    [Fact]
    public void An_unknown_key_of_a_manifest_is_named_with_its_line()
    {
        folder.Write("engine.json", Sound.Replace("{", "{\n\"colour\": 1,\n", StringComparison.Ordinal));

        Assert.StartsWith(Path.Combine(folder.Path, "engine.json:2: colour: "), ProblemOf(folder.Path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_a_manifest_and_a_name_given_twice_are_refused()
    {
        Assert.Equal($"{folder.Path}: no 'engine.json' in this folder; must be a folder whose engine.json names an engine's program", ProblemOf(folder.Path));
        Assert.Equal("no/such: no such folder; must be a folder whose engine.json names an engine's program", ProblemOf("no/such"));
        folder.Write("own.py", "");
        folder.Write("engine.json", Sound);
        Assert.Equal($"{Path.Combine(folder.Path, "engine.json")}: name: 'own' is the engine in {folder.Path}; give this one another name", ProblemOf(folder.Path, folder.Path));
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
