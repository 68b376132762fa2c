using System.Globalization;
using System.Text.RegularExpressions;

namespace FrameworkBench.Cli.Tests.Tampering;

/// <summary>The tamperings that verification must find.</summary>
internal static class Tamperings
{
    private const string Flowers = "results/flowers/scores.csv", Tables = "results/tables/scores.csv", Times = "results/flowers/times.csv";
    private const string Claims = "results/flowers/claims.json", TablesClaims = "results/tables/claims.json",
    Run = "results/flowers/run.json";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<PlantedTampering> All { get; } =
        [.. OfTrials(), .. OfRows(), .. OfVerdicts(), .. OfExperiments(), .. PageTamperings.All];

    private static IEnumerable<PlantedTampering> OfTrials() =>
    [
        Cell("a score", "accuracy", text => text == "1" ? "0.9" : "1"),
        Cell("a score by one test row", "accuracy", text => Text(Number(text) - (1.0 / 30))),
        Cell("a score that no claim names", "log_loss", text => Text(Number(text) * 0.9)) with { ShowsInChecksumOnly = true },
        Cell("a score that a claim names", "log_loss", text => Text(Number(text) * 0.9), model: "net"),
        Cell("a digit of a score that a claim names", "log_loss", text => Text(Number(text) + 1e-6), model: "net"),
        Cell("a score with another number of digits", "accuracy",
            text => text.Contains('.', StringComparison.Ordinal) ? text + "0" : text + ".0"),
        Cell("a score by a word", "accuracy", _ => "good"),
        Cell("a calibration error beyond 1", "ece", _ => "1.5"),
        Cell("a seed", "seed", _ => "99"),
        Cell("a seed to the split's other one", "seed", text => text == "900013" ? "900023" : "900013"),
        Cell("a split", "split", text => text == "0" ? "1" : "0"),
        Cell("an engine", "engine", text => text == "scratch" ? "lightgbm" : "scratch"),
        Cell("an engine to one that does not exist", "engine", _ => "numpy"),
        Cell("a model", "model", _ => "large"),
        Cell("a model to one that does not exist", "model", _ => "huge"),
        Cell("a data set", "dataset", text => text == "iris" ? "wine" : "iris"),
        Cell("an experiment", "experiment", _ => "tables"),
        Cell("a status", "status", _ => "diverged"),
        Cell("a status to a word that is none", "status", _ => "perfect"),
        Cell("a reason", "reason", _ => "it was late"),
        Cell("the reason of what an engine lacks", "reason", _ => "model tree", model: "net", engine: "lightgbm"),
        Cell("the status of what an engine lacks", "status", _ => "failed", model: "net", engine: "lightgbm"),
        Cell("a score of what an engine lacks", "accuracy", _ => "1", model: "net", engine: "lightgbm"),
        Cell("training rows", "train_rows", text => Text(Number(text) - 1)),
        Cell("validation rows", "validation_rows", _ => "10"),
        Cell("test rows", "test_rows", text => Text(Number(text) + 1)),
        Cell("a table", "table", _ => "digits"),
        Cell("a table's checksum", "table_sha256", text => (text[0] == 'a' ? 'b' : 'a') + text[1..]),
        Cell("a table's rows", "table_rows", text => Text(Number(text) + 1)),
        Cell("a sample", "sample_of", _ => "70000"),
        Cell("a table's inputs", "table_inputs", _ => "mixed"),
        Cell("a table's columns", "table_columns", text => Text(Number(text) + 1)),
        Cell("a table's task", "table_task", _ => "regression"),
        new("a table's task in every row",
            results => results.Edit(Flowers, text => text.Replace(",multiclass,", ",binary,", StringComparison.Ordinal))),
        Cell("a negative loss", "log_loss", text => "-" + text),
        Cell("a negative Brier score", "brier", text => "-" + text),
        Cell("a Brier score above that of a wrong certainty", "brier", _ => "2.5"),
        Time("negative seconds of predicting", "predict_seconds", text => "-" + text),
        Time("negative memory", "peak_bytes", text => "-" + text),
        Regression("a negative absolute error", "mae", text => "-" + text),
        Regression("an absolute error above the root mean square", "mae", text => Text(Number(text) * 3)),
        new("a negative error and its root", results =>
        {
            results.Cell(Tables, IsConcrete, "mse", text => "-" + text);
            results.Cell(Tables, IsConcrete, "rmse", text => "-" + text);
        }),
        Time("seconds", "fit_seconds", _ => "0.5"),
        Time("seconds of an epoch", "milliseconds_per_epoch", _ => "0.5"),
        Time("memory", "peak_bytes", text => Text(Number(text) + 4096)) with { ShowsInChecksumOnly = true },
        Time("a time by a word", "predict_seconds", _ => "soon"),
        new("drop the times of a trial", results => results.Lines(Times, lines => [.. lines[..20], .. lines[21..]])),
        Time("an experiment of times", "experiment", _ => "tables"),
        Time("a seed of times", "seed", _ => "99"),
        new("delete the times", results => results.Delete(Times)),
        Cell("epochs that a claim names", "epochs", _ => "7"),
        Regression("an error", "rmse", text => Text(Number(text) * 0.9)),
        Regression("an error and its square", "mse", text => Text(Number(text) * 0.9)),
        Regression("a share of variance", "r2", text => Text(Number(text) + 0.01)),
        Regression("a pooled score", "score", text => Text(Number(text) + 0.01)),
    ];

