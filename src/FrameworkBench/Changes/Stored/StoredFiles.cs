using System.Globalization;
using System.Text.Json;
using FrameworkBench.Claims;
using FrameworkBench.Pages.Data;
using FrameworkBench.Reading;
using FrameworkBench.Verification;

namespace FrameworkBench.Changes.Stored;

/// <summary>Reads the data files of an experiment and refuses what is damaged.</summary>
/// <param name="folder">The results folder.</param>
/// <param name="title">What messages call it.</param>
/// <param name="experiment">The experiment's name.</param>
internal sealed class StoredFiles(string folder, string title, string experiment)
{
    private const string NoFile = "no such file; restore it, or delete the folder of the experiment";

    private static readonly string[] Words =
        [.. ScoresFile.OfPlace.Except(["split", "seed"]), "status", "reason", .. ScoresFile.OfTable.Except(["table_rows", "sample_of"])];

    private static readonly string[] NeededOfClaims = ["id", "engine", "verdict", "says"];

    /// <summary>The trials, from the files of scores and times.</summary>
    /// <param name="count">How many there were when the files were written.</param>
    /// <exception cref="StoredResultsException">A file is absent or damaged.</exception>
    internal TrialTable Trials(int count)
    {
        TrialTable table = TrialTable.Read(folder, experiment) ?? throw Wrong(ScoresFile.PathOf(experiment), null, null, NoFile);
        if (new FileInfo(Path.Combine(folder, table.Path)).Length == 0)
            throw Wrong(table.Path, null, null, "the file is empty; restore it, or delete the folder of the experiment");
        if (table.Rows.Count == 0 && count > 0)
            throw Wrong(table.Path, null, null, $"no trials, although {RunFile.Name} has {count}; restore the file");
        string[] lacking = [.. ScoresFile.First.Except(table.Columns)];
        if (table.Rows.Count > 0 && lacking.Length > 0)
            throw Wrong(table.Path, 1, null, $"no column '{lacking[0]}'; expected {string.Join(", ", ScoresFile.First)} and the figures");
        string[] scores = [.. table.Columns.Except(TimesFile.Figures)], numbers = [.. table.Columns.Except(Words)];
        var seen = new HashSet<TrialPlace>();
        foreach (TrialRow row in table.Rows)
        {
            if (Array.Find(scores, column => !row.Cells.ContainsKey(column)) is { } cut)
                throw Wrong(table.Path, row.Line, cut, "found no cell, expected one for each heading");
            if (WrongCell(row, numbers) is var (column, right))
                throw Wrong(table.Wrong(row, column, right));
            if (!seen.Add(row.Place))
                throw Wrong(table.Path, row.Line, null, $"a second row of {row.Place}; expected one");
        }

        return table;
    }

    /// <summary>The verdicts.</summary>
    /// <exception cref="StoredResultsException">The file is absent or damaged.</exception>
    internal IReadOnlyList<ClaimEntry> Claims()
    {
        string path = ClaimsFile.PathOf(experiment);
        IReadOnlyList<ClaimEntry> entries = Entries(path);
        foreach (ClaimEntry entry in entries)
        {
            if (Array.Find(NeededOfClaims, member => !entry.Members.ContainsKey(member)) is { } lacking)
                throw Wrong(path, entry.Line, null, $"a verdict without '{lacking}'");
            if (VerdictWords.Key(VerdictWords.Of(entry["verdict"])) != entry["verdict"])
                throw Wrong(path, entry.Line, "verdict",
                    $"found '{entry["verdict"]}', expected {string.Join(", ", Enum.GetValues<Ruling>().Select(VerdictWords.Key))}");
        }

        return entries.GroupBy(entry => entry.Name).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? throw Wrong(path, twice.Last().Line, null, $"a second verdict of {twice.Key}; expected one") : entries;
    }

    private IReadOnlyList<ClaimEntry> Entries(string path)
    {
        string file = Path.Combine(folder, path);
        if (!File.Exists(file))
            throw Wrong(path, null, null, NoFile);
        try
        {
            return ClaimEntry.Read(RegularFile.ReadText(file, RegularFile.MostBytesOfResults));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            int? line = error is JsonException { LineNumber: long number } ? (int)number + 1 : null;
            throw Wrong(path, line, null, "not a list of verdicts in JSON; restore the file");
        }
    }

    private static (string Column, string Right)? WrongCell(TrialRow row, string[] numbers)
    {
        if (row.Status is null)
            return ("status", "done, diverged, unsupported, failed or missing");
        if (!int.TryParse(row["split"], NumberStyles.None, CultureInfo.InvariantCulture, out _))
            return ("split", "a whole number");
        if (!long.TryParse(row["seed"], NumberStyles.None, CultureInfo.InvariantCulture, out _))
            return ("seed", "a whole number");
        return Array.Find(numbers, column => row[column].Length > 0 && !(row.Number(column) is double value && double.IsFinite(value)))
            is { } wrong ? (wrong, "a finite number, or nothing") : null;
    }

    private StoredResultsException Wrong(Discrepancy found) =>
        Wrong(found.File, found.Line, found.What, $"found '{found.Found}', expected {found.Right}");

    private StoredResultsException Wrong(string path, int? line, string? key, string message) =>
        new($"{title}/{path}", line, key, message);
}
