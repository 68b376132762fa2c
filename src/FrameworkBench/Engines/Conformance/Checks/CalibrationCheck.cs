namespace FrameworkBench.Engines.Conformance.Checks;

/// <summary>The engine reports the speed of a matrix product, or that it has none.</summary>
internal sealed class CalibrationCheck : IConformanceCheck
{
    public string Name => "calibrates";

    public async Task<CheckFinding> RunAsync(EngineUnderTest engine, CancellationToken cancellation)
    {
        EngineProcess process = await engine.ProcessAsync(cancellation).ConfigureAwait(false);
        double? speed = await process.CalibrateAsync(1, EngineUnderTest.Limit, cancellation).ConfigureAwait(false);
        return speed is null or > 0 ? CheckFinding.Passed : CheckFinding.Failed($"gflops is {speed}; it must be above zero, or absent");
    }
}