    private static IEnumerable<PlantedTampering> OfRows() =>
    [
        Rows("drop the last row", lines => lines[..^1]),
        Rows("drop a row", lines => [.. lines[..20], .. lines[21..]]),
        Rows("drop the second seeds", lines => lines.Where(line => !line.Split(',')[5].StartsWith("90002", StringComparison.Ordinal))),
        Rows("drop a split", lines => lines.Where(line => line.Split(',')[4] != "9")),
        Rows("drop an engine", lines => lines.Where(line => line.Split(',')[3] != "lightgbm")),
        Rows("drop a model", lines => lines.Where(line => line.Split(',')[2] != "small")),
        Rows("drop a data set", lines => lines.Where(line => line.Split(',')[1] != "wine")),
        Rows("drop all rows", lines => lines[..1]),
        Rows("repeat a row", lines => [.. lines[..20], lines[19], .. lines[20..]]),
        Rows("add a row", lines => lines.Append(lines[^1].Replace(",900029,", ",900039,", StringComparison.Ordinal))),
        Rows("swap two rows", lines => [.. lines[..20], lines[21], lines[20], .. lines[22..]]),
        Rows("turn the rows around", lines => [lines[0], .. lines[1..].AsEnumerable().Reverse()]),
        Rows("rename a column", lines => [lines[0].Replace("macro_f1", "skill", StringComparison.Ordinal), .. lines[1..]]),
        Rows("exchange the names of two columns",
            lines => [lines[0].Replace(",accuracy,log_loss,", ",log_loss,accuracy,", StringComparison.Ordinal), .. lines[1..]]),
        Rows("drop a column",
            lines =>
                lines.Select(
                    line => string.Join(
                        ',', line.Split(',').Where((_, column) => column != Array.IndexOf(lines[0].Split(','), "accuracy"))))),
        new("swap the scores of two models", results => results.Lines(Flowers, lines =>
        {
            int column = Array.IndexOf(lines[0].Split(','), "accuracy");
            int one = lines.FindIndex(line => line.StartsWith("flowers,iris,small,scratch,0,900010,", StringComparison.Ordinal)),
            other = lines.FindIndex(line => line.StartsWith("flowers,iris,large,scratch,0,900010,", StringComparison.Ordinal));
            string[] first = lines[one].Split(','), second = lines[other].Split(',');
            (first[column], second[column]) = (second[column], first[column]);
            (lines[one], lines[other]) = (string.Join(',', first), string.Join(',', second));
            return lines;
        })),
        new("delete the data", results => results.Delete(Flowers)),
    ];

