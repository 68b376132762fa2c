using System.Diagnostics;
using System.Text;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Trials;
using FrameworkBench.Trials.Storing;

namespace FrameworkBench.Tests.Trials.Storing;

/// <summary>Outcomes that were kept in files of their own, before there were segments, stay valid.</summary>
public sealed class LooseRecordTests : IDisposable
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

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_record_of_before_there_were_checksums_is_read_and_one_of_a_later_format_is_not()
    {
        string path = LooseFiles.Write(folder.Path, Key, Sound);
        string text = File.ReadAllText(path), marker = "\"outcome\":";
        Assert.Equal([0.25, 0.75], new OutcomeStore(folder.Path).Find(Key)!.Predictions!.Values);

        File.WriteAllText(path, text[(text.IndexOf(marker, StringComparison.Ordinal) + marker.Length)..^1]);
        var store = new OutcomeStore(folder.Path);
        Assert.Equal([0.25, 0.75], store.Find(Key)!.Predictions!.Values);
        Assert.Equal(TrialStatus.Done, store.StatusOf(Key));
        Assert.Empty(store.Damaged);

        File.WriteAllText(path, text.Replace("\"format\":2", "\"format\":3", StringComparison.Ordinal));
        Assert.Null(store.Find(Key));
        Assert.Equal([new(path, "its format is not known")], store.Damaged);
    }

    [Fact]
    public void An_outcome_that_is_kept_now_counts_rather_than_such_a_file()
    {
        LooseFiles.Write(folder.Path, Key, Sound);
        using (var store = new OutcomeStore(folder.Path))
            store.Keep(Key, Sound with { Notes = ["another"] });

        Assert.Equal(["another"], new OutcomeStore(folder.Path).Find(Key)!.Notes);
        Assert.Equal([Key], new OutcomeStore(folder.Path).Keys);
    }

    [Fact]
    public void No_record_with_a_flipped_bit_is_believed()
    {
        byte[] record = LooseFiles.Bytes(Key, Sound);
        for (int bit = 0; bit < 8 * record.Length; bit++)
        {
            byte[] altered = [.. record];
            altered[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Throws<InvalidDataException>(() => LooseRecord.Read(Key, altered));
        }
    }

    [Fact]
    public void No_record_that_is_cut_off_spliced_or_rewritten_is_believed()
    {
        byte[] record = LooseFiles.Bytes(Key, Sound);
        string text = Encoding.UTF8.GetString(record);
        for (int length = 0; length < record.Length; length++)
        {
            Assert.Throws<InvalidDataException>(() => LooseRecord.Read(Key, record.AsSpan(0, length)));
            Assert.Throws<InvalidDataException>(() => LooseRecord.Read(Key, record.AsSpan(record.Length - length)));
        }

        var random = new Random(2026);
        for (int mutation = 0; mutation < 6000; mutation++)
        {
            int at = random.Next(text.Length), length = random.Next(1, 12);
            string put = new(random.GetItems<char>("0123456789-.,:{}[]\"ne ", random.Next(8)));
            string altered = text[..at] + put + text[Math.Min(text.Length, at + length)..];
            if (altered != text)
                Assert.Throws<InvalidDataException>(() => LooseRecord.Read(Key, Encoding.UTF8.GetBytes(altered)));
        }
    }

    [Fact]
    public void The_record_of_another_trial_is_not_believed()
    {
        byte[] record = LooseFiles.Bytes(Key, Sound);
        Assert.Equal(TrialStatus.Done, LooseRecord.Read(Key, record).Status);
        InvalidDataException error =
            Assert.Throws<InvalidDataException>(() => LooseRecord.Read(TrialKey.Of([("model", "b"), ("seed", "1")]), record));
        Assert.Equal("its content does not match its checksum", error.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"status\":\"done\",\"predic")]
    [InlineData("""{"status":"done","predictions":{"rows":2,"columns":2,"bits":32,"values":"AAAA"}}""")]
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
        string path = LooseFiles.Write(folder.Path, Key, Encoding.UTF8.GetBytes(text));
        var store = new OutcomeStore(folder.Path);

        Assert.Null(store.Find(Key));
        Assert.Equal([path], store.Damaged.Keys);
    }

    [Fact]
    public void A_pipe_a_folder_or_a_loop_of_links_in_the_place_of_a_record_neither_blocks_nor_stays()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such pipes, and links need a right");
        string path = LooseFiles.Write(folder.Path, Key, Sound);
        Action[] obstacles =
        [
            () => Process.Start("mkfifo", [path]).WaitForExit(),
            () => Directory.CreateDirectory(Path.Combine(path, "more")),
            () => File.CreateSymbolicLink(path, path),
            () => File.CreateSymbolicLink(path, "/dev/zero"),
        ];
        foreach (Action obstacle in obstacles)
        {
            foreach (string file in Directory.EnumerateFiles(folder.Path, "*.trials"))
                File.Delete(file);
            if (Directory.Exists(path))
                Directory.Delete(path, recursive: true);
            File.Delete(path);
            obstacle();
            using var store = new OutcomeStore(folder.Path);

            Assert.Null(store.Find(Key));
            Assert.Equal([path], store.Damaged.Keys);
            store.Keep(Key, Sound);
            Assert.Equal(TrialStatus.Done, store.Find(Key)!.Status);
        }
    }
}
