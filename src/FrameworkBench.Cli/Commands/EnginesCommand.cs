using System.CommandLine;

namespace FrameworkBench.Cli.Commands;

/// <summary><c>engines</c>: what concerns the engines themselves.</summary>
internal static class EnginesCommand
{
    public static Command Make() => new("engines", "Check engines against the protocol") { EnginesCheckCommand.Make() };
}