    private static IEnumerable<PlantedTampering> OfVerdicts() =>
    [
        new("a verdict", results => results.Replace(Claims, "\"verdict\": \"holds\"", "\"verdict\": \"does_not_hold\"")),
        new("a verdict to inconclusive",
            results => results.Replace(Claims, "\"verdict\": \"does_not_hold\"", "\"verdict\": \"inconclusive\"")),
        new("what was not judged", results => results.Replace(Claims, "\"verdict\": \"not_judged\"", "\"verdict\": \"holds\"")),
        new("evidence", results => results.Replace(Claims, "20 pairs", "21 pairs")),
        Member("an estimate", "estimate"),
        Member("a lower end", "low"),
        Member("an upper end", "high"),
        Member("a p value", "p"),
        Member("a confidence", "confidence"),
        Member("a threshold of a verdict", "value"),
        Member("a margin of a verdict", "margin"),
        new("a margin that is a share of the way",
            results => results.Replace(TablesClaims, "\"margin_share\": 0.05", "\"margin_share\": 0.06")),
        new("a printed figure of a verdict",
            results => results.Edit(Claims, text => text.Replace("\"log_loss\": 0.3", "\"log_loss\": 0.31", StringComparison.Ordinal))),
        new("a statement", results => results.Replace(Claims, "Many trees beat one question.", "Many trees always win.")),
        new("the engine of a verdict", results => results.Replace(Claims, "\"engine\": \"lightgbm\"", "\"engine\": \"xgboost\"")),
        new("a registration", results => results.Replace(TablesClaims, "\"registered\": false", "\"registered\": true")),
        new("why a verdict is exploratory", results => results.Replace(TablesClaims, "\"frozen_after_results\"", "\"registered\"")),
        new("the hash of a verdict", results => results.Replace(Claims, "\"hash\": \"", "\"hash\": \"0")),
        new("drop a verdict",
            results => results.Edit(Claims, text => text[..text.LastIndexOf(",\n  {", StringComparison.Ordinal)] + "\n]\n")),
        new("drop a claim's verdicts",
            results =>
                results.Edit(
                    Claims, text =>
                        string.Join(
                            ",\n  {",
                            text.Split(",\n  {").Where((entry, i) => i == 0 || !entry.Contains("\"as-good\"", StringComparison.Ordinal))))),
        new("repeat a verdict",
            results => results.Edit(Claims, text => text[..^3] + "," + text[text.LastIndexOf("\n  {", StringComparison.Ordinal)..])),
        new("drop all verdicts", results => results.Edit(Claims, _ => "[]\n")),
        new("delete the verdicts", results => results.Delete(Claims)),
        new("the splits and seeds of a run", results => results.Replace(Run, "900007/900010-900029", "900008/900010-900029")),
        new("the number of trials of a run",
            results => results.Edit(Run, text => text.Replace("\"trials\": 4", "\"trials\": 5", StringComparison.Ordinal))),
        new("the profile of a run", results => results.Replace(Run, "\"default\"", "\"full\"")),
        new("the engines of a run", results => results.Replace(Run, "\"engine\": \"lightgbm\"", "\"engine\": \"xgboost\"")),
        new("an engine that was not there", results => results.Replace(Run, "\"version\": null", "\"version\": \"Keras 3.15.1\"")),
        new("how many trials an engine ran", results => results.Edit(Run, text => Regex.Replace(text, "\"ran\": (\\d)", "\"ran\": 1$1"))),
        new("delete what was run", results => results.Delete(Run)),
    ];

