namespace FrameworkBench.Reading;

/// <summary>Where a path leads when every link in it is followed.</summary>
internal static class RealPath
{
    // As many as Linux follows.
    private const int MostLinks = 40;

    /// <summary>The path without links, of a file or folder that need not exist.</summary>
    /// <param name="path">A path, relative to the current folder or whole.</param>
    /// <exception cref="IOException">A link in it leads to itself.</exception>
    public static string Of(string path)
    {
        int links = 0;
        return Follow(path, ref links);
    }

    /// <summary>Whether a path leads into a folder, or below it.</summary>
    /// <inheritdoc cref="Of" path="/exception"/>
    public static bool LeadsInto(string folder, string path)
    {
        string inFolder = Path.GetRelativePath(Of(folder), Of(path));
        return !Path.IsPathRooted(inFolder) && inFolder.Split(Path.DirectorySeparatorChar)[0] != "..";
    }

    /// <summary>
    /// Whether a file that another one names lies in one of some folders; notes it otherwise. What one writes may come from anywhere, and
    /// must not have files read that whoever reads it did not mean.
    /// </summary>
    /// <param name="place">Where it is named.</param>
    /// <param name="file">Its path, as it is written there.</param>
    /// <param name="folders">The folders; the path is relative to the first.</param>
    /// <param name="outside">What to say of a file outside of them.</param>
    public static bool IsConfined(Value place, string file, IReadOnlyList<string> folders, string outside)
    {
        try
        {
            string path = Path.Combine(folders[0], file);
            if (file.Contains('\0', StringComparison.Ordinal) || folders.Any(folder => LeadsInto(folder, path)))
                return true;
            place.Fail($"'{ScalarNode.Shorten(file)}' leads out of {outside}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            place.Fail(error.Message);
        }

        return false;
    }

    // Part by part, since what '..' means is known only when the link before it was followed.
    private static string Follow(string path, ref int links)
    {
        string whole = Path.Combine(Environment.CurrentDirectory, path), real = Path.GetPathRoot(whole)!;
        foreach (string part in whole[real.Length..].Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar]))
        {
            real = part switch
            {
                "" or "." => real,
                ".." => Path.GetDirectoryName(real) ?? real,
                _ => Path.Combine(real, part),
            };
            if (new FileInfo(real).LinkTarget is not { } target)
                continue;
            if (++links > MostLinks)
                throw new IOException($"'{path}' is a loop of links; expected a file");
            real = Follow(Path.Combine(Path.GetDirectoryName(real)!, target), ref links);
        }

        return real;
    }
}
