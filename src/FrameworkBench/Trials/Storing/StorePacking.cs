namespace FrameworkBench.Trials.Storing;

/// <summary>
/// Writes the records that stay into new segments, and removes the files that they came from when they are on the disk. So a kill or a
/// power loss at any moment loses nothing: at worst a record is there twice, which counts once.
/// </summary>
internal sealed class StorePacking : IDisposable
{
    private const long Full = 256L << 20;

    private readonly IStoreFiles files;
    private readonly List<string> copied = [];
    private SegmentWriter? writer;

    private StorePacking(IStoreFiles files) => this.files = files;

    /// <summary>Packs a store.</summary>
    /// <exception cref="IOException">A file could not be written or removed. Nothing is lost, and packing again does the rest.</exception>
    public static void Run(IStoreFiles files, PackingPlan plan)
    {
        using var packing = new StorePacking(files);
        foreach (int segment in plan.Rewritten)
            packing.Copy(plan.Survey.Segments[segment].Name, plan.Staying[segment]);
        HashSet<TrialKey> staying = [.. plan.StayingLoose];
        foreach (TrialKey key in plan.Survey.Loose)
            packing.Copy(key, staying.Contains(key));
        packing.copied.AddRange(plan.Survey.SpoiltLoose.Select(LooseRecord.NameOf));
        packing.Finish();
    }

    /// <inheritdoc/>
    public void Dispose() => writer?.Dispose();

    // A file that is gone was packed by another process, which had its records on the disk before.
    private void Copy(string segment, IReadOnlyList<SegmentPart> records)
    {
        using (IReadableFile? file = files.Open(SegmentName.Segment(segment)))
        {
            if (file is null)
                return;
            foreach (SegmentPart record in records)
                Append(SegmentScan.Read(file, record));
        }

        copied.Add(SegmentName.Segment(segment));
        copied.AddRange(SegmentOwners.Writers(files).Where(writer => writer.Segment == segment)
            .Select(writer => SegmentName.Writer(segment, writer.Kernel)));
    }

    private void Copy(TrialKey key, bool stays)
    {
        using (IReadableFile? file = files.Open(LooseRecord.NameOf(key)))
        {
            if (file is null)
                return;
            if (stays)
                Append(RecordOf(key, LooseRecord.Read(key, LooseRecord.BytesOf(file))));
        }

        copied.Add(LooseRecord.NameOf(key));
    }

    private static byte[] RecordOf(TrialKey key, Outcome outcome) =>
        RecordHeader.Record(key.Value, revision: 0, outcome.Status, OutcomeContent.Write(outcome));

    private void Append(byte[] record)
    {
        if (RecordHeader.Read(record) is not { } header || !header.Fits(record))
            throw new IOException($"{files.Folder}: a record changed while it was read; pack the store again");
        if (writer?.Length >= Full)
            Finish();
        writer ??= SegmentWriter.Start(files);
        writer.Append(record);
    }

    private void Finish()
    {
        writer?.Flush();
        writer?.Dispose();
        writer = null;
        foreach (string name in copied)
            files.Delete(name);
        copied.Clear();
    }
}
