using FrameworkBench.Claims;
using FrameworkBench.Experiments;

namespace FrameworkBench.Reporting.Summaries;

/// <summary>One claim on one data set, or over many, with the verdicts of all engines that are there.</summary>
/// <param name="Experiment">The experiment.</param>
/// <param name="Claim">The claim.</param>
/// <param name="Dataset">The data set; null for a claim across tables.</param>
/// <param name="Verdicts">One an engine.</param>
internal sealed record ClaimVerdicts(Experiment Experiment, ClaimSpec Claim, string? Dataset, IReadOnlyList<Verdict> Verdicts)
{
    /// <summary>The statement, with the data set where the experiment has several, or with the tables that it is judged over.</summary>
    internal string Says => Dataset is null ? $"{Claim.Says} ({ClaimScope.Of(Experiment, Claim)})"
        : Experiment.Datasets.Count > 1 ? $"{Claim.Says} ({Dataset})"
        : Claim.Says;

    /// <summary>
    /// What all engines say together: the ruling that those who judged agree on, and inconclusive where they differ.
    /// </summary>
    internal Ruling Overall
    {
        get
        {
            Ruling[] judged = [.. Verdicts.Select(verdict => verdict.Finding.Ruling).Where(ruling => ruling != Ruling.NotJudged).Distinct()];
            return judged.Length switch { 0 => Ruling.NotJudged, 1 => judged[0], _ => Ruling.Inconclusive };
        }
    }

    /// <summary>Brings the verdicts of an experiment together by claim.</summary>
    internal static IReadOnlyList<ClaimVerdicts> Of(ExperimentResults results) =>
    [
        .. results.Verdicts
            .GroupBy(verdict => (verdict.Claim.Id, verdict.Dataset))
            .Select(claim => new ClaimVerdicts(
                results.Experiment, claim.First().Claim, claim.Key.Dataset,
                [.. claim.Where(verdict => !results.Absent.Contains(verdict.Engine))])),
    ];
}
