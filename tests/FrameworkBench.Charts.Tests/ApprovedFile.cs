namespace FrameworkBench.Charts.Tests;

/// <summary>
/// Compares a picture with the approved one beside this file. With FRAMEWORKBENCH_APPROVE=1 in the environment it is
/// written instead; look at it as a picture before committing it.
/// </summary>
internal static class ApprovedFile
{
    internal static void Holds(string name, string content)
    {
        string path = Path.Combine(Folder(), $"{name}.svg");
        if (Environment.GetEnvironmentVariable("FRAMEWORKBENCH_APPROVE") == "1")
            File.WriteAllText(path, content);
        Assert.True(File.Exists(path), $"There is no approved {path}; run the tests with FRAMEWORKBENCH_APPROVE=1 to write it.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), content);
    }

    private static string Folder()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "FrameworkBench.sln")))
            directory = directory.Parent;
        return Path.Combine(directory!.FullName, "tests", "FrameworkBench.Charts.Tests", "Approved");
    }
}
