using FrameworkBench.Engines.Timing;
using FrameworkBench.Statistics;

namespace FrameworkBench.Results.Summaries;

/// <summary>An engine's times beside the reference's, over all models that both were timed on.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="Models">Models it was timed on.</param>
/// <param name="OneThread">Its warm fits on one thread.</param>
/// <param name="AllCores">Its warm fits with all processors.</param>
/// <param name="Predict">Its predictions on one thread.</param>
/// <param name="PeakBytes">Median of its processes' largest memory.</param>
internal sealed record TimeComparison(
    string Engine, int Models, TimeRatio? OneThread, TimeRatio? AllCores, TimeRatio? Predict, double PeakBytes)
{
    /// <summary>
    /// Its warm fits on one thread if its matrix product ran at the machine's best, against the reference's as measured, over all
    /// models of <see cref="OneThread"/>; models without matrix products take as long as they do. Null when none of them has any.
    /// </summary>
    internal TimeRatio? AtBest { get; init; }

    /// <summary>Compares every engine with the reference, in the order of their first appearance.</summary>
    /// <param name="timings">The times.</param>
    /// <param name="reference">The engine that the others are compared with.</param>
    /// <param name="share">The part of the machine's best matrix product that a timing had; null where it has none.</param>
    internal static IReadOnlyList<TimeComparison> Of(IReadOnlyList<TimedModel> timings, string reference, Func<TimedModel, double?> share)
    {
        var references = timings.Where(timing => timing.Engine == reference).ToDictionary(Key);
        return
        [
            .. timings.Where(timing => timing.FitSeconds.Count > 0).GroupBy(timing => timing.Engine).Select(engine => new TimeComparison(
                engine.Key,
                engine.DistinctBy(timing => (timing.Experiment, timing.Dataset, timing.Model)).Count(),
                Ratios(engine, TimingTrack.OneThread, timing => timing.FitSeconds),
                Ratios(engine, TimingTrack.AllCores, timing => timing.FitSeconds),
                Ratios(engine, TimingTrack.OneThread, timing => timing.PredictSeconds),
                Quantiles.Median([.. engine.Select(timing => (double)timing.PeakBytes)]))
            {
                AtBest = engine.Any(timing => share(timing) is not null)
                    ? Ratios(engine, TimingTrack.OneThread, timing => timing.FitSeconds, timing => share(timing) ?? 1)
                    : null,
            }),
        ];

        TimeRatio? Ratios(
            IEnumerable<TimedModel> engine, TimingTrack track, Func<TimedModel, IReadOnlyList<double>> seconds,
            Func<TimedModel, double>? scale = null) => TimeRatio.Of(
        [
            .. from timing in engine
               where timing.Track == track && references.ContainsKey(Key(timing))
               let own = seconds(timing)
               let other = seconds(references[Key(timing)])
               where own.Count > 0 && other.Count > 0 && Quantiles.Median(own) > 0 && Quantiles.Median(other) > 0
               select (scale?.Invoke(timing) ?? 1) * Quantiles.Median(own) / Quantiles.Median(other),
        ]);
    }

    private static (string, string, string, TimingTrack) Key(TimedModel timing) =>
        (timing.Experiment, timing.Dataset, timing.Model, timing.Track);
}