    private static IEnumerable<PlantedTampering> OfExperiments() =>
    [
        new("a threshold of the experiment", results => results.Replace("flowers.yaml", "value: 0.9}", "value: 0.95}")),
        new("a margin of the experiment", results => results.Replace("flowers.yaml", "margin: 0.05}", "margin: 0.06}")),
        new("a share of the experiment", results => results.Replace("flowers.yaml", "share: 0.5}", "share: 0.51}")),
        new("a printed figure of the experiment", results => results.Replace("flowers.yaml", "value: 0.3}]", "value: 0.31}]")),
        new("a statement of the experiment",
            results => results.Replace("flowers.yaml", "One question is often enough.", "One question is seldom enough.")),
        new("delete a claim",
            results => results.Lines("flowers.yaml", lines => lines.Where(line => !line.Contains("as-good", StringComparison.Ordinal)))),
        new("add a claim",
            results =>
                results.Edit(
                    "flowers.yaml",
                    text => text + "\n  - {id: more, says: More., kind: at_least, model: line, metric: accuracy, value: 0.1}\n")),
        new("a setting of a model", results => results.Replace("flowers.yaml", "rounds: 12", "rounds: 13")),
        new("the seeds of the experiment", results => results.Replace("flowers.yaml", "seeds: 2", "seeds: 3")),
        new("the first seed", results => results.Replace("flowers.yaml", "first_seed: 900010", "first_seed: 900011")),
        new("the splits of the experiment", results => results.Replace("flowers.yaml", "random_state: 900007", "random_state: 900008")),
        new("a data set of the experiment", results => results.Replace("tables.yaml", "abalone", "autos_imports85_na")),
        new("a share of the way in the experiment", results => results.Replace("tables.yaml", "margin_share: 0.05", "margin_share: 0.06")),
        new("a slice of tables", results => results.Replace("tables.yaml", "rows_from: 100", "rows_from: 101")),
        new("a hash of the register",
            results =>
                results.Lines(
                    "claims.lock",
                    lines =>
                        lines.Select(
                            line => line.StartsWith("flowers/as-good ", StringComparison.Ordinal)
                            ? $"flowers/as-good {new string('f', 64)}" : line))),
        new("drop an entry of the register",
            results =>
                results.Lines("claims.lock", lines => lines.Where(line => !line.StartsWith("flowers/as-good ", StringComparison.Ordinal)))),
        new("forget what was seen",
            results => results.Edit("claims.lock", text => text[..text.LastIndexOf(" seen ", StringComparison.Ordinal)] + "\n")),
        new("add an entry to the register", results => results.Edit("claims.lock", text => text + $"tables/zero {new string('0', 64)}\n")),
    ];

    private static PlantedTampering Cell(
        string name, string column, Func<string, string> edit, string model = "small", string engine = "scratch") =>
        new(name,
            results => results.Cell(Flowers, row => row["model"] == model && row["engine"] == engine && row["split"] == "3", column, edit));

    private static PlantedTampering Time(string name, string column, Func<string, string> edit) =>
        new(name,
            results =>
                results.Cell(Times, row => row["model"] == "net" && row["engine"] == "scratch" && row["split"] == "3", column, edit));

    private static PlantedTampering Regression(string name, string column, Func<string, string> edit) =>
        new(name, results => results.Cell(Tables, IsConcrete, column, edit));

    private static bool IsConcrete(IReadOnlyDictionary<string, string> row) =>
        row["dataset"] == "concrete" && row["model"] == "boosted" && row["engine"] == "scratch";

    private static PlantedTampering Rows(string name, Func<List<string>, IEnumerable<string>> edit) =>
        new(name, results => results.Lines(Flowers, edit));

    // The first number of that name, in its last digit but a few.
    private static PlantedTampering Member(string name, string member) => new(name, results => results.Edit(Claims, text =>
    {
        string key = $"\"{member}\": ";
        int at = text.IndexOf(key, StringComparison.Ordinal) + key.Length, end = text.IndexOfAny([',', '\n'], at);
        return text[..at] + Text(Number(text[at..end]) * (1 + 1e-7)) + text[end..];
    }));

    internal static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    internal static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
