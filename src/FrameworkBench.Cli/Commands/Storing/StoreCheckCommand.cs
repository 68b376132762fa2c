using System.CommandLine;
using FrameworkBench.Cli.Display;
using FrameworkBench.Cli.Json;
using FrameworkBench.Reading;
using FrameworkBench.Wording;

namespace FrameworkBench.Cli.Commands.Storing;

/// <summary><c>store check</c>: reads every byte of a store, and says what is not sound.</summary>
internal static class StoreCheckCommand
{
    public static Command Make()
    {
        var store = CommonOptions.Store();
        var json = CommonOptions.Json();
        var command = new Command("check", "Read every stored trial, and report what is damaged") { store, json };
        command.SetAction(parsed => Check(Workspace.Find(parsed.GetValue(store), null), parsed.GetValue(json)));
        return command;
    }

    private static int Check(Workspace workspace, bool json)
    {
        var found = StoreCheckJson.Of(StoreCommand.Open(workspace), Workspace.Shown(workspace.Store));
        if (json)
            JsonOutput.Write(found);
        else
            Show(found);
        return found.Damaged.Count == 0 ? ExitCode.Done : ExitCode.SomeTrialFailed;
    }

    private static void Show(StoreCheckJson found)
    {
        foreach (DamagedRecordJson damaged in found.Damaged)
            Terminal.Complain($"{damaged.Place}: {damaged.Problem}");
        foreach (string torn in found.Torn)
            Terminal.Complain($"{torn}: ends in an outcome that was never finished; it does not count");
        Terminal.Say($"{found.Store}: {Counting.Of(found.Trials, "trial")} in {Counting.Of(found.Segments, "segment")} and "
            + $"{Counting.Of(found.Files, "file")} of one trial, {ByteSize.Format(found.Bytes)}; "
            + $"{Counting.Of(found.Superseded, "superseded record")}, {found.Damaged.Count} damaged, {found.Torn.Count} torn");
    }
}
