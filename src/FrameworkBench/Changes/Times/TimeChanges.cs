using FrameworkBench.Changes.Noise;
using FrameworkBench.Changes.Stored;
using FrameworkBench.Pages.Data;
using FrameworkBench.Statistics;
using FrameworkBench.Trials;
using FrameworkBench.Verification;

namespace FrameworkBench.Changes.Times;

/// <summary>Compares the times of fits in two results from one machine.</summary>
internal static class TimeChanges
{
    // Fewer fits have no spread to speak of, and shorter ones are a matter of the clock.
    private const int LeastFits = 5;
    private const double LeastSeconds = 0.001;

    // Fewer engines do not tell what the machine did from what they did.
    private const int LeastEngines = 3;

    /// <summary>The times of an experiment's fits that both results have.</summary>
    internal static IEnumerable<FitTimes> Of(StoredExperiment before, StoredExperiment after)
    {
        ILookup<ModelPlace, TrialRow> earlier = before.Table.Rows.ToLookup(StoredExperiment.PlaceOf);
        return from rows in after.Table.Rows.GroupBy(StoredExperiment.PlaceOf)
               where Work(earlier[rows.Key]).SequenceEqual(Work(rows))
               let old = Seconds(earlier[rows.Key])
               let now = Seconds(rows)
               where Math.Min(old.Length, now.Length) >= LeastFits
               let times = new FitTimes(rows.Key, FitSpread.Of(old), FitSpread.Of(now))
               where Math.Min(times.Before.Median, times.After.Median) >= LeastSeconds
               select times;
    }

    /// <summary>The engines whose fits take longer, then those whose fits take less long.</summary>
    /// <param name="times">All times that were compared.</param>
    internal static IReadOnlyList<TimeChange> Among(IReadOnlyList<FitTimes> times)
    {
        double drift = Drift(times);
        IGrouping<string, FitTimes>[] engines = [.. times.GroupBy(fit => fit.Place.Engine)];
        return
        [
            .. engines.Select(engine => Slower(engine, drift)).OfType<TimeChange>(),
            .. engines.Select(engine => Faster(engine, drift)).OfType<TimeChange>(),
        ];
    }

    private static TimeChange? Slower(IGrouping<string, FitTimes> engine, double drift)
    {
        FitTimes[] slower = [.. engine.Where(fit => fit.IsSlower(drift)).OrderByDescending(fit => fit.Ratio)];
        bool isWorse = 2 * slower.Length >= engine.Count() || Array.Exists(slower, fit => fit.IsSlower(drift, FitTimes.Clear));
        return slower.Length == 0 ? null
            : new TimeChange(engine.Key, engine.Count(), slower, drift, isWorse ? Direction.Worse : Direction.Weaker);
    }

    private static TimeChange? Faster(IGrouping<string, FitTimes> engine, double drift) =>
        engine.Where(fit => fit.IsFaster(drift)).OrderBy(fit => fit.Ratio).ToArray() is { Length: > 0 } faster
            ? new TimeChange(engine.Key, engine.Count(), faster, drift, Direction.Better) : null;

    // What slows all engines alike is the machine: the median over engines of the median ratio of each.
    private static double Drift(IReadOnlyList<FitTimes> times)
    {
        double[] engines =
        [
            .. times.GroupBy(fit => fit.Place.Engine).Select(engine => Quantiles.Median([.. engine.Select(fit => fit.Ratio)])),
        ];
        return engines.Length < LeastEngines ? 1 : Quantiles.Median(engines);
    }

    // Fits on other rows are other work.
    private static IEnumerable<string> Work(IEnumerable<TrialRow> rows) =>
        rows.Select(row => $"{row["table_sha256"]}/{row["train_rows"]}").Distinct().Order(StringComparer.Ordinal);

    private static double[] Seconds(IEnumerable<TrialRow> rows) =>
        [.. rows.Where(row => row.Status == TrialStatus.Done).Select(row => row.Number(TimesFile.FitSeconds)).OfType<double>()];
}
