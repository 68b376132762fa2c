using FrameworkBench.Claims;
using FrameworkBench.Claims.Register;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Claims;

namespace FrameworkBench.Results.Summaries;

/// <summary>One claim on one data set, or over many, with the verdicts of all available engines.</summary>
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

    /// <summary>The claim's verdict: that of all engines together, or of the one that could judge it; null when none could.</summary>
    internal Verdict? Whole => Together ?? Verdicts.FirstOrDefault(verdict => verdict.Finding.Ruling != Ruling.NotJudged);

    /// <summary>What the register says of the claim; the verdicts of one claim agree in that.</summary>
    internal Registration Registration => Verdicts.Select(verdict => verdict.Registration).DefaultIfEmpty(Registration.Registered).Min();

    /// <summary>The verdict of all engines together; null when fewer than two could judge the claim.</summary>
    internal Verdict? Together { get; init; }

    /// <summary>The claim's ruling.</summary>
    internal Ruling Overall => Whole?.Finding.Ruling ?? Ruling.NotJudged;

    /// <summary>The engines whose own trials say the contrary of the claim's verdict; none when that is inconclusive.</summary>
    internal IReadOnlyList<Verdict> Contradicting => [.. Verdicts.Where(verdict => IsContrary(verdict.Finding.Ruling))];

    /// <summary>Brings the verdicts of an experiment together by claim.</summary>
    internal static IReadOnlyList<ClaimVerdicts> Of(ExperimentResults results) =>
    [
        .. results.Verdicts
            .GroupBy(verdict => (verdict.Claim.Id, verdict.Dataset))
            .Select(claim => new ClaimVerdicts(
                results.Experiment, claim.First().Claim, claim.Key.Dataset,
                [.. claim.Where(verdict => !verdict.IsOfAllEngines && !results.Absent.Contains(verdict.Engine))])
            {
                Together = claim.FirstOrDefault(verdict => verdict.IsOfAllEngines),
            }),
    ];

    private bool IsContrary(Ruling ruling) => Overall switch
    {
        Ruling.Holds => ruling == Ruling.DoesNotHold,
        Ruling.DoesNotHold => ruling is Ruling.Holds or Ruling.ByConstruction,
        _ => false,
    };
}
