namespace FrameworkBench.Trials.Storing;

/// <summary>A file that is open for reading; others may append to it meanwhile.</summary>
internal interface IReadableFile : IDisposable
{
    /// <summary>Its bytes at this moment.</summary>
    long Length { get; }

    /// <summary>Reads from a place on.</summary>
    /// <returns>Bytes that were read; fewer than requested only at the end of the file.</returns>
    int Read(long offset, Span<byte> buffer);
}
