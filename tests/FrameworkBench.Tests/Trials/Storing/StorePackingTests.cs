using FrameworkBench.Trials;
using FrameworkBench.Trials.Storing;

namespace FrameworkBench.Tests.Trials.Storing;

/// <summary>Packing a store loses no outcome that counts, and leaves alone what somebody may be writing.</summary>
public sealed class StorePackingTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private SystemFiles Files => new(folder.Path);

    private string[] Segments => Directory.GetFiles(folder.Path, "*.trials");

    public void Dispose() => folder.Dispose();

    private static TrialKey KeyOf(int seed) => TrialKey.Of([("seed", $"{seed}")]);

    private static Outcome Noted(string note) => new() { Status = TrialStatus.Done, Notes = [note] };

    private PackingPlan Pack(Func<TrialKey, bool>? isWanted = null, bool isUnused = false)
    {
        var plan = PackingPlan.Of(Files, isWanted ?? (_ => true), isUnused);
        StorePacking.Run(Files, plan);
        return plan;
    }

    private void Keep(params (int Seed, string Note)[] outcomes)
    {
        using var store = new OutcomeStore(folder.Path);
        foreach ((int seed, string note) in outcomes)
            store.Keep(KeyOf(seed), Noted(note));
    }

    private string[] Found(int seeds)
    {
        var store = new OutcomeStore(folder.Path);
        return [.. Enumerable.Range(1, seeds).Select(seed => store.Find(KeyOf(seed))?.Notes[0] ?? "nothing")];
    }

    [Fact]
    public void Segments_and_files_of_one_trial_become_one_segment()
    {
        LooseFiles.Write(folder.Path, KeyOf(1), Noted("loose"));
        LooseFiles.Write(folder.Path, KeyOf(2), Noted("superseded"));
        Keep((2, "second"));
        Keep((3, "third"));

        PackingPlan plan = Pack();

        Assert.Equal((2, 2, 1), (plan.Rewritten.Count, plan.Survey.Loose.Count, plan.Superseded));
        Assert.Equal(["loose", "second", "third"], Found(3));
        Assert.Equal(Segments, Directory.GetFileSystemEntries(folder.Path));
        Assert.Single(Segments);
        Assert.True(Pack().IsEmpty);
    }

    [Fact]
    public void What_is_superseded_damaged_or_torn_goes_and_the_sound_record_before_it_stays()
    {
        Keep((1, "old"), (2, "two"));
        Keep((3, "three"), (1, "new"), (2, "later"));
        Storing.Segments.Spoil(folder.Path, KeyOf(3));
        foreach (string segment in Segments)
            File.AppendAllBytes(segment, [.. RecordHeader.Magic, 1, 2, 3]);

        PackingPlan plan = Pack();

        Assert.Equal((2, 1, 2), (plan.Superseded, plan.Survey.Damaged.Count, plan.Survey.Torn.Count));
        Assert.Equal(["new", "later", "nothing"], Found(3));
        var survey = StoreSurvey.Of(Files, StoreSurvey.Names(Files));
        Assert.Equal((2, 0, 0), (survey.Records, survey.Damaged.Count, survey.Torn.Count));
    }

    [Fact]
    public void Where_the_later_record_is_damaged_the_one_before_it_stays()
    {
        Keep((1, "old"));
        string first = Assert.Single(Segments);
        Keep((1, "new"), (2, "two"));
        string second = Assert.Single(Segments, segment => segment != first);
        byte[] bytes = File.ReadAllBytes(second);
        bytes[RecordHeader.Size + 10] ^= 1;
        File.WriteAllBytes(second, bytes);

        Pack();

        Assert.Equal(["old", "two"], Found(2));
    }

    [Fact]
    public void A_segment_whose_writer_lives_or_may_live_is_left_alone()
    {
        using var living = new OutcomeStore(folder.Path);
        living.Keep(KeyOf(1), Noted("living"));
        Keep((2, "elsewhere"));
        string elsewhere = Segments.Single(segment => Storing.Segments.Parts(segment)[0].Header!.Value.Key == KeyOf(2).Value);
        File.WriteAllText(elsewhere.Replace(".trials", ".another.writer", StringComparison.Ordinal), "");
        string[] before = Segments;
        Keep((1, "first"), (1, "second"));

        PackingPlan plan = Pack();

        Assert.Equal((1, 2, 1), (plan.Rewritten.Count, plan.Living.Count, plan.Superseded));
        Assert.Empty(before.Except(Segments));
        Assert.Equal(["second", "elsewhere"], Found(2));

        living.Dispose();
        Assert.Empty(Pack(isUnused: true).Living);
        Assert.Equal(["second", "elsewhere"], Found(2));
        Assert.Equal(Segments, Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void What_a_killed_writer_left_is_packed()
    {
        Keep((1, "one"));
        string left = Assert.Single(Segments);
        File.WriteAllText(left.Replace(".trials", $".{Files.Kernel}.writer", StringComparison.Ordinal), "");

        Assert.Equal([0], Pack().Rewritten);
        Assert.Equal(["one"], Found(1));
        Assert.Equal(Segments, Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Trials_that_are_not_wanted_go_and_only_these()
    {
        LooseFiles.Write(folder.Path, KeyOf(1), Noted("one"));
        Keep((2, "two"), (3, "three"));
        PackingPlan plan = Pack(key => key == KeyOf(3));
        Assert.Equal((2, 0), (plan.Unwanted, plan.Superseded));
        Assert.Equal(["nothing", "nothing", "three"], Found(3));
    }

    [Fact]
    public void A_store_that_was_looked_at_before_finds_everything_after()
    {
        LooseFiles.Write(folder.Path, KeyOf(1), Noted("one"));
        Keep((2, "two"));
        var reader = new OutcomeStore(folder.Path);
        Assert.Equal(2, reader.Keys.Count);

        Pack();

        Assert.Equal(["one", "two"], Enumerable.Range(1, 2).Select(seed => reader.Find(KeyOf(seed))!.Notes[0]));
        Assert.Empty(reader.Damaged);
    }

    [Fact]
    public void A_file_of_one_trial_that_no_version_can_read_goes_and_one_of_a_later_version_stays()
    {
        string spoilt = LooseFiles.Write(folder.Path, KeyOf(1), "nonsense"u8.ToArray());
        string later = LooseFiles.Write(folder.Path, KeyOf(2), """{"format":7,"sha256":"","outcome":{}}"""u8.ToArray());

        PackingPlan plan = Pack();

        Assert.Equal(2, plan.Survey.Damaged.Count);
        Assert.False(File.Exists(spoilt));
        Assert.True(File.Exists(later));
    }
}
