namespace FrameworkBench.Trials.Storing;

/// <summary>Where a record is, and what decides whether it counts.</summary>
/// <param name="Segment">The number of its segment; that of no segment for a file of its own.</param>
/// <param name="Offset">Where it begins.</param>
/// <param name="Length">Bytes of the record.</param>
/// <param name="Revision">Its revision.</param>
/// <param name="Tie">The first 8 bytes of its digest.</param>
/// <param name="Status">How the trial ended; null where only the content says it.</param>
internal readonly record struct RecordPlace(int Segment, long Offset, long Length, long Revision, ulong Tie, TrialStatus? Status)
{
    /// <summary>The segment of what is a file of its own.</summary>
    public const int Loose = -1;

    /// <summary>A file of its own counts less than any record of a segment.</summary>
    public static RecordPlace OfLooseFile { get; } = new(Loose, 0, 0, long.MinValue, 0, null);

    /// <summary>The place of a record in a segment.</summary>
    public static RecordPlace Of(int segment, SegmentPart part, RecordHeader header) =>
        new(segment, part.Offset, part.Length, header.Revision, (ulong)(header.Digest.High >> 64), header.Status);

    /// <summary>
    /// Whether this one counts rather than another of the same trial: by revision, else by digest. Both are in the record, so that every
    /// machine decides alike, wherever the record stands and in whatever order it is read.
    /// </summary>
    public bool IsAfter(RecordPlace other) => (Revision, Tie).CompareTo((other.Revision, other.Tie)) > 0;
}
