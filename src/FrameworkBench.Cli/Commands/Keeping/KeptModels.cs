using System.CommandLine;

namespace FrameworkBench.Cli.Commands.Keeping;

/// <summary>What the commands on kept models share.</summary>
internal static class KeptModels
{
    public static Argument<string> Argument() => new("model") { Description = "The file that 'ask --save' wrote" };
}
