using FrameworkBench.Experiments.Claims;
using FrameworkBench.Wording;

namespace FrameworkBench.Claims;

/// <summary>
/// All that a claim is judged by: the figures of its model and, for a comparison, of the other one, by one engine on one data set.
/// </summary>
/// <param name="Claim">The claim.</param>
/// <param name="Model">One observation a trial of the claim's model.</param>
/// <param name="Against">One observation a trial of the model it is compared with; empty when there is none.</param>
/// <param name="HigherIsBetter">Whether a larger figure is the better one.</param>
/// <param name="TestTrainRatio">Test rows over training rows of a split.</param>
public sealed record ClaimEvidence(
    ClaimSpec Claim,
    IReadOnlyList<Observation> Model,
    IReadOnlyList<Observation> Against,
    bool HigherIsBetter,
    double TestTrainRatio)
{
    /// <summary>What the claim's model is called in sentences.</summary>
    public string ModelTitle { get; init; } = Claim.Model;

    /// <summary>What the model that it is compared with is called; empty when there is none.</summary>
    public string AgainstTitle { get; init; } = Claim.Against ?? "";

    /// <summary>The figures that a document prints of one run, in their order, with one observation a trial of each.</summary>
    public IReadOnlyList<IReadOnlyList<Observation>> Printed { get; init; } = [];

    /// <summary>Whether all rows of the table train, so that there is no other split to speak of.</summary>
    public bool AllRowsTrain { get; init; }

    /// <summary>How far the model leads the one that it is compared with; null without a complete pair.</summary>
    /// <param name="confidence">The confidence of the interval.</param>
    internal PairedLead? Lead(double confidence) => PairedLead.Of(Model, Against, HigherIsBetter, TestTrainRatio, confidence);

    /// <summary>The sentence of a lead.</summary>
    internal LeadSentence LeadSentence => new(ModelTitle.Quoted(), AgainstTitle.Quoted(), Claim.Metric) { AllRowsTrain = AllRowsTrain };

    /// <summary>
    /// Why there is no complete pair, or no figure at all. It names no model, so that it reads alike for all claims that an engine's
    /// silence concerns.
    /// </summary>
    internal string WhyNoFigure
    {
        get
        {
            string title = MetricWords.Title(Claim.Metric);
            IReadOnlyList<Observation> silent = None(Model) ? Model : Against;
            return !None(silent) ? $"no pair of trials has {title} for both models"
                : silent.Count == 1 ? $"the trial does not report {title}"
                : $"none of the {silent.Count} trials reports {title}";
        }
    }

    private static bool None(IReadOnlyList<Observation> trials) => trials.All(trial => trial.Figure is null);
}
