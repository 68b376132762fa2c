using FrameworkBench.Trials;
using FrameworkBench.Trials.Storing;

namespace FrameworkBench.Tests.Trials.Storing;

/// <summary>Reaches into the segments of a store.</summary>
internal static class Segments
{
    /// <summary>Alters the content of a trial's record.</summary>
    /// <returns>The place of the record, as people are told it.</returns>
    public static string Spoil(string store, TrialKey key)
    {
        foreach (string path in Directory.EnumerateFiles(store, "*.trials"))
        {
            if (Parts(path).FirstOrDefault(part => part.Header is { } header && header.Key == key.Value) is not { Length: > 0 } found)
                continue;
            using FileStream file = File.Open(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            file.Position = found.End - 1;
            int last = file.ReadByte();
            file.Position = found.End - 1;
            file.WriteByte((byte)(last ^ 1));
            return $"{path} at byte {found.Offset}";
        }

        throw new InvalidOperationException($"{store} has no record of {key}.");
    }

    /// <summary>The trial whose record is the first of the only segment.</summary>
    public static TrialKey First(string store) =>
        new(Parts(Assert.Single(Directory.GetFiles(store, "*.trials")))[0].Header!.Value.Key);

    /// <summary>The pieces of a segment.</summary>
    public static IReadOnlyList<SegmentPart> Parts(string path)
    {
        using IReadableFile file = new SystemFiles(Path.GetDirectoryName(path)!).Open(Path.GetFileName(path))!;
        return [.. SegmentScan.Parts(file, 0, file.Length)];
    }
}
