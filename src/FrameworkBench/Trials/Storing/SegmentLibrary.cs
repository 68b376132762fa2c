namespace FrameworkBench.Trials.Storing;

/// <summary>
/// What the files of a store hold, as far as it was looked at: an index over all segments and files of their own. It is made from the files
/// alone, and may be used by several threads.
/// </summary>
internal sealed class SegmentLibrary(IStoreFiles files)
{
    private const int MostListings = 20;

    private readonly Lock gate = new();
    private readonly RecordIndex index = new();
    private readonly HashSet<Hash256> loose = [];
    private readonly List<string> names = [];
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> ends = new(StringComparer.Ordinal);
    private readonly HashSet<string> withTails = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> damaged = new(StringComparer.Ordinal);
    private bool isRead;

    /// <summary>The trials that have a record.</summary>
    public IReadOnlyList<TrialKey> Keys => Locked(() => index.Keys.Select(key => new TrialKey(key)).ToArray());

    /// <summary>What is wrong with files and with bytes between records, by their places.</summary>
    public IReadOnlyDictionary<string, string> Damaged => Locked(() => new Dictionary<string, string>(damaged, StringComparer.Ordinal));

    /// <summary>Segments with bytes behind their last record, which somebody is still writing or was stopped from writing.</summary>
    public IReadOnlyList<string> WithTails => Locked(() => withTails.Order(StringComparer.Ordinal).ToArray());

    /// <summary>The record of a trial that counts; null where there is none.</summary>
    public RecordPlace? Find(Hash256 key) => Locked(() => index.Find(key));

    /// <summary>The name of a segment by its number.</summary>
    public string NameOf(int segment) => Locked(() => names[segment]);

    /// <summary>Takes away a record that is not believed, so that the next one counts.</summary>
    public void Remove(Hash256 key, RecordPlace place) => Locked(() => index.Remove(key, place));

    /// <summary>Adds a record that was just appended behind all others of its segment.</summary>
    public RecordPlace Add(string segment, SegmentPart part) => Locked(() =>
    {
        RecordHeader header = part.Header!.Value;
        var place = RecordPlace.Of(NumberOf(segment), part, header);
        if (ends.GetValueOrDefault(segment) < part.End)
            index.Add(header.Key, place);
        ends[segment] = Math.Max(part.End, ends.GetValueOrDefault(segment));
        return place;
    });

    /// <summary>Takes up what others have appended, added or removed since.</summary>
    public void Refresh() => Locked(() => { }, afresh: true);

    private void Locked(Action action, bool afresh = false) => Locked(
        () =>
        {
            action();
            return true;
        },
        afresh);

    private T Locked<T>(Func<T> action, bool afresh = false)
    {
        lock (gate)
        {
            if (afresh || !isRead)
                Read();
            return action();
        }
    }

    private void Read()
    {
        string[] listed = Listed();
        string[] segments = [.. listed.Select(SegmentName.OfSegment).OfType<string>()];
        if (ends.Keys.Except(segments, StringComparer.Ordinal).Any())
            Forget();
        foreach (string segment in segments)
            Read(segment);
        ReadLoose(listed);
        isRead = true;
    }

    // What moves from one file to another while a folder is listed may be seen in neither. A folder that is twice the same did not change.
    private string[] Listed()
    {
        string[] listed = ListedOnce();
        for (int listing = 1; listing < MostListings; listing++)
        {
            string[] again = ListedOnce();
            if (again.AsSpan().SequenceEqual(listed))
                break;
            listed = again;
        }

        return listed;
    }

    private string[] ListedOnce() => [.. files.List("").Order(StringComparer.Ordinal)];

    private void Forget()
    {
        index.Clear();
        loose.Clear();
        ends.Clear();
        withTails.Clear();
    }

    private void Read(string segment)
    {
        string name = SegmentName.Segment(segment);
        try
        {
            using IReadableFile? file = files.Open(name);
            if (file is not null)
                Read(segment, file, file.Length);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            damaged[PathOf(name)] = $"it cannot be read: {error.Message}";
        }
    }

    private void Read(string segment, IReadableFile file, long length)
    {
        long from = ends.TryAdd(segment, 0) ? 0 : ends[segment];
        withTails.Remove(segment);
        foreach (SegmentPart part in SegmentScan.Parts(file, from, length))
        {
            if (part.Header is { } header)
                index.Add(header.Key, RecordPlace.Of(NumberOf(segment), part, header));
            else if (part.End < length)
                damaged[$"{PathOf(SegmentName.Segment(segment))} at byte {part.Offset}"] = $"{part.Length} bytes are no record";
            else
                withTails.Add(segment);
            if (!withTails.Contains(segment))
                ends[segment] = part.End;
        }
    }

    private void ReadLoose(string[] listed)
    {
        HashSet<Hash256> found =
        [
            .. from folder in listed.Where(LooseRecord.IsFolder)
               from file in files.List(folder)
               let key = LooseRecord.KeyOf(folder, file)
               where key is not null
               select key.Value.Value,
        ];
        foreach (Hash256 key in found.Where(loose.Add))
            index.Add(key, RecordPlace.OfLooseFile);
        foreach (Hash256 key in loose.Except(found).ToArray())
        {
            loose.Remove(key);
            index.Remove(key, RecordPlace.OfLooseFile);
        }
    }

    private int NumberOf(string segment)
    {
        if (numbers.TryGetValue(segment, out int number))
            return number;
        names.Add(segment);
        return numbers[segment] = names.Count - 1;
    }

    private string PathOf(string name) => Path.Combine(files.Folder, name);
}
