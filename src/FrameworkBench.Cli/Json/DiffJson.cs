using FrameworkBench.Changes;
using FrameworkBench.Changes.Failures;
using FrameworkBench.Changes.Noise;
using FrameworkBench.Claims;

namespace FrameworkBench.Cli.Json;

/// <summary>What <c>diff</c> found.</summary>
/// <param name="Before">The old results.</param>
/// <param name="After">The new ones.</param>
/// <param name="Worse">Whether something got worse.</param>
/// <param name="Compared">Figures that were compared and are not the same.</param>
/// <param name="Verdicts">Verdicts that changed.</param>
/// <param name="Scores">Figures that moved beyond noise.</param>
/// <param name="Trials">Trials that end otherwise.</param>
/// <param name="Times">Engines whose fits take longer or less long.</param>
/// <param name="Presence">What was added and removed.</param>
/// <param name="Causes">What else changed.</param>
internal sealed record DiffJson(
    string Before, string After, bool Worse, int Compared, IReadOnlyList<DiffJson.Verdict> Verdicts, IReadOnlyList<DiffJson.Score> Scores,
    IReadOnlyList<TrialChange> Trials, IReadOnlyList<DiffJson.Time> Times, IReadOnlyList<PresenceChange> Presence,
    IReadOnlyList<string> Causes)
{
    /// <summary>The document of what changed.</summary>
    public static DiffJson Of(ResultChanges changes) => new(
        changes.Before, changes.After, changes.IsWorse, changes.Compared.Count(BeyondNoise.IsTested),
        [
            .. changes.Verdicts.Select(change => new Verdict(
                change.Claim, change.Says, VerdictWords.Key(change.Before), VerdictWords.Key(change.After), change.Engines,
                change.Direction)),
        ],
        [.. changes.Figures.Select(ScoreOf)],
        changes.Trials,
        [
            .. from change in changes.Times
               from fits in change.Fits
               select new Time(
                   fits.Place.Experiment, fits.Place.Dataset, fits.Place.Model, fits.Place.Engine, change.Direction == Direction.Worse,
                   fits.Before.Median, fits.After.Median, change.Drift),
        ],
        changes.Presence, changes.IsEmpty ? [] : changes.Causes);

    private static Score ScoreOf(FigureChange change)
    {
        (ComparedFigure figure, FigureContrast contrast) = (change.Figure, change.Figure.Contrast);
        return new Score(
            figure.Place.Experiment, figure.Place.Dataset, figure.Place.Model, figure.Place.Engine, figure.Metric.ToString(),
            figure.IsWorse, contrast.Before, contrast.After, JsonOutput.Number(contrast.Difference.Interval.Low),
            JsonOutput.Number(contrast.Difference.Interval.High), contrast.Pairing, contrast.Count, change.PValue);
    }

    /// <summary>A verdict that changed.</summary>
    internal sealed record Verdict(
        string Claim, string Says, string Before, string After, IReadOnlyList<string> Engines, Direction Direction);

    /// <summary>Fits that take longer or less long: medians in seconds, and by how much the whole machine got slower.</summary>
    internal sealed record Time(
        string Experiment, string Dataset, string Model, string Engine, bool Worse, double Before, double After, double Drift);

    /// <summary>A figure that moved beyond noise; <c>low</c> and <c>high</c> are the ends of its change's 95 % interval.</summary>
    internal sealed record Score(
        string Experiment, string Dataset, string Model, string Engine, string Metric, bool Worse, double Before, double After, double? Low,
        double? High, Pairing Pairing, int Count, double P);
}
