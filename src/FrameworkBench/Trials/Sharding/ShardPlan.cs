using FrameworkBench.Experiments.Searches;

namespace FrameworkBench.Trials.Sharding;

/// <summary>
/// Divides a plan into shards. A fit goes by the hash of its key, so that further trials move none. A search goes whole, since which fits
/// it asks for depends on those before; searches that may share fits go together, and a fit that a search may ask for goes with it.
/// Trials that run one at a time belong to no shard: their times compare on one machine only.
/// </summary>
public sealed class ShardPlan
{
    private readonly PlannedTrial[] trials;
    private readonly HashSet<(string Table, string Engine)> undivided;
    private readonly Dictionary<TrialKey, int> searched = [];

    /// <summary>Divides a plan.</summary>
    /// <param name="plan">The plan before its searches are settled.</param>
    /// <param name="count">Into how many shards; at least 1.</param>
    public ShardPlan(IEnumerable<PlannedTrial> plan, int count)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        Count = count;
        trials = [.. plan.Where(planned => planned.Known is null && !planned.Trial.Experiment.OneAtATime)];
        undivided = [.. trials.Where(MeetsOtherSplits).Select(TableOf)];
        foreach (PlannedTrial planned in trials.Where(planned => planned.Search is not null))
        {
            int shard = Of(GroupOf(planned));
            foreach (PlannedTrial fit in CandidateFits(planned))
                searched.TryAdd(fit.Key, shard);
        }
    }

    /// <summary>How many shards there are.</summary>
    public int Count { get; }

    /// <summary>Which shard runs a fit, from 0; null of one that runs alone.</summary>
    /// <param name="fit">A fit of the plan, also one that a search asks for.</param>
    public int? Of(PlannedTrial fit)
    {
        ArgumentNullException.ThrowIfNull(fit);
        return fit.Trial.Experiment.OneAtATime ? null
            : searched.TryGetValue(fit.Key, out int shard) ? shard : Of(fit.Key);
    }

    /// <summary>What a shard runs: the trials with a search that fall to it, whole, and single fits of all others.</summary>
    /// <param name="index">The shard, from 0.</param>
    public IReadOnlyList<PlannedTrial> TrialsOf(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        return
        [
            .. trials.Where(planned => planned.Search is not null && Of(GroupOf(planned)) == index),
            .. trials.Where(planned => planned.Search is null).SelectMany(planned => planned.Fits).Where(fit => Of(fit) == index)
                .DistinctBy(fit => fit.Key),
        ];
    }

    private static IEnumerable<PlannedTrial> CandidateFits(PlannedTrial planned) =>
        from candidate in planned.Search!.Candidates
        from trial in candidate.Fits.Select(fit => fit.Trial).Append(candidate.Refit)
        from fit in trial.Fits
        select fit;

    // By halving, what is chosen on one split is fitted on all others too.
    private static bool MeetsOtherSplits(PlannedTrial planned) =>
        planned.Trial.Model.Search is { SameCandidates: true, Strategy: SearchStrategy.Halving };

    private static (string Table, string Engine) TableOf(PlannedTrial planned) =>
        (planned.Input.Dataset.Checksum, planned.Trial.Engine);

    // Two searches share a fit only on the same rows, with the same seed and engine.
    private TrialKey GroupOf(PlannedTrial planned)
    {
        (string checksum, string engine) = TableOf(planned);
        (string, string)[] table = [("searches on", checksum), ("engine", engine)];
        return TrialKey.Of(undivided.Contains((checksum, engine))
            ? table
            : [.. table, ("test", TrialKey.Digest(planned.Input.Split.TestRows)), ("seed", $"{planned.Trial.Seed}")]);
    }

    // By the first 32 bits.
    private int Of(TrialKey key) => (int)((uint)(key.Value.High >> 96) % (uint)Count);
}
