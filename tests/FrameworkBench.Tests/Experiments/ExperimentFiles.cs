namespace FrameworkBench.Tests.Experiments;

/// <summary>Where the experiments and their schema are.</summary>
internal static class ExperimentFiles
{
    public static string Folder { get; } = Path.Combine(RepositoryFiles.Root, "experiments");

    public static string Documents { get; } = Path.Combine(Folder, "documents");

    public static string Schema { get; } = Path.Combine(Folder, "experiment.schema.json");

    /// <summary>A sound file that has every key.</summary>
    public static string EveryKey { get; } = RepositoryFiles.Fixture("experiments", "every-key.yml");

    /// <summary>A sound file with a learning curve, and the keys that go with no other split.</summary>
    public static string Curve { get; } = RepositoryFiles.Fixture("experiments", "learning-curve.yml");

    /// <summary>A sound file of models that reconstruct their inputs, and the keys that go with no other task.</summary>
    public static string Reconstruction { get; } = RepositoryFiles.Fixture("experiments", "reconstruction.yml");

    /// <summary>A sound file of models that vary and claims for each of several values, and the keys that go with these.</summary>
    public static string Sweep { get; } = RepositoryFiles.Fixture("experiments", "sweep.yml");

    /// <summary>The experiments that ship with the project.</summary>
    public static IEnumerable<string> Shipped =>
        Directory.GetFiles(Folder, "*.yaml", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) is not ("catalog.yaml" or "documents.yaml" or "presets.yaml"))
            .Order(StringComparer.Ordinal);
}
