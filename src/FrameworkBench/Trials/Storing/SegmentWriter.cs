namespace FrameworkBench.Trials.Storing;

/// <summary>
/// Appends records to a segment that nobody else appends to. After an exception nothing may be appended any more: what is at the end of the
/// file is not known.
/// </summary>
internal sealed class SegmentWriter : IDisposable
{
    private const int Attempts = 3;

    private readonly IStoreFiles files;
    private readonly IDisposable hold;
    private readonly IAppendedFile file;
    private bool hasName, isUnsure;

    private SegmentWriter(IStoreFiles files, string name)
    {
        (this.files, Name) = (files, name);
        hold = files.Hold(SegmentName.Writer(name, files.Kernel));
        try
        {
            file = files.Create(SegmentName.Segment(name));
        }
        catch
        {
            hold.Dispose();
            files.Delete(SegmentName.Writer(name, files.Kernel));
            throw;
        }
    }

    /// <summary>The segment's name.</summary>
    public string Name { get; }

    /// <summary>Bytes that were appended.</summary>
    public long Length { get; private set; }

    /// <summary>Begins a segment.</summary>
    /// <exception cref="IOException">Its files cannot be made.</exception>
    public static SegmentWriter Start(IStoreFiles files)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return new SegmentWriter(files, SegmentName.New());
            }
            catch (IOException) when (attempt < Attempts)
            {
                // Whoever asks whether a file is held holds it for that moment.
            }
        }
    }

    /// <summary>Appends a record, which counts as kept after <see cref="Flush"/>.</summary>
    /// <returns>Where it begins.</returns>
    public long Append(ReadOnlySpan<byte> record)
    {
        long offset = Length;
        isUnsure = true;
        file.Append(record);
        Length += record.Length;
        return offset;
    }

    /// <summary>Makes all records that were appended survive a power loss.</summary>
    public void Flush()
    {
        file.Flush();
        if (!hasName)
            files.FlushFolder();
        hasName = true;
        isUnsure = false;
    }

    /// <summary>Ends the segment. One whose end is not sure looks as if its writer had been killed.</summary>
    public void Dispose()
    {
        file.Dispose();
        hold.Dispose();
        if (!isUnsure)
            files.Delete(SegmentName.Writer(Name, files.Kernel));
    }
}
