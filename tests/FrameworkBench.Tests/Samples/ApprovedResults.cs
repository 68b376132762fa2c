using FrameworkBench.Pages;

namespace FrameworkBench.Tests.Samples;

/// <summary>
/// Compares files with the approved ones in <c>Pages/approved</c>, byte for byte. With FRAMEWORKBENCH_APPROVE=1 in
/// the environment the approved ones are written instead; look at each as a reader would before committing it.
/// </summary>
internal static class ApprovedResults
{
    /// <summary>Holds files against those of a folder, none missing and none left over.</summary>
    /// <param name="files">What was written.</param>
    /// <param name="approved">The folder's name beside this file.</param>
    public static void Hold(IReadOnlyList<ResultFile> files, string approved = "approved")
    {
        string folder = Path.Combine(RepositoryFiles.Root, "tests", "FrameworkBench.Tests", "Pages", approved);
        if (Environment.GetEnvironmentVariable("FRAMEWORKBENCH_APPROVE") == "1")
            Approve(files, folder);
        string[] differences =
            [.. files.Select(file => Difference(file, folder)).OfType<string>(),
                .. Stale(files, folder).Select(path => $"{path}: approved, but no longer written")];
        Assert.True(
            differences.Length == 0,
            $"{string.Join("\n\n", differences)}\n\nIf this is as it should be: FRAMEWORKBENCH_APPROVE=1 dotnet test "
                + $"tests/FrameworkBench.Tests, then look at the files in {folder}.");
    }

    private static void Approve(IReadOnlyList<ResultFile> files, string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        foreach (ResultFile file in files)
        {
            string path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file.Text);
        }
    }

    private static string? Difference(ResultFile file, string folder)
    {
        string path = Path.Combine(folder, file.Path);
        if (!File.Exists(path))
            return $"{file.Path}: not approved yet";
        string approved = File.ReadAllText(path);
        return approved == file.Text ? null : $"{file.Path}:\n{Lines(approved.Split('\n'), file.Text.Split('\n'))}";
    }

    /// <summary>The lines between the first and the last difference, at most 20 of each side.</summary>
    private static string Lines(string[] approved, string[] written)
    {
        int start = 0;
        while (start < Math.Min(approved.Length, written.Length) && approved[start] == written[start])
            start++;
        int end = 0;
        while (end < Math.Min(approved.Length, written.Length) - start && approved[^(end + 1)] == written[^(end + 1)])
            end++;
        return $"from line {start + 1}\n{Side('-', approved)}\n{Side('+', written)}";

        string Side(char sign, string[] lines) =>
            string.Join('\n', lines[start..(lines.Length - end)].Take(20).Select(line => $"{sign} {line}"));
    }

    private static IEnumerable<string> Stale(IReadOnlyList<ResultFile> files, string folder) => Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
        .Except(files.Select(file => file.Path), StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);
}
