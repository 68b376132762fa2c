using System.Collections.Concurrent;

namespace FrameworkBench.Trials.Storing;

/// <summary>
/// Keeps outcomes in a folder of segments, files that only grow (docs/store.md). Each process that keeps something appends to a segment of
/// its own, so that many of them, on many machines, share one store without waiting for each other. An outcome that was kept survives
/// whatever ends the process or the machine; what was altered since is not believed.
/// </summary>
public sealed class OutcomeStore : IDisposable
{
    private const int Attempts = 4;

    private readonly ConcurrentDictionary<string, string> damaged = new(StringComparer.Ordinal);
    private readonly Lock writing = new();
    private readonly IStoreFiles files;
    private readonly SegmentLibrary library;
    private readonly OpenSegments open;
    private readonly TimeProvider clock;
    private SegmentWriter? writer;

    /// <summary>Opens a store, making its folder if need be.</summary>
    /// <exception cref="IOException">The folder cannot be made.</exception>
    public OutcomeStore(string folder)
        : this(new SystemFiles(folder), TimeProvider.System)
    {
    }

    internal OutcomeStore(IStoreFiles files, TimeProvider clock)
    {
        (this.files, this.clock) = (files, clock);
        (library, open) = (new SegmentLibrary(files), new OpenSegments(files));
    }

    /// <summary>Where the files are.</summary>
    public string Folder => files.Folder;

    /// <summary>What is wrong with records that were found and are not believed, by the place of each.</summary>
    public IReadOnlyDictionary<string, string> Damaged => new Dictionary<string, string>(
        library.Damaged.Concat(damaged).DistinctBy(record => record.Key), StringComparer.Ordinal);

    /// <summary>The trials that have a record, in no order, as far as the store was looked at.</summary>
    public IReadOnlyList<TrialKey> Keys => library.Keys;

    /// <summary>
    /// Segments that end in a record that was never finished, because a run was killed or the power failed; it does not count. Those that
    /// may still be written are not among them.
    /// </summary>
    public IReadOnlyList<string> Torn
    {
        get
        {
            IReadOnlyList<string> ending = library.WithTails;
            HashSet<string> living = ending.Count == 0 ? [] : [.. SegmentOwners.Living(files)];
            return [.. ending.Where(segment => !living.Contains(segment)).Select(SegmentName.Segment).Select(PathOf)];
        }
    }

    /// <summary>The outcome of a trial; null when it is not there or its record is not believed, so that the trial is run again.</summary>
    /// <param name="key">The trial's key.</param>
    /// <param name="problem">What cannot be in an outcome of this trial; null when nothing is wrong.</param>
    public Outcome? Find(TrialKey key, Func<Outcome, string?>? problem = null)
    {
        var hash = key.Value;
        for (int attempt = 1; library.Find(hash) is { } place; attempt++)
        {
            try
            {
                Outcome? outcome = Read(key, hash, place);
                if (outcome is null && attempt == Attempts)
                    return null;
                if (outcome is null)
                    library.Refresh();
                else if (problem?.Invoke(outcome) is { } wrong)
                    Disbelieve(hash, place, wrong);
                else
                    return outcome;
            }
            catch (InvalidDataException error)
            {
                Disbelieve(hash, place, error.Message);
            }
        }

        return null;
    }

    /// <summary>How a trial ended by the record that counts, mostly without reading what it holds; null when there is none.</summary>
    /// <param name="key">The trial's key.</param>
    public TrialStatus? StatusOf(TrialKey key) =>
        library.Find(key.Value) is { } place ? place.Status ?? Find(key)?.Status : null;

    /// <summary>Keeps an outcome, which counts rather than any that this store had of the trial. It is on the disk on return.</summary>
    /// <exception cref="IOException">It could not be written; nothing was kept.</exception>
    public void Keep(TrialKey key, Outcome outcome) => KeepAt(key, outcome);

    /// <summary>Takes up what other processes have kept since the store was looked at.</summary>
    public void Refresh() => library.Refresh();

    /// <summary>Removes what killed runs of before there were segments left of outcomes that they were writing.</summary>
    public void RemoveUnfinished() => UnfinishedFiles.Remove(Folder);

    /// <summary>Ends the segment of this store and closes those that it read; the next outcome that is kept begins another one.</summary>
    public void Dispose()
    {
        open.Dispose();
        lock (writing)
        {
            writer?.Dispose();
            writer = null;
        }
    }

    /// <summary>Keeps an outcome and says where.</summary>
    internal RecordPlace KeepAt(TrialKey key, Outcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        var hash = key.Value;
        byte[] content = OutcomeContent.Write(outcome);
        lock (writing)
        {
            byte[] record = RecordHeader.Record(hash, NextRevision(hash), outcome.Status, content);
            (string segment, long offset) = Append(record);
            return library.Add(segment, new SegmentPart(offset, record.Length, RecordHeader.Read(record)));
        }
    }

    /// <summary>Where the record of a trial is that counts; null when there is none.</summary>
    internal RecordPlace? PlaceOf(TrialKey key) => library.Find(key.Value);

    // A hybrid logical clock (Kulkarni et al. 2014): the time, but always more than what is replaced, whatever the machine's clock says.
    private long NextRevision(Hash256 key) =>
        Math.Max(clock.GetUtcNow().ToUnixTimeMilliseconds(), library.Find(key) is { Revision: > 0 and var known } ? known + 1 : 1);

    private (string Segment, long Offset) Append(byte[] record)
    {
        writer ??= SegmentWriter.Start(files);
        try
        {
            long offset = writer.Append(record);
            writer.Flush();
            return (writer.Name, offset);
        }
        catch
        {
            writer.Dispose();
            writer = null;
            throw;
        }
    }

    // Null where the file is gone: its records were packed into another one.
    private Outcome? Read(TrialKey key, Hash256 hash, RecordPlace place)
    {
        try
        {
            if (place.Segment == RecordPlace.Loose)
            {
                using IReadableFile? file = files.Open(LooseRecord.NameOf(key));
                return file is null ? null : LooseRecord.Read(key, LooseRecord.BytesOf(file));
            }

            return open.Read(library.NameOf(place.Segment), new SegmentPart(place.Offset, place.Length, null)) is { } record
                ? OutcomeOf(hash, record) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"it cannot be read: {error.Message}", error);
        }
    }

    private static Outcome OutcomeOf(Hash256 key, byte[] record)
    {
        if (record.Length < RecordHeader.Size || RecordHeader.Read(record) is not { } header || header.Key != key)
            throw new InvalidDataException("it is not the trial's record");
        if (!header.Fits(record))
            throw new InvalidDataException("its content does not match its checksum");
        if (header.Format != RecordHeader.CurrentFormat)
            throw new InvalidDataException("its format is not known");
        Outcome outcome = OutcomeContent.Read(record.AsSpan(RecordHeader.Size));
        return outcome.Status == header.Status ? outcome : throw new InvalidDataException("its header has another status");
    }

    private void Disbelieve(Hash256 key, RecordPlace place, string problem)
    {
        damaged[place.Segment == RecordPlace.Loose
            ? PathOf(LooseRecord.NameOf(new TrialKey(key)))
            : $"{PathOf(SegmentName.Segment(library.NameOf(place.Segment)))} at byte {place.Offset}"] = problem;
        library.Remove(key, place);
    }

    private string PathOf(string name) => Path.Combine(Folder, name);
}
