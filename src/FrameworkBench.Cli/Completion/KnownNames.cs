using FrameworkBench.Engines;

namespace FrameworkBench.Cli.Completion;

/// <summary>The names that a shell offers where a command takes one.</summary>
internal static class KnownNames
{
    /// <summary>The project's experiments; none outside a checkout.</summary>
    public static IEnumerable<string> Experiments()
    {
        try
        {
            return [.. Workspace.Find(null, null).ExperimentFiles().Select(file => Path.GetFileNameWithoutExtension(file))];
        }
        catch (WrongInputException)
        {
            return [];
        }
    }

    /// <summary>The project's engines.</summary>
    public static IEnumerable<string> Engines() => EngineCatalog.All.Select(engine => engine.Name);
}
