namespace FrameworkBench.Engines.Installation;

/// <summary>Where the project keeps what it installs.</summary>
/// <param name="Root">The project's folder.</param>
/// <param name="Configuration">The build configuration of the running program, whose neighbours the engines are.</param>
/// <param name="Python">The interpreter that makes the project's own Python environment.</param>
public sealed record InstallPlaces(string Root, string Configuration, string Python)
{
    /// <summary>The folder that holds what is installed: the project's, or the current one of an installed tool.</summary>
    public string Home { get; init; } = Root;

    /// <summary>Where an installed tool builds .NET engines; null in a checkout, which builds them beside the program.</summary>
    public string? BuiltEngines => Home == Root ? null : Path.Combine(Home, ".frameworkbench", "built-engines");

    /// <summary>The folder of property files that give .NET engines another version or source of their package.</summary>
    public string PackageOverrides =>
        BuiltEngines is { } built ? Path.Combine(built, "packages") : Path.Combine(Root, "artifacts", "engines");

    /// <summary>The folder of notes on what could not be installed.</summary>
    public string Notes => Path.Combine(Home, ".frameworkbench", "engines");

    /// <summary>The project's own Python environment.</summary>
    public string PythonEnvironment => Path.Combine(Home, ".frameworkbench", "python");

    /// <summary>What pip installs for a Python engine.</summary>
    public string RequirementsOf(EngineDefinition engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        return Path.Combine(Root, "src", "Engines", "Python", engine.Name, "requirements.txt");
    }

    /// <summary>The project file of a .NET engine.</summary>
    public string ProjectOf(EngineDefinition engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        return Path.Combine(Root, "src", "Engines", engine.Program[(engine.Program.LastIndexOf('.') + 1)..], engine.Program + ".csproj");
    }
}
