using FrameworkBench.Engines.Timing;
using FrameworkBench.Statistics;

namespace FrameworkBench.Reporting.Summaries;

/// <summary>An engine's times beside the reference's, over all models that both were timed on.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="Models">Models it was timed on.</param>
/// <param name="OneThread">Its warm fits on one thread.</param>
/// <param name="AllCores">Its warm fits with all processors.</param>
/// <param name="Predict">Its predictions on one thread.</param>
/// <param name="PeakBytes">Median of its processes' largest memory.</param>
internal sealed record TimeComparison(string Engine, int Models, TimeRatio? OneThread, TimeRatio? AllCores, TimeRatio? Predict, double PeakBytes)
{
    /// <summary>Compares every engine with the reference, in the order of their first appearance.</summary>
    internal static IReadOnlyList<TimeComparison> Of(IReadOnlyList<TimedModel> timings, string reference)
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
                Quantiles.Median([.. engine.Select(timing => (double)timing.PeakBytes)]))),
        ];

        TimeRatio? Ratios(IEnumerable<TimedModel> engine, TimingTrack track, Func<TimedModel, IReadOnlyList<double>> seconds) => TimeRatio.Of(
        [
            .. from timing in engine
               where timing.Track == track && references.ContainsKey(Key(timing))
               let own = seconds(timing)
               let other = seconds(references[Key(timing)])
               where own.Count > 0 && other.Count > 0 && Quantiles.Median(own) > 0 && Quantiles.Median(other) > 0
               select Quantiles.Median(own) / Quantiles.Median(other),
        ]);
    }

    private static (string, string, string, TimingTrack) Key(TimedModel timing) => (timing.Experiment, timing.Dataset, timing.Model, timing.Track);
}
