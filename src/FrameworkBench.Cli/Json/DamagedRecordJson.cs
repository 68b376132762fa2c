namespace FrameworkBench.Cli.Json;

/// <summary>A record of a store that is not believed.</summary>
/// <param name="Place">Its file, and where in it.</param>
/// <param name="Problem">What is wrong with it.</param>
internal sealed record DamagedRecordJson(string Place, string Problem);
