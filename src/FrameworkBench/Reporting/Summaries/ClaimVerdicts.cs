using FrameworkBench.Claims;
using FrameworkBench.Claims.Register;
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
    /// What all engines say together: the ruling of those who decided, when they agree; inconclusive when they differ or none
    /// decided. An engine with too few trials to decide does not outvote one with enough.
    /// </summary>
    internal Ruling Overall
    {
        get
        {
            HashSet<Ruling> rulings = [.. Verdicts.Select(verdict => verdict.Finding.Ruling)];
            return (rulings.Contains(Ruling.Holds), rulings.Contains(Ruling.DoesNotHold)) switch
            {
                (true, false) => Ruling.Holds,
                (false, true) => Ruling.DoesNotHold,
                (true, true) => Ruling.Inconclusive,
                _ => rulings.Contains(Ruling.Inconclusive) ? Ruling.Inconclusive : Ruling.NotJudged,
            };
        }
    }

    /// <summary>What the register says of the claim; the verdicts of one claim agree in that.</summary>
    internal Registration Registration => Verdicts.Select(verdict => verdict.Registration).DefaultIfEmpty(Registration.Registered).Min();

    /// <summary>Whether it holds by one engine and does not by another.</summary>
    internal bool IsDisputed => Verdicts.Any(verdict => verdict.Finding.Ruling == Ruling.Holds) && Verdicts.Any(verdict => verdict.Finding.Ruling == Ruling.DoesNotHold);

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
