using FrameworkBench.Trials;

namespace FrameworkBench.Tuning;

/// <summary>What a plan asks its engines for, as far as the outcomes that are kept can tell.</summary>
/// <param name="Fits">Every fit once, in the order of the plan, those that judge candidates of searches first.</param>
/// <param name="Open">Trials whose search asks for further fits when those that are missing are kept.</param>
public sealed record PlannedWork(IReadOnlyList<PlannedFit> Fits, IReadOnlyList<PlannedTrial> Open)
{
    /// <summary>How many fits are kept.</summary>
    public int Kept => Fits.Count(fit => fit.IsKept);

    /// <summary>The fits that a run would do.</summary>
    public IEnumerable<PlannedFit> Missing => Fits.Where(fit => !fit.IsKept);

    /// <summary>Looks up what a plan asks for. A failed trial counts as missing: it is run again.</summary>
    /// <param name="plan">The plan before its searches are settled.</param>
    /// <param name="find">The outcome that is kept of a fit; null when there is none.</param>
    /// <param name="status">
    /// How a fit that is kept ended, where that is known without reading it; else <paramref name="find"/> says.
    /// </param>
    public static async Task<PlannedWork> OfAsync(
        IReadOnlyList<PlannedTrial> plan, Func<PlannedTrial, Outcome?> find, Func<PlannedTrial, TrialStatus?>? status = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(find);
        var missing = Outcome.Without(TrialStatus.Missing, "not run yet");
        var fits = new List<PlannedFit>();
        var seen = new HashSet<TrialKey>();
        IReadOnlyList<PlannedTrial> settled =
            await SearchRun.RunAsync(plan, asked => Task.FromResult(Outcomes.Of(asked, Find))).ConfigureAwait(false);
        status ??= fit => find(fit)?.Status;
        foreach (PlannedTrial fit in settled.Where(planned => planned.Known is null).SelectMany(planned => planned.Fits))
            Add(fit, status(fit));
        return new PlannedWork(fits, [.. settled.Where(planned => planned is { Known: not null, Standing: not null })]);

        Outcome Find(PlannedTrial fit)
        {
            if (fit.Known is { } known)
                return known;
            Outcome outcome = find(fit) is { Status: not TrialStatus.Failed } kept ? kept : missing;
            Add(fit, outcome.Status);
            return outcome;
        }

        void Add(PlannedTrial fit, TrialStatus? ended)
        {
            if (fit.Known is null && seen.Add(fit.Key))
                fits.Add(new PlannedFit(fit, ended is not (null or TrialStatus.Missing or TrialStatus.Failed)));
        }
    }
}
