namespace FrameworkBench.Trials.Storing;

/// <summary>A piece of a segment.</summary>
/// <param name="Offset">Where it begins.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="Header">The header of the record that it is; null where the bytes are no record.</param>
internal readonly record struct SegmentPart(long Offset, long Length, RecordHeader? Header)
{
    /// <summary>Where the next piece begins.</summary>
    public long End => Offset + Length;
}
