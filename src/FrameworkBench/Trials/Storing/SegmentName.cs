namespace FrameworkBench.Trials.Storing;

/// <summary>
/// Names of the files of a store. Beside a segment <c>NAME.trials</c> stands <c>NAME.KERNEL.writer</c> for as long as somebody may append
/// to it: its writer holds that file, and removes it after a proper end.
/// </summary>
internal static class SegmentName
{
    private const string Segments = ".trials";
    private const string Writers = ".writer";

    /// <summary>A name that no other process or machine has.</summary>
    public static string New() => Guid.NewGuid().ToString("N");

    /// <summary>The file of a segment.</summary>
    public static string Segment(string name) => name + Segments;

    /// <summary>The file that a writer holds.</summary>
    public static string Writer(string name, string kernel) => $"{name}.{kernel}{Writers}";

    /// <summary>The name of a segment's file; null of any other file.</summary>
    public static string? OfSegment(string file) => file.EndsWith(Segments, StringComparison.Ordinal) ? file[..^Segments.Length] : null;

    /// <summary>The name of the segment, and the kernel of its writer; null of any other file.</summary>
    public static (string Segment, string Kernel)? OfWriter(string file) =>
        file.EndsWith(Writers, StringComparison.Ordinal) && file.Split('.') is [var segment, var kernel, _] ? (segment, kernel) : null;
}
