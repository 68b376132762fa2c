using FrameworkBench.Engines;

namespace FrameworkBench.Tests.Engines;

/// <summary>Looks for an engine of .NET among made-up builds, with interpreters that are small scripts.</summary>
public sealed class EngineFinderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public EngineFinderTests()
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "Own", "release"));
        Directory.CreateDirectory(Path.Combine(folder.Path, "Engine", "release"));
        folder.Write(Path.Combine("Engine", "release", "Engine.dll"), "");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void An_engine_of_dotnet_that_uses_python_takes_the_first_interpreter_with_its_modules()
    {
        string without = Interpreter("without", "keras"), with = Interpreter("with", "");

        Assert.Equal([("FRAMEWORKBENCH_PYTHON", with)], VariablesOf(["keras"], without, with));
    }

    [Fact]
    public void An_engine_of_dotnet_whose_modules_no_interpreter_has_takes_the_first_to_say_so_itself()
    {
        string first = Interpreter("first", "keras"), second = Interpreter("second", "keras");

        Assert.Equal([("FRAMEWORKBENCH_PYTHON", first)], VariablesOf(["keras"], first, second));
    }

    [Fact]
    public void An_engine_of_dotnet_without_python_takes_no_interpreter()
    {
        Assert.Empty(VariablesOf([], Interpreter("unused", "")));
    }

    private IEnumerable<(string Name, string Value)> VariablesOf(string[] modules, params string[] interpreters)
    {
        var finder = new EngineFinder(new EngineFinderOptions
        {
            ProgramFolder = Path.Combine(folder.Path, "Own", "release"),
            PythonHostFolder = "",
            Interpreters = interpreters,
        });
        var engine = new EngineDefinition("engine", "Engine", EngineLanguage.DotNet, "Engine", modules, HowToGet: null);
        (EngineCommand? command, string? reason) = finder.Find(engine);
        Assert.Null(reason);
        return command!.Environment.Select(variable => (variable.Key, variable.Value));
    }

    // Answers that it lacks these modules, whatever the question.
    private string Interpreter(string name, string lacking)
    {
        if (OperatingSystem.IsWindows())
            return folder.Write(name + ".cmd", $"@echo {(lacking.Length == 0 ? "off" : lacking)}\r\n");
        string path = folder.Write(name, $"#!/bin/sh\necho {lacking}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}
