using System.Diagnostics;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Trials;
using FrameworkBench.Trials.Storing;

namespace FrameworkBench.Tests.Trials.Storing;

public sealed class OutcomeStoreTests : IDisposable
{
    private static readonly TrialKey Key = KeyOf(1);
    private readonly TemporaryFolder folder = new();

    private string OnlySegment => Assert.Single(Directory.GetFiles(folder.Path, "*.trials"));

    public void Dispose() => folder.Dispose();

    private static TrialKey KeyOf(int seed) => TrialKey.Of([("model", "a"), ("seed", $"{seed}")]);

    private static Outcome Noted(string note) => new()
    {
        Status = TrialStatus.Done,
        Predictions = new Predictions(1, 2, [0.25, 0.75]),
        History = new History { Loss = [0.5] },
        Notes = [note],
    };

    private OutcomeStore Keeping(int trials)
    {
        using var store = new OutcomeStore(folder.Path);
        for (int seed = 1; seed <= trials; seed++)
            store.Keep(KeyOf(seed), Noted($"{seed}"));
        return store;
    }

    [Fact]
    public void More_segments_than_may_be_open_are_read_by_several_threads()
    {
        const int Segments = 100;
        for (int seed = 1; seed <= Segments; seed++)
        {
            using var one = new OutcomeStore(folder.Path);
            one.Keep(KeyOf(seed), Noted($"{seed}"));
        }

        using var store = new OutcomeStore(folder.Path);
        string[] notes = Enumerable.Range(0, 3 * Segments).AsParallel().AsOrdered()
            .Select(read => store.Find(KeyOf((read % Segments) + 1))!.Notes.Single()).ToArray();

        Assert.Equal(Segments, Directory.GetFiles(folder.Path, "*.trials").Length);
        Assert.Equal(Enumerable.Range(0, 3 * Segments).Select(read => $"{(read % Segments) + 1}"), notes);
    }

    [Fact]
    public void A_record_is_read_from_a_segment_that_is_open_after_it_was_packed_into_another()
    {
        Keeping(3);
        using var store = new OutcomeStore(folder.Path);
        Assert.NotNull(store.Find(KeyOf(1)));
        File.Delete(OnlySegment);

        Assert.Equal("2", store.Find(KeyOf(2))!.Notes.Single());
        store.Refresh();
        Assert.Null(store.Find(KeyOf(2)));
    }

    [Fact]
    public void What_is_kept_is_found_again_to_the_last_bit()
    {
        var outcome = new Outcome
        {
            Status = TrialStatus.Done,
            Predictions = new Predictions(2, 2, [0.1, 0.9, 1.0 / 3, 2.0 / 3]),
            Codes = new Predictions(1, 3, [-0.0, double.NegativeInfinity, 1e-45f]),
            History = new History { Loss = [0.7, 0.5, -0.0], Accuracy = [0.5f, 0.75], ValidationLoss = [0.8, double.NaN] },
            Epochs = 2,
            BestEpoch = 1,
            Stopped = StopReason.Early,
            FitSeconds = 0.25,
            PeakBytes = 1 << 20,
            Measures = new Dictionary<string, double> { ["first_error_free_pass"] = 4, ["undefined"] = double.NaN },
            Notes = ["a setting was mapped"],
        };
        using (var store = new OutcomeStore(folder.Path))
            store.Keep(Key, outcome);
        Outcome found = Assert.IsType<Outcome>(new OutcomeStore(folder.Path).Find(Key));

        Assert.Equal(Bits(outcome.Predictions.Values), Bits(found.Predictions!.Values));
        Assert.Equal(Bits(outcome.Codes.Values), Bits(found.Codes!.Values));
        Assert.Equal((1, 3), (found.Codes.Rows, found.Codes.Columns));
        Assert.Equal(Bits(outcome.History.Loss), Bits(found.History.Loss!));
        Assert.Equal(Bits(outcome.History.Accuracy), Bits(found.History.Accuracy!));
        Assert.Equal(Bits(outcome.History.ValidationLoss), Bits(found.History.ValidationLoss!));
        Assert.Null(found.History.ValidationAccuracy);
        Assert.Equal(
            (outcome.Epochs, outcome.BestEpoch, outcome.Stopped, outcome.FitSeconds, outcome.PeakBytes),
            (found.Epochs, found.BestEpoch, found.Stopped, found.FitSeconds, found.PeakBytes));
        Assert.Equal(outcome.Measures, found.Measures);
        Assert.Equal(outcome.Notes, found.Notes);

        static long[] Bits(IEnumerable<double> values) => [.. values.Select(BitConverter.DoubleToInt64Bits)];
    }

