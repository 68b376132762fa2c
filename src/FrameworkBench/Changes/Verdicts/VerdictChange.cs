using FrameworkBench.Claims;

namespace FrameworkBench.Changes.Verdicts;

/// <summary>A verdict that is not what it was.</summary>
/// <param name="Claim">The claim, such as <c>xor/xor-learnt</c>, with the data set where it is judged on several.</param>
/// <param name="Says">The claim as a sentence.</param>
/// <param name="Before">The old verdict.</param>
/// <param name="After">The new one.</param>
/// <param name="Engines">Whose verdict it is: all engines together, or engines alone.</param>
/// <param name="Direction">
/// Worse when a claim that held does not; weaker when it is no longer decided, and other splits or seeds may be the cause.
/// </param>
public sealed record VerdictChange(
    string Claim, string Says, Ruling Before, Ruling After, IReadOnlyList<string> Engines, Direction Direction)
{
    /// <summary>Whether the verdict over all engines changed, and not only that of an engine alone.</summary>
    public bool IsOfAllEngines => Engines.Contains(Verdict.AllEngines);
}
