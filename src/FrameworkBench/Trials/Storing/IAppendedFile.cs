namespace FrameworkBench.Trials.Storing;

/// <summary>A new file that grows at its end.</summary>
internal interface IAppendedFile : IDisposable
{
    /// <summary>Appends bytes. After an exception any first part of them may be there.</summary>
    void Append(ReadOnlySpan<byte> bytes);

    /// <summary>Makes all bytes that were appended survive a power loss.</summary>
    void Flush();
}
