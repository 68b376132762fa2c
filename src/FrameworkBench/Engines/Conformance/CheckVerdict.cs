namespace FrameworkBench.Engines.Conformance;

/// <summary>How a check of the protocol's contract came out.</summary>
public enum CheckVerdict
{
    /// <summary>The engine did what the protocol says.</summary>
    Passed,

    /// <summary>It did something else.</summary>
    Failed,

    /// <summary>The engine does not offer what the check needs.</summary>
    Skipped,
}
