namespace FrameworkBench.Trials.Storing;

/// <summary>
/// The segments that a store has read records from, kept open: opening a file costs more than reading a record, and a run reads thousands
/// of each. A segment that is removed meanwhile, because its records were packed into another one, can still be read here.
/// </summary>
internal sealed class OpenSegments(IStoreFiles files) : IDisposable
{
    // The store of a cluster has a segment for every task, and a process may open only so many files.
    private const int Most = 64;

    private readonly Lock gate = new();
    private readonly Dictionary<string, IReadableFile> open = new(StringComparer.Ordinal);

    /// <summary>Reads a part of a segment; null where there is no such file.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public byte[]? Read(string segment, SegmentPart part)
    {
        if (KeptOpen(segment) is { } kept)
            return SegmentScan.Read(kept, part);
        using IReadableFile? file = files.Open(SegmentName.Segment(segment));
        return file is null ? null : SegmentScan.Read(file, part);
    }

    /// <summary>Closes all of them; what is read next is opened again.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            foreach (IReadableFile file in open.Values)
                file.Dispose();
            open.Clear();
        }
    }

    private IReadableFile? KeptOpen(string segment)
    {
        lock (gate)
        {
            if (open.TryGetValue(segment, out IReadableFile? file) || open.Count == Most)
                return file;
            file = files.Open(SegmentName.Segment(segment));
            if (file is not null)
                open[segment] = file;
            return file;
        }
    }
}
