using FrameworkBench.Claims.Tables;
using FrameworkBench.Experiments;
using FrameworkBench.Scoring;
using FrameworkBench.Trials;

namespace FrameworkBench.Claims;

/// <summary>Puts the claims of experiments to the test: once for each data set and engine, or once for each engine over many tables.</summary>
public static class ClaimJudge
{
    /// <summary>Judges every claim of an experiment.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="results">Its results, of all engines.</param>
    /// <param name="engines">The engines in the order of the ledger; one without results gets verdicts that say why.</param>
    public static IReadOnlyList<Verdict> Judge(Experiment experiment, IReadOnlyList<TrialResult> results, IReadOnlyList<string> engines)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        string[] judges = [.. experiment.Engines is null ? engines : engines.Where(experiment.Engines.Contains)];
        var acrossTables = experiment.Claims.Where(ClaimKinds.IsAcrossTables).ToList();
        var byEngine = results.ToLookup(result => result.Trial.Engine);
        var findings = judges.ToDictionary(engine => engine, engine => TablesJudge.Judge(experiment, acrossTables, [.. byEngine[engine]], engine), StringComparer.Ordinal);
        var byModel = results.ToLookup(result => (result.Trial.Dataset, result.Trial.Engine, result.Trial.Model.Name));
        return
        [
            .. from claim in experiment.Claims
               from verdict in ClaimKinds.IsAcrossTables(claim)
                   ? judges.Select(engine => new Verdict(experiment.Name, claim, null, engine, findings[engine][claim.Id]))
                   : OnEach(claim)
               select verdict,
        ];

        IEnumerable<Verdict> OnEach(ClaimSpec claim) =>
            from dataset in claim.Dataset is null ? experiment.Datasets : [claim.Dataset]
            from engine in judges
            let model = byModel[(dataset, engine, claim.Model)].Where(result => Concerns(claim, result)).ToList()
            let against = claim.Against is null ? [] : byModel[(dataset, engine, claim.Against)].Where(result => Concerns(claim, result)).ToList()
            select new Verdict(experiment.Name, claim, dataset, engine, JudgeOne(experiment, claim, model, against));
    }

    /// <summary>Whether a claim is about the training rows that a trial had.</summary>
    internal static bool Concerns(ClaimSpec claim, TrialResult result) => claim.TrainRows is null || result.Input.TrainingRows == claim.TrainRows;

    private static Finding JudgeOne(Experiment experiment, ClaimSpec claim, List<TrialResult> model, List<TrialResult> against)
    {
        if (WhyNotRun(model) is { } reason)
            return Finding.NotJudged(reason);
        if (claim.Against is not null && WhyNotRun(against) is { } otherReason)
            return Finding.NotJudged($"{ModelTitle.Of(experiment, claim.Against).Quoted()}: {otherReason}");

        var evidence = new ClaimEvidence(claim, Observation.Of(model, claim.Metric), Observation.Of(against, claim.Metric), MetricWords.HigherIsBetter(claim.Metric), model[0].Input.TestTrainRatio)
        {
            ModelTitle = ModelTitle.Of(experiment, claim.Model),
            AgainstTitle = claim.Against is null ? "" : ModelTitle.Of(experiment, claim.Against),
        };
        return ClaimKinds.Find(claim.Kind).Judge(evidence);
    }

    /// <summary>Why trials are no evidence, since some could not be run at all; null when they are, as ones that failed or diverged are.</summary>
    internal static string? WhyNotRun(List<TrialResult> results)
    {
        if (results.Count == 0)
            return "no trial was planned";
        Outcome? notRun = results.Select(result => result.Outcome).FirstOrDefault(outcome => outcome.Status is TrialStatus.Missing or TrialStatus.Unsupported);
        return notRun is null ? null : notRun.Status == TrialStatus.Unsupported ? $"the engine does not support {notRun.Reason}" : notRun.Reason ?? "not run";
    }
}
