using FrameworkBench.Tests.Trials;
using FrameworkBench.Trials;
using FrameworkBench.Tuning;

namespace FrameworkBench.Tests.Tuning;

/// <summary>What a plan asks for, given what is kept.</summary>
public sealed class PlannedWorkTests
{
    [Fact]
    public async Task A_search_asks_for_its_candidates_first_and_is_open()
    {
        IReadOnlyList<PlannedTrial> plan = SearchPlans.Plan([SearchPlans.Able]);

        PlannedWork work = await PlannedWork.OfAsync(plan, _ => null);

        Assert.Equal((0, 3 * (6 + 4 + 30)), (work.Kept, work.Missing.Count()));
        Assert.Equal(plan.Select(planned => planned.Trial), work.Open.Select(planned => planned.Trial));
    }

    [Fact]
    public async Task When_the_candidates_are_kept_the_chosen_one_is_requested()
    {
        IReadOnlyList<PlannedTrial> plan = SearchPlans.Plan([SearchPlans.Able]);

        PlannedWork work = await PlannedWork.OfAsync(
            plan, fit => fit.Trial.Model.Name.Contains("candidate", StringComparison.Ordinal) ? SearchPlans.Predicting(fit, 0.8) : null);

        Assert.Equal((3 * 40, 3 * 3), (work.Kept, work.Missing.Count()));
        Assert.Empty(work.Open);
    }

    [Fact]
    public async Task A_failed_trial_counts_as_missing()
    {
        IReadOnlyList<PlannedTrial> plan = SearchPlans.Plan([SearchPlans.Able]);

        PlannedWork work = await PlannedWork.OfAsync(plan, _ => Outcome.Without(TrialStatus.Failed, "it died"));

        Assert.Equal((0, 3), (work.Kept, work.Open.Count(planned => planned.Trial.Model.Name == "net")));
    }

    [Fact]
    public async Task A_fit_that_no_search_judges_is_not_read_where_its_status_is_known()
    {
        IReadOnlyList<PlannedTrial> plan =
            [.. SearchPlans.Plan([SearchPlans.Able]).Select(planned => planned with { Search = null })];
        var ends = plan.Zip([TrialStatus.Done, TrialStatus.Diverged, TrialStatus.Failed, (TrialStatus?)null])
            .ToDictionary(pair => pair.First.Key, pair => pair.Second);

        PlannedWork work = await PlannedWork.OfAsync(
            plan, _ => throw new InvalidOperationException("it was read"), fit => ends.GetValueOrDefault(fit.Key));

        Assert.Equal((9, 2), (work.Fits.Count, work.Kept));
        Assert.Equal(plan.Take(2).Select(planned => planned.Key), work.Fits.Where(fit => fit.IsKept).Select(fit => fit.Fit.Key));
    }

    [Fact]
    public async Task Trials_of_an_engine_that_is_not_installed_ask_for_nothing()
    {
        PlannedWork work =
            await PlannedWork.OfAsync(SearchPlans.Plan([new PlannedEngine("absent", null, "not installed")]), _ => null);

        Assert.Empty(work.Fits);
        Assert.Empty(work.Open);
    }
}