    [Fact]
    public void Numbers_of_random_bits_come_back_to_the_last_bit()
    {
        var random = new Random(7);
        for (int round = 0; round < 200; round++)
        {
            double[] values = [.. Enumerable.Range(0, random.Next(40)).Select(_ => round % 2 == 0
                ? BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue))
                : BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue)))];
            Outcome outcome = Noted("") with
            {
                Predictions = new Predictions(values.Length, 1, values),
                History = new History { ValidationAccuracy = values },
            };
            Outcome found = OutcomeContent.Read(OutcomeContent.Write(outcome));

            long[] bits = [.. values.Select(BitConverter.DoubleToInt64Bits)];
            Assert.Equal(bits, found.Predictions!.Values.Select(BitConverter.DoubleToInt64Bits));
            Assert.Equal(bits, found.History.ValidationAccuracy!.Select(BitConverter.DoubleToInt64Bits));
        }
    }

    [Fact]
    public void Predictions_of_32_bits_take_32_bits()
    {
        var random = new Random(3);
        double[] wide = [.. Enumerable.Range(0, 4000).Select(_ => random.NextDouble())];
        double[] narrow = Array.ConvertAll(wide, value => (double)(float)value);

        Assert.InRange(LengthOf(narrow), 3 * 4000, 4 * 4000);
        Assert.InRange(LengthOf(wide), 6 * 4000, 8 * 4000);

        static int LengthOf(double[] values) =>
            OutcomeContent.Write(Noted("") with { Predictions = new Predictions(4000, 1, values) }).Length;
    }

    [Fact]
    public void A_history_takes_a_fraction_of_its_text()
    {
        double[] loss = [.. Enumerable.Range(0, 4000).Select(epoch => Math.Exp(-epoch / 500.0))];
        byte[] content = OutcomeContent.Write(Noted("") with { History = new History { Loss = loss } });
        Assert.InRange(content.Length, 1000, LooseFiles.Bytes(Key, Noted("") with { History = new History { Loss = loss } }).Length / 3);
    }

    [Fact]
    public void Of_a_segment_with_a_flipped_bit_only_that_record_is_lost()
    {
        Keeping(3);
        byte[] segment = File.ReadAllBytes(OnlySegment);
        var random = new Random(11);
        for (int trial = 0; trial < 1500; trial++)
        {
            byte[] altered = [.. segment];
            int bit = random.Next(8 * segment.Length);
            altered[bit / 8] ^= (byte)(1 << (bit % 8));
            var store = new OutcomeStore(new HeldFiles(("a.trials", altered)), TimeProvider.System);
            string[] found = [.. Enumerable.Range(1, 3).Select(seed => store.Find(KeyOf(seed))).OfType<Outcome>()
                .SelectMany(outcome => outcome.Notes)];
            Assert.Equal(2, found.Intersect(["1", "2", "3"]).Count());
            Assert.Equal(2, found.Length);
            Assert.Equal(1, store.Damaged.Count + store.Torn.Count);
        }
    }

    [Fact]
    public void Of_a_segment_that_is_cut_off_all_whole_records_are_found_and_no_other()
    {
        Keeping(3);
        byte[] segment = File.ReadAllBytes(OnlySegment);
        long[] ends = [0, .. Segments.Parts(OnlySegment).Select(part => part.End)];
        for (int length = 0; length < segment.Length; length++)
        {
            var store = new OutcomeStore(new HeldFiles(("a.trials", segment[..length])), TimeProvider.System);
            Assert.Equal(
                Enumerable.Range(1, 3).Where(seed => ends[seed] <= length),
                Enumerable.Range(1, 3).Where(seed => store.Find(KeyOf(seed)) is not null));
            Assert.Equal(ends.Contains(length) ? 0 : 1, store.Torn.Count);
            Assert.Empty(store.Damaged);
        }
    }

    [Fact]
    public void Bytes_between_records_cost_nothing_else()
    {
        Keeping(2);
        byte[] segment = File.ReadAllBytes(OnlySegment);
        int half = (int)Segments.Parts(OnlySegment)[0].End;
        byte[] noise = new byte[100_000];
        new Random(5).NextBytes(noise);
        byte[][] between = [noise, new byte[70_000], [.. RecordHeader.Magic], segment[..RecordHeader.Size], segment[..(half - 1)]];
        foreach (byte[] bytes in between)
        {
            var store = new OutcomeStore(
                new HeldFiles(("a.trials", [.. segment[..half], .. bytes, .. segment[half..]])), TimeProvider.System);
            Assert.Equal(["1", "2"], Enumerable.Range(1, 2).Select(seed => Assert.Single(store.Find(KeyOf(seed))!.Notes)));
            Assert.Single(store.Damaged);
        }
    }

    [Fact]
    public void The_record_of_another_trial_is_not_believed()
    {
        byte[] content = OutcomeContent.Write(Noted("other"));
        byte[] record = RecordHeader.Record(KeyOf(2).Value, 1, TrialStatus.Done, content);
        Key.Value.Write(record.AsSpan(16));
        Assert.Null(new OutcomeStore(new HeldFiles(("a.trials", record)), TimeProvider.System).Find(Key));
    }

    [Fact]
    public void The_record_of_the_later_revision_counts_in_whatever_order_files_are_read()
    {
        byte[] first = Record(1, "first"), second = Record(2, "second"), alike = Record(2, "alike");
        string[] winners =
        [
            .. from files in new byte[][][] { [first, second, alike], [alike, second, first], [second, first, alike] }
               select Assert.Single(new OutcomeStore(
                   new HeldFiles([.. files.Select((bytes, i) => ($"{i}.trials", bytes))]), TimeProvider.System).Find(Key)!.Notes),
        ];

        Assert.NotEqual("first", Assert.Single(winners.Distinct()));

        static byte[] Record(long revision, string note) =>
            RecordHeader.Record(Key.Value, revision, TrialStatus.Done, OutcomeContent.Write(Noted(note)));
    }

    [Fact]
    public void What_replaces_a_record_counts_although_the_clock_was_put_back()
    {
        var files = new HeldFiles();
        new OutcomeStore(files, new StoppedClock(2030)).Keep(Key, Noted("first"));
        new OutcomeStore(files, new StoppedClock(2020)).Keep(Key, Noted("second"));

        Assert.Equal(["second"], new OutcomeStore(files, TimeProvider.System).Find(Key)!.Notes);
    }

    [Fact]
    public void Where_the_record_that_counts_is_not_believed_the_one_before_it_is_found()
    {
        Keeping(1);
        using (var store = new OutcomeStore(folder.Path))
            store.Keep(Key, Noted("later"));

        var reader = new OutcomeStore(folder.Path);
        Outcome found = reader.Find(Key, outcome => outcome.Notes[0] == "later" ? "it cannot be" : null)!;
        Assert.Equal(["1"], found.Notes);
        Assert.Equal(["it cannot be"], reader.Damaged.Values);
    }

    [Fact]
    public void What_another_store_keeps_is_found_after_a_refresh()
    {
        using OutcomeStore writer = new(folder.Path), reader = new(folder.Path);
        writer.Keep(KeyOf(1), Noted("1"));
        Assert.Equal(["1"], reader.Find(KeyOf(1))!.Notes);
        writer.Keep(KeyOf(2), Noted("2"));
        Assert.Null(reader.Find(KeyOf(2)));
        reader.Refresh();
        Assert.Equal(["2"], reader.Find(KeyOf(2))!.Notes);
        Assert.Equal(TrialStatus.Done, reader.StatusOf(KeyOf(2)));
        Assert.Null(reader.StatusOf(KeyOf(3)));
    }

    [Fact]
    public void A_segment_that_was_ended_has_no_writer_and_one_that_was_not_has()
    {
        using var store = new OutcomeStore(folder.Path);
        store.Keep(Key, Noted("1"));
        Assert.Single(Directory.GetFiles(folder.Path, "*.writer"));
        store.Dispose();
        Assert.Empty(Directory.GetFiles(folder.Path, "*.writer"));
        store.Keep(KeyOf(2), Noted("2"));
        Assert.Equal(2, Directory.GetFiles(folder.Path, "*.trials").Length);
    }

    [Fact]
    public void A_pipe_a_folder_or_a_device_in_the_place_of_a_segment_is_told_and_harms_nothing_else()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such pipes, and links need a right");
        Keeping(1);
        string path = Path.Combine(folder.Path, "obstacle.trials");
        Action[] obstacles =
        [
            () => Process.Start("mkfifo", [path]).WaitForExit(),
            () => File.CreateSymbolicLink(path, path),
            () => File.CreateSymbolicLink(path, "/dev/zero"),
            () => Directory.CreateDirectory(path),
        ];
        foreach (Action obstacle in obstacles)
        {
            File.Delete(path);
            obstacle();
            var store = new OutcomeStore(folder.Path);
            Assert.Equal(["1"], store.Find(Key)!.Notes);
            Assert.Equal([path], store.Damaged.Keys);
        }
    }

    [Fact]
    public async Task Two_runs_that_keep_the_same_trial_at_once_leave_one_whole_outcome()
    {
        await Parallel.ForAsync(0, 40, TestContext.Current.CancellationToken, (i, _) =>
        {
            using var store = new OutcomeStore(folder.Path);
            store.Keep(Key, Outcome.Without(TrialStatus.Failed, $"reason {i}"));
            return ValueTask.CompletedTask;
        });

        var reader = new OutcomeStore(folder.Path);
        Assert.StartsWith("reason", reader.Find(Key)!.Reason, StringComparison.Ordinal);
        Assert.Equal([Key], reader.Keys);
        Assert.Empty(Directory.GetFiles(folder.Path, "*.writer"));
    }

    [Fact]
    public void A_trial_that_was_never_kept_is_not_found() => Assert.Null(new OutcomeStore(folder.Path).Find(Key));

    private sealed class StoppedClock(int year) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(year, 1, 1, 0, 0, 0, TimeSpan.Zero);
    }
}
