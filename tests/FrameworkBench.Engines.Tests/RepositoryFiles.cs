namespace FrameworkBench.Engines.Tests;

/// <summary>Paths inside the repository, found from where the tests run.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = FindRoot();

    public static string Fixture(params string[] parts) => Path.Combine([Root, "tests", "fixtures", .. parts]);

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "FrameworkBench.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"No FrameworkBench.sln above {AppContext.BaseDirectory}.");
    }
}
