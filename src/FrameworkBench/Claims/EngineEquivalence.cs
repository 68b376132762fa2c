using FrameworkBench.Claims.Kinds;
using FrameworkBench.Experiments;
using FrameworkBench.Scoring;
using FrameworkBench.Trials;
using FrameworkBench.Wording;

namespace FrameworkBench.Claims;

/// <summary>
/// Whether two engines' models are worth the same: the mean score difference over the same splits and seeds lies within a
/// margin, by two one-sided tests. For models that need not agree number by number, such as trees.
/// </summary>
/// <param name="Experiment">The experiment's name.</param>
/// <param name="Dataset">The data set's name.</param>
/// <param name="Model">The model's name.</param>
/// <param name="Engine">The engine that is compared.</param>
/// <param name="Metric">The score: accuracy for classes, R² for values.</param>
/// <param name="Finding">What the test found of "the two are equivalent".</param>
public sealed record EngineEquivalence(string Experiment, string Dataset, string Model, string Engine, string Metric, Finding Finding)
{
    /// <summary>The largest mean difference that counts as the same: one percentage point of accuracy, 0.01 of R².</summary>
    public const double Margin = 0.01;

    private const double Confidence = 0.95;

    /// <summary>Splits, or seeds of one split, that the finding rests on.</summary>
    public int Pairs { get; init; }

    /// <summary>Whether there are pairs enough to decide on this table alone; fewer count only where tables are pooled.</summary>
    public bool CanDecide => Pairs >= LeastTrials.Count;

    /// <summary>Compares every engine with a reference engine, on every data set and model of some results.</summary>
    /// <param name="results">Results of all engines over the same splits and seeds.</param>
    /// <param name="reference">The engine that the others are compared with.</param>
    public static IReadOnlyList<EngineEquivalence> Of(IReadOnlyList<TrialResult> results, string reference)
    {
        ArgumentNullException.ThrowIfNull(results);
        return
        [
            .. from model in results.GroupBy(result => (result.Trial.Experiment.Name, result.Trial.Dataset, Model: result.Trial.Model.Name))
               let expected = model.Where(result => result.Trial.Engine == reference).ToList()
               from engine in model.GroupBy(result => result.Trial.Engine)
               where engine.Key != reference
               select Compare(model.Key.Name, model.Key.Dataset, model.Key.Model, engine.Key, reference, [.. engine], expected),
        ];
    }

    private static EngineEquivalence Compare(
        string experiment, string dataset, string model, string engine, string reference, List<TrialResult> results,
        List<TrialResult> expected)
    {
        TrialInput input = results[0].Input;
        var metric = new MetricReference(MetricRegistry.UsualFor(input.Dataset.Task));
        if ((ClaimJudge.WhyNotRun(TrialEvidence.Of(results)) ?? WhyNoReference()) is { } reason)
            return Row(Finding.NotJudged(reason));
        var lead = PairedLead.Of(Figures(results), Figures(expected), higherIsBetter: true, input.TestTrainRatio, Confidence);
        return lead is null
            ? Row(Finding.NotJudged($"no pair of trials has {MetricWords.Title(metric)} for both engines"))
            : Row(EquivalentTo.Judge(lead, Margin, Confidence, new LeadSentence(engine, reference, metric))) with
            {
                Pairs = lead.Lead.Count,
            };

        EngineEquivalence Row(Finding finding) => new(experiment, dataset, model, engine, metric.Name, finding);

        // The pairs are of two engines, so that the engine is no part of what pairs them.
        List<Observation> Figures(List<TrialResult> trials) =>
            [.. Observation.Of(TrialEvidence.Of(trials), metric).Select(trial => trial with
        {
            Engine = "",
        })];

        string? WhyNoReference() => ClaimJudge.WhyNotRun(TrialEvidence.Of(expected)) is { } reason ? $"{reference}: {reason}" : null;
    }
}
