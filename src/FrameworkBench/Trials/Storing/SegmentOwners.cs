namespace FrameworkBench.Trials.Storing;

/// <summary>Which segments somebody may still append to.</summary>
internal static class SegmentOwners
{
    /// <summary>Those whose writer lives, or may live: under another kernel nobody can tell.</summary>
    public static IEnumerable<string> Living(IStoreFiles files) =>
        Writers(files).Where(writer => writer.Kernel != files.Kernel || files.IsHeld(SegmentName.Writer(writer.Segment, writer.Kernel)))
            .Select(writer => writer.Segment);

    /// <summary>Whether a file that is held seems held. Some network file systems do not keep track of that.</summary>
    public static bool CanTell(IStoreFiles files)
    {
        string name = SegmentName.Writer(SegmentName.New(), files.Kernel);
        using IDisposable hold = files.Hold(name);
        bool seems = files.IsHeld(name);
        files.Delete(name);
        return seems;
    }

    /// <summary>The segments that were not ended properly so far, with the kernels of their writers.</summary>
    public static IEnumerable<(string Segment, string Kernel)> Writers(IStoreFiles files) =>
        files.List("").Select(SegmentName.OfWriter).OfType<(string Segment, string Kernel)>();
}
