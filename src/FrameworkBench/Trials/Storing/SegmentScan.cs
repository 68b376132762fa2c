namespace FrameworkBench.Trials.Storing;

/// <summary>
/// Finds the records of a segment by their headers. What a record holds is read only where no other record follows it, as behind one that
/// was not written to its end. Bytes that are no record cost only themselves: the search goes on at the next record.
/// </summary>
internal static class SegmentScan
{
    private const int WindowSize = 1 << 16;

    /// <summary>The pieces of a segment, in order and without a gap.</summary>
    /// <param name="file">The segment.</param>
    /// <param name="from">Where a piece begins.</param>
    /// <param name="length">Where to end: the file's length, which may grow meanwhile.</param>
    public static IEnumerable<SegmentPart> Parts(IReadableFile file, long from, long length)
    {
        byte[] bytes = new byte[RecordHeader.Size];
        for (long at = from; at < length;)
        {
            RecordHeader? header = RecordAt(file, at, length, bytes);
            long end = header is { } found ? at + found.RecordLength : NextRecord(file, at + 1, length);
            yield return new SegmentPart(at, end - at, header);
            at = end;
        }
    }

    /// <summary>The bytes of a piece; fewer where the file was cut off.</summary>
    public static byte[] Read(IReadableFile file, SegmentPart part)
    {
        byte[] bytes = new byte[part.Length];
        return bytes[..file.Read(part.Offset, bytes)];
    }

    /// <summary>Whether a piece is a record whose content is what its digest says.</summary>
    public static bool IsSound(IReadableFile file, SegmentPart part) =>
        part.Header is { } header && header.Fits(Read(file, part));

    private static RecordHeader? RecordAt(IReadableFile file, long at, long length, byte[] bytes) =>
        HeaderAt(file, at, length, bytes) is { } header
            && (HeaderAt(file, at + header.RecordLength, length, bytes) is not null
                || IsSound(file, new SegmentPart(at, header.RecordLength, header)))
            ? header : null;

    // Null as well where the content reaches beyond the end.
    private static RecordHeader? HeaderAt(IReadableFile file, long at, long length, byte[] bytes) =>
        file.Read(at, bytes) == bytes.Length && RecordHeader.Read(bytes) is { } header && at + header.RecordLength <= length
            ? header : null;

    private static long NextRecord(IReadableFile file, long from, long length)
    {
        byte[] window = new byte[WindowSize], bytes = new byte[RecordHeader.Size];
        for (long at = from; at < length; at += WindowSize - RecordHeader.Magic.Length + 1)
        {
            int read = file.Read(at, window);
            for (int place = 0, next; (next = window.AsSpan(place, read - place).IndexOf(RecordHeader.Magic)) >= 0; place += next + 1)
            {
                if (RecordAt(file, at + place + next, length, bytes) is not null)
                    return at + place + next;
            }
        }

        return length;
    }
}
