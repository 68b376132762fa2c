using System.CommandLine;
using FrameworkBench.Cli.Commands;

namespace FrameworkBench.Cli;

/// <summary>What a command line says about where engines, and tables of experiments, are.</summary>
/// <param name="Python">The Python interpreter requested, or null.</param>
/// <param name="Folders">Folders of engines outside the project.</param>
internal sealed record EngineSources(string? Python, IReadOnlyList<string> Folders)
{
    /// <summary>The environment variable that names folders where the command line names none, separated as in <c>PATH</c>.</summary>
    public const string FoldersVariable = "FRAMEWORKBENCH_ENGINE_PATH";

    /// <summary>Folders from which experiments may take tables besides their own.</summary>
    public IReadOnlyList<string> TableFolders { get; init; } = [];

    /// <summary>What the command line and the environment say.</summary>
    public static EngineSources Of(ParseResult parsed) => new(
        parsed.GetValue(CommonOptions.Python),
        parsed.GetValue(CommonOptions.EnginePath) is { Length: > 0 } given
            ? given
            : (Environment.GetEnvironmentVariable(FoldersVariable) ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
    {
        TableFolders = parsed.GetValue(CommonOptions.Data) ?? [],
    };
}
