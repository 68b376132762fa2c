using FrameworkBench.Claims.Tables;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Claims;
using FrameworkBench.Scoring;
using FrameworkBench.Trials;
using FrameworkBench.Wording;

namespace FrameworkBench.Claims;

/// <summary>
/// Puts the claims of experiments to the test: once for each data set, or once over many tables; by each engine's trials, and by those of
/// all engines together, which is the claim's verdict.
/// </summary>
public static class ClaimJudge
{
    /// <summary>Judges every claim of an experiment by the results of a run.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="results">Its results, of all engines.</param>
    /// <param name="engines">The engines in the order of the ledger; one without results gets verdicts that say why.</param>
    public static IReadOnlyList<Verdict> Judge(Experiment experiment, IReadOnlyList<TrialResult> results, IReadOnlyList<string> engines) =>
        Judge(experiment, TrialEvidence.Of(results), engines);

    /// <summary>Judges every claim of an experiment.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="trials">Its trials, of all engines.</param>
    /// <param name="engines">The engines in the order of the ledger; one without trials gets verdicts that say why.</param>
    /// <returns>
    /// For each claim and data set the verdict of every engine, and after them, where two engines or more could judge it, that of
    /// <see cref="Verdict.AllEngines"/>.
    /// </returns>
    public static IReadOnlyList<Verdict> Judge(Experiment experiment, IReadOnlyList<TrialEvidence> trials, IReadOnlyList<string> engines)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(trials);
        string[] judges = [.. experiment.Engines is null ? engines : engines.Where(experiment.Engines.Contains)];
        var acrossTables = AcrossTables(experiment, trials, judges);
        var byModel = trials.ToLookup(trial => (trial.Table.Dataset, trial.Engine, trial.Model.Name));
        return
        [
            .. from claim in experiment.Claims
               from verdict in ClaimKinds.IsAcrossTables(claim)
                   ? acrossTables[claim.Id].Select(judged => new Verdict(experiment.Name, claim, null, judged.Engine, judged.Finding))
                   : (claim.Dataset is null ? experiment.Datasets : [claim.Dataset]).SelectMany(dataset => On(dataset, claim))
               select verdict,
        ];

        IEnumerable<Verdict> On(string dataset, ClaimSpec claim)
        {
            var findings =
                judges.Select(
                    engine => (Engine: engine, Finding: JudgeOne(experiment, claim, Of(engine, claim.Model), Of(engine, claim.Against))))
                    .ToList();
            string[] able = [.. findings.Where(judged => judged.Finding.Ruling != Ruling.NotJudged).Select(judged => judged.Engine)];
            if (able.Length > 1)
                findings.Add((Verdict.AllEngines, JudgeOne(experiment, claim, Together(claim.Model), Together(claim.Against))));
            return findings.Select(judged => new Verdict(experiment.Name, claim, dataset, judged.Engine, judged.Finding));

            List<TrialEvidence> Of(string engine, string? model) =>
                model is null ? [] : [.. byModel[(dataset, engine, model)].Where(trial => Concerns(claim, trial))];
            List<TrialEvidence> Together(string? model) => [.. able.SelectMany(engine => Of(engine, model))];
        }
    }

    /// <summary>Whether a claim is about the training rows that a trial had.</summary>
    internal static bool Concerns(ClaimSpec claim, TrialEvidence trial) => claim.TrainRows is null || trial.TrainingRows == claim.TrainRows;

    /// <summary>
    /// Why trials are no evidence, since some could not be run at all; null when they are, as ones that failed or diverged are.
    /// </summary>
    internal static string? WhyNotRun(IReadOnlyList<TrialEvidence> trials)
    {
        if (trials.Count == 0)
            return "no trials were planned";
        TrialEvidence? notRun = trials.FirstOrDefault(trial => trial.Status is TrialStatus.Missing or TrialStatus.Unsupported);
        return notRun is null ? null : notRun.Status == TrialStatus.Unsupported
            ? $"the engine does not support {notRun.Reason}" : notRun.Reason ?? "not run";
    }

    private static Dictionary<string, List<(string Engine, Finding Finding)>> AcrossTables(
        Experiment experiment, IReadOnlyList<TrialEvidence> trials, string[] judges)
    {
        var claims = experiment.Claims.Where(ClaimKinds.IsAcrossTables).ToList();
        var byEngine = trials.ToLookup(trial => trial.Engine);
        var findings = claims.ToDictionary(claim => claim.Id, _ => new List<(string Engine, Finding Finding)>(), StringComparer.Ordinal);
        foreach (string engine in judges)
            Add(engine, claims, _ => byEngine[engine]);
        var able = findings.ToDictionary(
            claim => claim.Key,
            claim => claim.Value.Where(judged => judged.Finding.Ruling != Ruling.NotJudged).Select(judged => judged.Engine).ToList(),
            StringComparer.Ordinal);
        Add(Verdict.AllEngines, [.. claims.Where(claim => able[claim.Id].Count > 1)],
            claim => able[claim.Id].SelectMany(engine => byEngine[engine]));
        return findings;

        void Add(string engine, IReadOnlyList<ClaimSpec> judged, Func<ClaimSpec, IEnumerable<TrialEvidence>> trialsOf)
        {
            foreach ((string claim, Finding finding) in TablesJudge.Judge(experiment, judged, trialsOf))
                findings[claim].Add((engine, finding));
        }
    }

    private static Finding JudgeOne(Experiment experiment, ClaimSpec claim, List<TrialEvidence> model, List<TrialEvidence> against)
    {
        if (WhyNotRun(model) is { } reason)
            return Finding.NotJudged(reason);
        if (claim.Against is not null && WhyNotRun(against) is { } otherReason)
            return Finding.NotJudged($"{ModelTitle.Of(experiment, claim.Against).Quoted()}: {otherReason}");

        var evidence = new ClaimEvidence(
            claim, Observation.Of(model, claim.Metric), Observation.Of(against, claim.Metric), MetricWords.HigherIsBetter(claim.Metric),
            TrialEvidence.TestTrainRatioOf(model))
        {
            ModelTitle = ModelTitle.Of(experiment, claim.Model),
            AgainstTitle = claim.Against is null ? "" : ModelTitle.Of(experiment, claim.Against),
            Printed = [.. claim.Printed.Select(printed => Observation.Of(model, printed.Metric))],
            AllRowsTrain = model[0].TrainingRows == model[0].Table.Rows,
        };
        if (TrialFigures.IsMeasuredByEngine(claim.Metric) && model.Any(trial => trial.Status == TrialStatus.Done)
            && evidence.Model.All(trial => trial.Figure is null))
            return Finding.NotJudged(evidence.WhyNoFigure);
        return ByConstruction.Mark(claim, ClaimKinds.Find(claim.Kind).Judge(evidence));
    }
}
