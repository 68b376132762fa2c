using System.Diagnostics;
using System.Text;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Trials;

namespace FrameworkBench.Tests.Trials;

public sealed class OutcomeStoreTests : IDisposable
{
    private static readonly TrialKey Key = TrialKey.Of([("model", "a"), ("seed", "1")]);
    private readonly TemporaryFolder folder = new();

    private static Outcome Sound => new()
    {
        Status = TrialStatus.Done,
        Predictions = new Predictions(1, 2, [0.25, 0.75]),
        History = new History { Loss = [0.5] },
        Notes = ["a note"],
    };

    private string OnlyFile => Assert.Single(Directory.GetFiles(folder.Path, "*.json", SearchOption.AllDirectories));

    public void Dispose() => folder.Dispose();

    private byte[] Record(OutcomeStore store)
    {
        store.Keep(Key, Sound);
        return File.ReadAllBytes(OnlyFile);
    }

    [Fact]
    public void What_is_kept_is_found_again_to_the_last_bit()
    {
        var store = new OutcomeStore(folder.Path);
        var outcome = new Outcome
        {
            Status = TrialStatus.Done,
            Predictions = new Predictions(2, 2, [0.1, 0.9, 1.0 / 3, 2.0 / 3]),
            History = new History { Loss = [0.7, 0.5], ValidationLoss = [0.8, double.NaN] },
            Epochs = 2,
            BestEpoch = 1,
            Stopped = StopReason.Early,
            FitSeconds = 0.25,
            PeakBytes = 1 << 20,
            Measures = new Dictionary<string, double> { ["first_error_free_pass"] = 4 },
            Notes = ["a setting was mapped"],
        };

        store.Keep(Key, outcome);
        Outcome found = Assert.IsType<Outcome>(new OutcomeStore(folder.Path).Find(Key));

        Assert.Equal(outcome.Predictions.Values, found.Predictions!.Values);
        Assert.Equal(outcome.History.Loss, found.History.Loss);
        Assert.True(double.IsNaN(found.History.ValidationLoss![1]));
        Assert.Equal(
            (outcome.Epochs, outcome.BestEpoch, outcome.Stopped, outcome.FitSeconds, outcome.PeakBytes),
            (found.Epochs, found.BestEpoch, found.Stopped, found.FitSeconds, found.PeakBytes));
        Assert.Equal(4, found.Measures["first_error_free_pass"]);
        Assert.Equal(outcome.Notes, found.Notes);
    }

