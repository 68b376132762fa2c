namespace FrameworkBench.Trials.Storing;

/// <summary>What a store holds, found by reading every byte of it.</summary>
internal sealed class StoreSurvey
{
    private readonly IStoreFiles files;
    private readonly List<SurveyedSegment> segments = [];
    private readonly List<TrialKey> loose = [];
    private readonly List<TrialKey> spoilt = [];
    private readonly List<string> torn = [];
    private readonly SortedDictionary<string, string> damaged = new(StringComparer.Ordinal);

    private StoreSurvey(IStoreFiles files) => this.files = files;

    /// <summary>The segments, in the order of their names; the index counts them in this order.</summary>
    public IReadOnlyList<SurveyedSegment> Segments => segments;

    /// <summary>The trials with a file of their own that is sound.</summary>
    public IReadOnlyList<TrialKey> Loose => loose;

    /// <summary>The trials with a file of their own that no version can read.</summary>
    public IReadOnlyList<TrialKey> SpoiltLoose => spoilt;

    /// <summary>What is wrong with records and files, by their places.</summary>
    public IReadOnlyDictionary<string, string> Damaged => damaged;

    /// <summary>The segments that end in a record that was never finished.</summary>
    public IReadOnlyList<string> Torn => torn;

    /// <summary>All sound records.</summary>
    public RecordIndex Index { get; } = new();

    /// <summary>Bytes of all files.</summary>
    public long Bytes { get; private set; }

    /// <summary>Sound records, those that do not count among them.</summary>
    public int Records => segments.Sum(segment => segment.Records.Count) + loose.Count;

    /// <summary>Reads the files of their own, and some segments.</summary>
    /// <param name="files">The store.</param>
    /// <param name="names">The names of the segments.</param>
    public static StoreSurvey Of(IStoreFiles files, IEnumerable<string> names)
    {
        var survey = new StoreSurvey(files);
        foreach (string name in names.Order(StringComparer.Ordinal))
            survey.Try(SegmentName.Segment(name), file => survey.Read(name, file));
        foreach (string folder in files.List("").Where(LooseRecord.IsFolder).Order(StringComparer.Ordinal))
        {
            foreach (TrialKey key in files.List(folder).Select(file => LooseRecord.KeyOf(folder, file)).OfType<TrialKey>())
                survey.Try(LooseRecord.NameOf(key), file => survey.Read(key, file));
        }

        return survey;
    }

    /// <summary>The names of all segments of a store.</summary>
    public static IReadOnlyList<string> Names(IStoreFiles files) => [.. files.List("").Select(SegmentName.OfSegment).OfType<string>()];

    private void Try(string name, Action<IReadableFile> read)
    {
        try
        {
            using IReadableFile? file = files.Open(name);
            if (file is not null)
                read(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            damaged[PathOf(name)] = error.Message;
        }
    }

    private void Read(string name, IReadableFile file)
    {
        long length = file.Length;
        var records = new List<SegmentPart>();
        foreach (SegmentPart part in SegmentScan.Parts(file, 0, length))
        {
            if (SegmentScan.IsSound(file, part))
                records.Add(part);
            else if (part.End == length)
                torn.Add(PathOf(SegmentName.Segment(name)));
            else
                damaged[$"{PathOf(SegmentName.Segment(name))} at byte {part.Offset}"] = part.Header is null
                    ? $"{part.Length} bytes are no record" : "its content does not match its checksum";
        }

        foreach (SegmentPart record in records)
            Index.Add(record.Header!.Value.Key, RecordPlace.Of(segments.Count, record, record.Header.Value));
        segments.Add(new SurveyedSegment(name, length, records, length - records.Sum(record => record.Length)));
        Bytes += length;
    }

    private void Read(TrialKey key, IReadableFile file)
    {
        Bytes += file.Length;
        try
        {
            LooseRecord.Read(key, LooseRecord.BytesOf(file));
            Index.Add(key.Value, RecordPlace.OfLooseFile);
            loose.Add(key);
        }
        catch (InvalidDataException error)
        {
            damaged[PathOf(LooseRecord.NameOf(key))] = error.Message;
            if (!LooseRecord.IsOfLaterFormat(file))
                spoilt.Add(key);
        }
    }

    private string PathOf(string name) => Path.Combine(files.Folder, name);
}
