using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using FrameworkBench.Asking.Recognition;

namespace FrameworkBench.Cli.Commands.Asking;

/// <summary><c>ask FILE.csv --target COLUMN</c>: network or trees, for one's own table, in a minute.</summary>
internal static class AskCommand
{
    private const int UsualSeconds = 60;
    private const int FewestSeconds = 5;
    private const string Times = "expected seconds or minutes, such as 60s or 5m";

    public static Command Make()
    {
        var file = new Argument<string>("file") { Description = "The table: a CSV file with a header line" };
        var target = new Option<string?>("--target") { Description = "The column to predict", HelpName = "COLUMN" };
        var time = new Option<TimeSpan?>("--time")
        {
            Description = $"The time it may take, such as 60s or 5m [default: {UsualSeconds}s]",
            HelpName = "TIME",
            CustomParser = ReadTime,
        };
        Option<int?> repeats = CommonOptions.Positive(
            "--repeats", "Repeats of the cross-validation, at most [default: as many as fit the time, up to 10]");
        Option<int?> seed = CommonOptions.Positive("--seed", "Seed of the folds and the fits [default: 0]", least: 0);
        Option<string[]> readings = ReadingsOption.Make();
        var keep = new Option<string[]>("--keep")
        {
            Description = "A column whose value is known in time, although it may seem to give the target away; may be repeated",
            HelpName = "COLUMN",
        };
        var save = new Option<string?>("--save")
        {
            Description = "File for the best model, fitted on all rows; see predict and export",
            HelpName = "FILE",
        };
        Option<string?> store = CommonOptions.Store();
        var results = new Option<string?>("--results")
        {
            Description = "Folder for the page [default: the current folder]",
            HelpName = "FOLDER",
        };
        var command = new Command("ask", "Network or trees for your own table? An answer in a minute, with its uncertainty") { file };
        foreach (Option option in new Option[] { target, time, repeats, seed, readings, keep, save, store, results, CommonOptions.Python })
            command.Options.Add(option);
        command.SetAction((parsed, cancellation) => Asker.RunAsync(
            new AskOptions(
                Workspace.Find(parsed.GetValue(store), parsed.GetValue(results) ?? Environment.CurrentDirectory),
                EngineSources.Of(parsed),
                new TableQuestion(parsed.GetValue(file)!, parsed.GetValue(target) ?? "")
                {
                    Readings = ReadingsOption.Of(parsed.GetValue(readings) ?? []),
                    Seed = (uint)(parsed.GetValue(seed) ?? 0),
                },
                parsed.GetValue(time) ?? TimeSpan.FromSeconds(UsualSeconds),
                parsed.GetValue(repeats))
            {
                Save = parsed.GetValue(save),
                Keeps = parsed.GetValue(keep) ?? [],
            },
            cancellation));
        return command;
    }

    private static TimeSpan? ReadTime(ArgumentResult result)
    {
        string text = result.Tokens[0].Value.Trim();
        double unit = text.EndsWith('m') || text.EndsWith("min", StringComparison.Ordinal) ? 60 : 1;
        string number = text.TrimEnd('s', 'm', 'i', 'n', ' ');
        if (!double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value))
            result.AddError($"--time: '{text}' is not a time; {Times}");
        else if (value * unit is < FewestSeconds or > 86_400)
            result.AddError($"--time must be from {FewestSeconds}s to a day, found {text}");
        else
            return TimeSpan.FromSeconds(value * unit);
        return TimeSpan.Zero;
    }
}
