using FrameworkBench.Verification;

namespace FrameworkBench.Cli.Json;

/// <summary>What <c>claims verify</c> found.</summary>
/// <param name="Results">The folder of the results.</param>
/// <param name="Verdicts">Verdicts that were derived again.</param>
/// <param name="Discrepancies">What is not as it follows from the data.</param>
internal sealed record VerificationJson(string Results, int Verdicts, IReadOnlyList<Discrepancy> Discrepancies);
