namespace FrameworkBench.Engines;

/// <summary>What an engine's process is written in, which decides how it is started.</summary>
public enum EngineLanguage
{
    /// <summary>A .NET program built with this solution.</summary>
    DotNet,

    /// <summary>A class of the Python host.</summary>
    Python,
}
