using System.Globalization;

namespace FrameworkBench.Cli.Commands.New;

/// <summary>The project's engine to copy, under another name.</summary>
/// <param name="Files">The files of its folder.</param>
/// <param name="Build">The command that builds it; null where nothing is built.</param>
internal sealed record EngineTemplate(IReadOnlyList<(string Name, string Text)> Files, string? Build)
{
    private const string TemplateName = "template";

    /// <summary>The template in Python.</summary>
    /// <param name="workspace">Where the template is.</param>
    /// <param name="folder">The folder of the new engine, whose name is the engine's.</param>
    public static EngineTemplate Python(Workspace workspace, string folder)
    {
        string name = Path.GetFileName(folder), module = name.Replace('-', '_');
        string source = Path.Combine(workspace.PythonEngines, TemplateName);
        return new([File("engine.json", "engine.json"), File("template_engine.py", $"{module}_engine.py")], Build: null);

        (string, string) File(string from, string to) => (to, Read(
            source, from,
            ("A whole engine: copy this folder, rename it in engine.json, replace", "An engine to fill: replace"),
            ("--engine-path FOLDER`.", $"--engine-path {name}`."),
            ("TemplateEngine", TypeName(name)),
            ("template_engine", $"{module}_engine"),
            (Quoted(TemplateName), Quoted(name))));
    }

    /// <summary>The template in C#, with a project that builds against the protocol's.</summary>
    /// <param name="workspace">Where the template and the protocol's project are.</param>
    /// <param name="folder">The folder of the new engine, whose name is the engine's.</param>
    public static EngineTemplate CSharp(Workspace workspace, string folder)
    {
        string name = Path.GetFileName(folder), type = TypeName(name);
        string source = Path.Combine(workspace.Root, "src", "Engines", "Template");
        string protocol = Path.Combine(workspace.Root, "src", "FrameworkBench.Protocol", "FrameworkBench.Protocol.csproj");
        return new(
            [
                ("engine.json", Manifest(name, type)),
                ($"{type}.csproj", Project(Path.GetRelativePath(folder, protocol).Replace('\\', '/'))),
                File("Program.cs", "Program.cs"),
                File("TemplateEngine.cs", $"{type}.cs"),
            ],
            $"dotnet build {name} --configuration Release --output {name}/bin");

        (string, string) File(string from, string to) => (to, Read(
            source, from,
            ("FrameworkBench.Engines.Template", type + "s"),
            ("TemplateEngine", type),
            ("A whole engine: copy it, replace", "An engine to fill: replace"),
            ("\n/// To make it one of the project's, add its project to the solution and an engine.json to its folder.", ""),
            (Quoted(TemplateName), Quoted(name))));
    }

    private static string Read(string folder, string file, params (string Old, string New)[] words) => words.Aggregate(
        System.IO.File.ReadAllText(Path.Combine(folder, file)).ReplaceLineEndings("\n"),
        (text, word) => text.Replace(word.Old, word.New, StringComparison.Ordinal));

    private static string Quoted(string name) => $"\"{name}\"";

    private static string TypeName(string name) =>
        string.Concat(name.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(Capital)) + "Engine";

    private static string Capital(string word) => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..];

    private static string Manifest(string name, string type) => $$"""
        {
          "name": "{{name}}",
          "framework": "my framework",
          "language": "dotnet",
          "program": "bin/{{type}}.dll"
        }

        """;

    private static string Project(string protocol) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
          <ItemGroup>
            <ProjectReference Include="{protocol}" AdditionalProperties="RunAnalyzers=false" />
          </ItemGroup>
        </Project>

        """;
}
