using FrameworkBench.Changes;
using FrameworkBench.Changes.Stored;

namespace FrameworkBench.Tests.Changes;

/// <summary>Damaged results are refused, with the file, the line, what was found and what would be right.</summary>
public sealed class DamagedResultsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("scores.csv", "0.952", "x", "after/wine/scores.csv:4: accuracy: found 'x', expected a finite number, or nothing")]
    [InlineData("scores.csv", "0.952", "NaN", "after/wine/scores.csv:4: accuracy: found 'NaN', expected a finite number, or nothing")]
    [InlineData("scores.csv", "done", "dome",
        "after/wine/scores.csv:2: status: found 'dome', expected done, diverged, unsupported, failed or missing")]
    [InlineData("scores.csv", ",1003,", ",1002,",
        "after/wine/scores.csv:5: a second row of wine/network by scratch, split 0, seed 1002; expected one")]
    [InlineData("scores.csv", ",1003,", ",-3,", "after/wine/scores.csv:5: seed: found '-3', expected a whole number")]
    [InlineData("scores.csv", ",split,", ",part,",
        "after/wine/scores.csv:1: no column 'split'; expected experiment, dataset, model, engine, split, seed, train_rows, "
        + "validation_rows, test_rows, status, reason and the figures")]
    [InlineData("scores.csv", "0.952,0.04800000000000004,wine,178,,13,numeric,multiclass,28c6fbdccbf06d1e,10\n", "0.95\n",
        "after/wine/scores.csv:4: log_loss: found no cell, expected one for each heading")]
    [InlineData("claims.json", "[{", "[{,", "after/wine/claims.json:1: not a list of verdicts in JSON; restore the file")]
    [InlineData("claims.json", "[", "{", "after/wine/claims.json:1: not a list of verdicts in JSON; restore the file")]
    [InlineData("claims.json", "\"verdict\":\"holds\"", "\"verdict\":\"hold\"",
        "after/wine/claims.json: verdict: found 'hold', expected holds, does_not_hold, inconclusive, by_construction, not_judged")]
    [InlineData("claims.json", "\"id\"", "\"ids\"", "after/wine/claims.json: a verdict without 'id'")]
    [InlineData("claims.json", "scratch", "sklearn", "after/wine/claims.json: a second verdict of wine/learns by sklearn; expected one")]
    public void A_damaged_file_is_refused(string file, string from, string to, string expected)
    {
        new WrittenResults().Write(folder, "before");
        new WrittenResults().Write(folder, "after");
        string path = Path.Combine(folder.Path, "after", "wine", file);
        string text = File.ReadAllText(path);
        int place = text.IndexOf(from, StringComparison.Ordinal);
        File.WriteAllText(path, string.Concat(text.AsSpan(0, place), to, text.AsSpan(place + from.Length)));

        Assert.Equal(expected, Assert.Throws<StoredResultsException>(Compare).Message);
    }

    [Theory]
    [InlineData("scores.csv")]
    [InlineData("claims.json")]
    public void An_absent_file_is_missed(string file)
    {
        new WrittenResults().Write(folder, "before");
        new WrittenResults().Write(folder, "after");
        File.Delete(Path.Combine(folder.Path, "after", "wine", file));

        Assert.Equal(
            $"after/wine/{file}: no such file; restore it, or delete the folder of the experiment",
            Assert.Throws<StoredResultsException>(Compare).Message);
    }

    [Theory]
    [InlineData(0, "the file is empty; restore it, or delete the folder of the experiment")]
    [InlineData(1, "no trials, although run.json has 40; restore the file")]
    public void A_file_without_any_trial_is_refused(int lines, string expected)
    {
        new WrittenResults().Write(folder, "before");
        new WrittenResults().Write(folder, "after");
        string path = Path.Combine(folder.Path, "after", "wine", "scores.csv");
        File.WriteAllText(path, string.Concat(File.ReadLines(path).Take(lines).Select(line => line + "\n")));

        Assert.Equal($"after/wine/scores.csv: {expected}", Assert.Throws<StoredResultsException>(Compare).Message);
    }

    [Fact]
    public void A_damaged_record_of_the_run_is_reported_by_the_title_of_the_results()
    {
        new WrittenResults().Write(folder, "before");
        folder.Write("before/wine/run.json", "{");

        string message = Assert.Throws<IOException>(() => StoredResults.Open(Path.Combine(folder.Path, "before"), "main")).Message;

        Assert.StartsWith(
            $"main{Path.DirectorySeparatorChar}wine{Path.DirectorySeparatorChar}run.json: what these results were run with cannot be read",
            message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_results_is_refused() => Assert.Equal(
        "here: no results here; expected a folder for each experiment with run.json, as a run writes it",
        Assert.Throws<StoredResultsException>(() => StoredResults.Open(folder.Path, "here")).Message);

    private ResultChanges Compare() => ResultsComparer.Compare(
        StoredResults.Open(Path.Combine(folder.Path, "before"), "before"), StoredResults.Open(Path.Combine(folder.Path, "after"), "after"));
}
