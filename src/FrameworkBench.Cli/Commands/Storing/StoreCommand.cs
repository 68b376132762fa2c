using System.CommandLine;
using FrameworkBench.Trials.Storing;

namespace FrameworkBench.Cli.Commands.Storing;

/// <summary><c>store check|gc|export</c>: what the folder of stored trials holds.</summary>
internal static class StoreCommand
{
    public static Command Make() => new("store", "Check, pack or export the stored trials")
    {
        StoreCheckCommand.Make(),
        StoreGcCommand.Make(),
        StoreExportCommand.Make(),
    };

    /// <summary>The files of a workspace's store.</summary>
    /// <exception cref="WrongInputException">There is no such folder.</exception>
    public static SystemFiles Open(Workspace workspace) => Directory.Exists(workspace.Store)
        ? new SystemFiles(workspace.Store)
        : throw new WrongInputException($"--store: no folder '{Workspace.Shown(workspace.Store)}'; expected one with stored trials");
}
