using System.CommandLine;
using FrameworkBench.Cli.Display;

namespace FrameworkBench.Cli.Commands.New;

/// <summary><c>new engine NAME</c>: the folder of an engine that keeps the protocol's contract as it is.</summary>
internal static class NewEngineCommand
{
    private static readonly string[] Languages = ["python", "csharp"];

    public static Command Make()
    {
        Argument<string> name = NewCommand.Name("The engine's name, and that of its folder");
        var language = new Option<string>("--language")
        {
            Description = string.Join(" or ", Languages),
            HelpName = "LANGUAGE",
            DefaultValueFactory = _ => Languages[0],
        };
        language.AcceptOnlyFromAmong(Languages);
        var command = new Command("engine", "Write an engine outside the project, to fill with a framework") { name, language };
        command.SetAction(parsed => Write(
            Workspace.Find(null, null), parsed.GetValue(name)!, parsed.GetValue(language)!, EngineSources.Of(parsed)));
        return command;
    }

    private static int Write(Workspace workspace, string name, string language, EngineSources sources)
    {
        if (new Session(workspace, sources).Known.Any(engine => engine.Name == name))
            throw new WrongInputException($"'{name}' is an engine of the project; choose another name");
        string folder = Path.GetFullPath(name);
        if (Path.Exists(folder))
            throw new WrongInputException($"{name}: already exists; choose another name, or delete it");
        EngineTemplate template =
            language == "csharp" ? EngineTemplate.CSharp(workspace, folder) : EngineTemplate.Python(workspace, folder);
        Directory.CreateDirectory(folder);
        foreach ((string file, string text) in template.Files)
            File.WriteAllText(Path.Combine(folder, file), text.ReplaceLineEndings("\n"));

        Terminal.Say($"{name}: written: {string.Join(", ", template.Files.Select(file => file.Name))}");
        if (template.Build is { } build)
            Terminal.Say($"build it: {build}");
        Terminal.Say($"check it: frameworkbench engines check --engine-path {name}");
        Terminal.Say($"run it:   frameworkbench run EXPERIMENT --engine-path {name}");
        return ExitCode.Done;
    }
}
