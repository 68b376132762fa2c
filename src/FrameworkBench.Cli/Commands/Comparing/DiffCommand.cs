using System.CommandLine;
using FrameworkBench.Changes;
using FrameworkBench.Changes.Stored;
using FrameworkBench.Cli.Display;
using FrameworkBench.Cli.Json;

namespace FrameworkBench.Cli.Commands.Comparing;

/// <summary><c>diff</c>: what changed between two results beyond noise.</summary>
internal static class DiffCommand
{
    private const string Newest = "HEAD";

    public static Command Make()
    {
        var results = new Argument<string[]>("results")
        {
            Description = "Old and new results: folders, or revisions of git such as main or v1:results "
                + $"[default: {Newest} and the folder {Workspace.ResultsFolder}]",
            Arity = new ArgumentArity(0, 2),
        };
        var markdown = new Option<bool>("--markdown") { Description = "Write Markdown, as for a comment on a pull request" };
        var all = new Option<bool>("--all") { Description = "Show every change, however many" };
        var json = new Option<bool>("--json") { Description = "Write one JSON document to standard output" };
        var command = new Command("diff", "Show what changed between two results beyond noise") { results, markdown, all, json };
        CommonOptions.Exclude(command, markdown, json);
        CommonOptions.Exclude(command, all, json);
        command.SetAction(parsed =>
        {
            ResultChanges changes = Compare(parsed.GetValue(results) ?? []);
            if (parsed.GetValue(json))
                JsonOutput.Write(DiffJson.Of(changes));
            else if (parsed.GetValue(markdown))
                Terminal.Document.Write(ChangesPage.Of(changes, parsed.GetValue(all)));
            else
                DiffScreen.Show(changes, parsed.GetValue(all));
            return changes.IsWorse ? ExitCode.GotWorse : ExitCode.Done;
        });
        return command;
    }

    private static ResultChanges Compare(string[] results)
    {
        using var before = ResultsSource.Find(results.ElementAtOrDefault(0) ?? Newest);
        using var after = results.Length > 1 ? ResultsSource.Find(results[1]) : ResultsSource.OfWorkingTree();
        return ResultsComparer.Compare(StoredResults.Open(before.Folder, before.Title), StoredResults.Open(after.Folder, after.Title));
    }
}