    [Fact]
    public void Predictions_of_32_bits_are_stored_in_32_bits_and_lose_nothing()
    {
        var store = new OutcomeStore(folder.Path);
        float[] singles = [0.1f, 0.9f, 1 / 3f, 2 / 3f];
        store.Keep(Key, new Outcome
        {
            Status = TrialStatus.Done,
            Predictions = new Predictions(2, 2, Array.ConvertAll(singles, single => (double)single)),
        });

        string file = Assert.Single(Directory.GetFiles(folder.Path, "*.json", SearchOption.AllDirectories));

        Assert.Contains("\"bits\":32", File.ReadAllText(file), StringComparison.Ordinal);
        Assert.Equal(singles, store.Find(Key)!.Predictions!.Values.Select(value => (float)value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"status\":\"done\",\"predic")]
    [InlineData("{\"status\":\"done\",\"predictions\":{\"rows\":2,\"columns\":2,\"bits\":32,\"values\":\"AAAA\"}}")]
    public void A_damaged_file_counts_as_missing_so_that_the_trial_is_run_again(string damaged)
    {
        var store = new OutcomeStore(folder.Path);
        store.Keep(Key, Outcome.Without(TrialStatus.Failed, "reason"));
        File.WriteAllText(Directory.GetFiles(folder.Path, "*.json", SearchOption.AllDirectories)[0], damaged);

        Assert.Null(store.Find(Key));
    }

    [Fact]
    public void No_record_with_a_flipped_bit_is_believed()
    {
        var store = new OutcomeStore(folder.Path);
        byte[] record = Record(store);
        for (int bit = 0; bit < 8 * record.Length; bit++)
        {
            byte[] altered = [.. record];
            altered[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Throws<InvalidDataException>(() => OutcomeRecord.Read(Key, altered));
        }
    }

    [Fact]
    public void No_record_that_is_cut_off_spliced_or_rewritten_is_believed()
    {
        var store = new OutcomeStore(folder.Path);
        byte[] record = Record(store);
        string text = Encoding.UTF8.GetString(record);
        for (int length = 0; length < record.Length; length++)
        {
            Assert.Throws<InvalidDataException>(() => OutcomeRecord.Read(Key, record.AsSpan(0, length)));
            Assert.Throws<InvalidDataException>(() => OutcomeRecord.Read(Key, record.AsSpan(record.Length - length)));
        }

        var random = new Random(2026);
        for (int mutation = 0; mutation < 6000; mutation++)
        {
            int at = random.Next(text.Length), length = random.Next(1, 12);
            string put = new(random.GetItems<char>("0123456789-.,:{}[]\"ne ", random.Next(8)));
            string altered = text[..at] + put + text[Math.Min(text.Length, at + length)..];
            if (altered != text)
                Assert.Throws<InvalidDataException>(() => OutcomeRecord.Read(Key, Encoding.UTF8.GetBytes(altered)));
        }
    }

    [Fact]
    public void The_record_of_another_trial_is_not_believed()
    {
        var store = new OutcomeStore(folder.Path);
        byte[] record = Record(store);
        Assert.Equal(TrialStatus.Done, OutcomeRecord.Read(Key, record).Status);
        InvalidDataException error =
            Assert.Throws<InvalidDataException>(() => OutcomeRecord.Read(TrialKey.Of([("model", "b"), ("seed", "1")]), record));
        Assert.Equal("its content does not match its checksum", error.Message);
    }

    [Fact]
    public void A_record_of_before_there_were_checksums_is_read_and_one_of_a_later_format_is_not()
    {
        var store = new OutcomeStore(folder.Path);
        byte[] record = Record(store);
        string text = Encoding.UTF8.GetString(record), marker = "\"outcome\":";
        string first = text[(text.IndexOf(marker, StringComparison.Ordinal) + marker.Length)..^1];

        File.WriteAllText(OnlyFile, first);
        Assert.Equal([0.25, 0.75], store.Find(Key)!.Predictions!.Values);
        Assert.Empty(store.Damaged);

        File.WriteAllText(OnlyFile, text.Replace("\"format\":2", "\"format\":3", StringComparison.Ordinal));
        Assert.Null(store.Find(Key));
        Assert.Equal([new(OnlyFile, "its format is not known")], store.Damaged);
    }

    [Theory]
    [InlineData("""{"status":"done","predictions":{"rows":-1,"columns":-2,"bits":32,"values":"AACAPgAAQD8="}}""")]
    [InlineData("""{"status":"done","predictions":{"rows":1,"columns":2,"bits":32,"values":null}}""")]
    [InlineData("""{"status":"done","predictions":{"rows":1,"columns":2,"bits":32,"values":"AACAPgAAQD8AAA=="}}""")]
    [InlineData("""{"status":"done","predictions":{"rows":9999999999,"columns":2,"bits":32,"values":""}}""")]
    [InlineData("""{"status":"done","notes":null}""")]
    [InlineData("""{"status":"done","history":null}""")]
    [InlineData("""{"status":"done","measures":null}""")]
    [InlineData("""{"status":"dome"}""")]
    [InlineData("""{"status":1}""")]
    [InlineData("""{"reason":"none"}""")]
    [InlineData("null")]
    [InlineData("[]")]
    public void What_is_no_outcome_is_not_believed_even_without_a_checksum(string text)
    {
        var store = new OutcomeStore(folder.Path);
        Record(store);
        File.WriteAllText(OnlyFile, text);

        Assert.Null(store.Find(Key));
        Assert.Equal([OnlyFile], store.Damaged.Keys);
    }

    [Fact]
    public void A_pipe_a_folder_or_a_loop_of_links_in_the_place_of_a_record_neither_blocks_nor_stays()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such pipes, and links need a right");
        var store = new OutcomeStore(folder.Path);
        Record(store);
        string path = OnlyFile;
        Action[] obstacles =
        [
            () => Process.Start("mkfifo", [path]).WaitForExit(),
            () => Directory.CreateDirectory(Path.Combine(path, "more")),
            () => File.CreateSymbolicLink(path, path),
            () => File.CreateSymbolicLink(path, "/dev/zero"),
        ];
        foreach (Action obstacle in obstacles)
        {
            File.Delete(path);
            obstacle();
            store = new OutcomeStore(folder.Path);

            Assert.Null(store.Find(Key));
            Assert.Equal([path], store.Damaged.Keys);
            store.Keep(Key, Sound);
            Assert.Equal(TrialStatus.Done, store.Find(Key)!.Status);
        }
    }

    [Fact]
    public async Task Two_runs_that_keep_the_same_trial_at_once_leave_one_whole_outcome()
    {
        await Parallel.ForAsync(0, 40, TestContext.Current.CancellationToken, (i, _) =>
        {
            new OutcomeStore(folder.Path).Keep(Key, Outcome.Without(TrialStatus.Failed, $"reason {i}"));
            return ValueTask.CompletedTask;
        });

        Assert.StartsWith("reason", new OutcomeStore(folder.Path).Find(Key)!.Reason, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path, "*.unfinished", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_trial_that_was_never_kept_is_not_found() => Assert.Null(new OutcomeStore(folder.Path).Find(Key));
}
