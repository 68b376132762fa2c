using System.CommandLine;

namespace FrameworkBench.Cli.Commands;

/// <summary><c>claims freeze|verify</c>: the register of claims, and whether results are what their data say.</summary>
internal static class ClaimsCommand
{
    public static Command Make() => new("claims", "Freeze claims before they are run, and verify verdicts against their data")
    {
        ClaimsFreezeCommand.Make(),
        ClaimsVerifyCommand.Make(),
    };
}
