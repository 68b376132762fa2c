namespace FrameworkBench.Engines;

/// <summary>What an engine's process is written in, which decides how it is started.</summary>
public enum EngineLanguage
{
    /// <summary>A .NET program.</summary>
    DotNet,

    /// <summary>A class of the Python host, or a Python file.</summary>
    Python,

    /// <summary>A program that starts by itself, in any language; only of engines outside the project.</summary>
    Program,
}
