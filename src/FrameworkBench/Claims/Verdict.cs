using FrameworkBench.Claims.Register;
using FrameworkBench.Experiments.Claims;

namespace FrameworkBench.Claims;

/// <summary>A claim, who put it to the test, and what came of it: one row of the ledger.</summary>
/// <param name="Experiment">The experiment's name.</param>
/// <param name="Claim">The claim.</param>
/// <param name="Dataset">The data set it was judged on; null for a claim across tables.</param>
/// <param name="Engine">The engine whose trials were judged, or <see cref="AllEngines"/>.</param>
/// <param name="Finding">What the test found.</param>
public sealed record Verdict(string Experiment, ClaimSpec Claim, string? Dataset, string Engine, Finding Finding)
{
    /// <summary>Stands for the engines together: the mean of all that could judge the claim, each counting alike.</summary>
    public const string AllEngines = "all engines";

    /// <summary>Whether the engines were judged together.</summary>
    public bool IsOfAllEngines => Engine == AllEngines;

    /// <summary>The hash of the claim's fingerprint as it was judged; null when none was taken.</summary>
    public string? Hash { get; init; }

    /// <summary>Whether the claim was frozen before its evidence was seen; if not, the verdict is exploratory.</summary>
    public Registration Registration { get; init; }
}
