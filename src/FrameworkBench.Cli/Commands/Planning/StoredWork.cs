using FrameworkBench.Engines;
using FrameworkBench.Trials;
using FrameworkBench.Trials.Storing;
using FrameworkBench.Tuning;

namespace FrameworkBench.Cli.Commands.Planning;

/// <summary>What a plan asks for, given a store.</summary>
internal static class StoredWork
{
    /// <summary>
    /// Looks up what a plan asks for. Only the candidates of searches are read: of others the store's index tells how they ended, so that
    /// one that turns out to be damaged when it is read counts as kept until then.
    /// </summary>
    public static Task<PlannedWork> OfAsync(IReadOnlyList<PlannedTrial> plan, OutcomeStore store) =>
        PlannedWork.OfAsync(plan, fit => OutcomeCheck.Find(store, fit), fit => store.StatusOf(fit.Key));
}
