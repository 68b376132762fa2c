using System.CommandLine;
using System.Text;
using FrameworkBench.Asking;
using FrameworkBench.Cli.Display;
using FrameworkBench.Keeping;
using FrameworkBench.Scoring;
using FrameworkBench.Wording;

namespace FrameworkBench.Cli.Commands.Keeping;

/// <summary><c>predict MODEL FILE.csv</c>: what a kept model says of new rows.</summary>
internal static class PredictCommand
{
    public static Command Make()
    {
        Argument<string> model = KeptModels.Argument();
        var file = new Argument<string>("file") { Description = "The rows: a CSV file with the columns of the table that was asked about" };
        var output = new Option<string?>("--out")
        {
            Description = "File for the predictions [default: standard output]",
            HelpName = "FILE",
        };
        var command = new Command("predict", "Predict the rows of a CSV file by a model of 'ask --save'") { model, file, output };
        command.SetAction(parsed => Predict(parsed.GetValue(model)!, parsed.GetValue(file)!, parsed.GetValue(output)));
        return command;
    }

    private static int Predict(string path, string file, string? output)
    {
        OutputFile.Check("--out", output, path, file);
        KeptModel model = KeptModelFile.Read(path);
        var predicted = PredictedRows.Of(model, NewRows.Read(file, model));
        string csv = predicted.Csv();
        if (output is null)
            Terminal.Document.Write(csv);
        else
            OutputFile.Write(output, stream => stream.Write(Encoding.UTF8.GetBytes(csv)));

        // Standard output may be the predictions.
        Terminal.IsForMachines = output is null;
        foreach (string note in predicted.Rows.Notes)
            Terminal.Tell($"Note: {note}");
        if (predicted.Score() is { } scores)
            Terminal.Tell(ScoreOf(predicted, scores));
        if (output is not null)
            Terminal.Say($"{Counting.Of(predicted.Rows.Cells.Rows, "row")} predicted by {model.Origin.Model}: {Workspace.Shown(output)}");
        return ExitCode.Done;
    }

    private static string FigureOf(Metric metric, double value) =>
        metric.InTargetUnit ? AnswerWords.Amount(value) : LeadWords.Score(value);

    private static string ScoreOf(PredictedRows predicted, Scores scores)
    {
        string[] figures =
        [
            .. MetricRegistry.All.Where(metric => metric.Name is "r2" or "rmse" or "mae" or "accuracy" or "roc_auc" or "log_loss")
                .Where(metric => scores[metric.Name] is not null)
                .Select(metric => $"{metric.Title} {FigureOf(metric, scores[metric.Name]!.Value)}"),
        ];
        int known = predicted.Rows.Targets!.Count(double.IsFinite);
        return $"Score on {Counting.Of(known, "row")} whose '{predicted.Model.Target.Name}' is known: {string.Join(", ", figures)}.";
    }
}
