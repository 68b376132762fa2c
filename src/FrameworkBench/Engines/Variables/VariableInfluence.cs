namespace FrameworkBench.Engines.Variables;

/// <summary>What a variable of the environment does to the speed of a framework.</summary>
public enum VariableInfluence
{
    /// <summary>It slows a framework, or can.</summary>
    Slows,

    /// <summary>Nobody here knows what it does.</summary>
    Unknown,

    /// <summary>What it sets slows nothing: the processor's own kernels, or a variable that the harness replaces.</summary>
    Neutral,

    /// <summary>It has nothing to do with an engine's speed.</summary>
    None,
}
