namespace FrameworkBench.Engines.Conformance;

/// <summary>One thing that the protocol asks of every engine.</summary>
internal interface IConformanceCheck
{
    /// <summary>What must hold, as a row of the report says it.</summary>
    string Name { get; }

    /// <summary>Tries it on a live engine.</summary>
    /// <exception cref="EngineException">The engine died, hung, or wrote what is not a reply: the check failed.</exception>
    Task<CheckFinding> RunAsync(EngineUnderTest engine, CancellationToken cancellation);
}
