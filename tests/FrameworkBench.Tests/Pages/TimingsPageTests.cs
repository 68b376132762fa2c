using FrameworkBench.Engines.Timing;
using FrameworkBench.Results;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Statistics;
using FrameworkBench.Tests.Samples;
using FrameworkBench.Writing;

namespace FrameworkBench.Tests.Pages;

public sealed class TimingsPageTests
{
    [Fact]
    public void The_page_of_networks_beside_trees_is_as_approved() =>
        ApprovedResults.Hold(
            [.. ResultsWriter.Make(SampleTimingsRun.Make()).Where(file => file.Path is "timings/README.md")], "approved-timings");

    [Fact]
    public void Memory_that_was_not_measured_is_not_shown_as_none()
    {
        RunResult run = SampleTimingsRun.Make();
        string page = ResultsWriter.Make(run with
        {
            Timings = [.. run.Timings.Select(timing => timing with { PeakBytes = 0 })],
        }).Single(file => file.Path == "timings/README.md").Text;

        Assert.EndsWith(
            "| – |", page.Split('\n').First(line => line.StartsWith("| **xgboost**", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_is_divided_by_the_trees_of_its_own_engine_and_the_fastest_by_the_fastest()
    {
        FitCosts gauges = FitCosts.Of(SampleTimingsRun.Make(), TimingTrack.OneThread)[0];

        Assert.Equal(20.0 / 8, gauges.Ratio("scratch")!.Value, 1e-12);
        Assert.Equal((null, null), (gauges.Ratio("pytorch"), gauges.Ratio("xgboost")));
        Assert.Equal(("scratch", "xgboost"), (gauges.Fastest(gauges.Network)!.Value.Engine, gauges.Fastest(gauges.Trees)!.Value.Engine));
        Assert.Equal(20.0 / 5, gauges.RatioOfFastest()!.Value, 1e-12);
    }

    [Fact]
    public void An_experiment_without_trees_has_no_costs_to_set_beside_each_other() =>
        Assert.Empty(FitCosts.Of(SampleRun.Make(), TimingTrack.OneThread));

    [Fact]
    public void Epochs_to_the_target_are_counted_by_trial_and_paired_with_those_of_the_reference()
    {
        Convergence gauges = Networks(SampleTimingsRun.Make())[0];
        var engines = gauges.Engines.ToDictionary(engine => engine.Engine);

        Assert.Equal(["scratch", "sklearn", "pytorch", "keras", "torchsharp"], gauges.Engines.Select(engine => engine.Engine));
        Assert.Equal([12, null, 10, 12, 4], gauges.Engines.Select(engine => engine.Reached?.Successes));
        Assert.Equal([12, null, 12, 12, 12], gauges.Engines.Select(engine => engine.Reached?.Count));
        Assert.Equal((0, 1), (engines["keras"].MoreThanReference!.Difference, engines["keras"].MoreThanReference!.PValue));
        Assert.Equal((10, 4), (engines["pytorch"].MoreThanReference!.Count, engines["torchsharp"].MoreThanReference!.Count));
        Assert.Null(engines["scratch"].MoreThanReference);
        Assert.Null(engines["sklearn"].Epochs);
    }

    [Fact]
    public void The_difference_is_the_mean_over_seeds_of_which_both_trials_reach_the_target()
    {
        RunResult run = SampleTimingsRun.Make();
        Convergence gauges = Networks(run)[0];
        ILookup<long, int?> pairs = run.Results
            .Where(result => result.Trial is { Dataset: "gauges", Engine: "scratch" or "pytorch" })
            .ToLookup(result => result.Trial.Seed, result => gauges.Target!.Epochs(result.Outcome.History.Loss!));

        MeanDifference expected = PairedTTest.Of([.. pairs.Select(pair => (double?)(pair.Last() - pair.First())).OfType<double>()]);

        Assert.Equal(expected, gauges.Engines.Single(engine => engine.Engine == "pytorch").MoreThanReference);
    }

    [Fact]
    public void An_engine_that_reaches_the_target_less_often_is_named() =>
        Assert.Contains(
            "- **torchsharp** reaches the target in 4 of 12 trials of **network | 4** on gauges, scratch in 12 of 12\n",
            Page(SampleTimingsRun.Make()),
            StringComparison.Ordinal);

    [Fact]
    public void The_time_to_the_target_is_epochs_times_seconds_an_epoch()
    {
        EngineConvergence pytorch = Networks(SampleTimingsRun.Make())[0].Engines.Single(engine => engine.Engine == "pytorch");

        Assert.Equal(0.110 / 40, pytorch.SecondsPerEpoch!.Value, 1e-12);
        Assert.Equal(pytorch.Epochs!.Mean * 0.110 / 40, pytorch.SecondsToTarget!.Value, 1e-12);
    }

    [Fact]
    public void Engines_are_named_by_holms_correction_over_all_comparisons_that_rest_on_ten_pairs()
    {
        var different = Convergence.Different(Networks(SampleTimingsRun.Make()), out int compared);

        Assert.Equal(4, compared);
        Assert.Equal([("gauges", "pytorch"), ("kinds", "pytorch")], different.Select(pair => (pair.Network.Dataset, pair.Engine.Engine)));
    }

    [Fact]
    public void Nine_pairs_decide_nothing()
    {
        RunResult run = SampleTimingsRun.Make(seeds: 9);

        Assert.Empty(Convergence.Different(Networks(run), out int compared));

        Assert.Equal(0, compared);
        Assert.Contains("No comparison has the 10 pairs of trials that a verdict needs.", Page(run), StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_that_one_engine_alone_has_losses_of_has_nothing_to_compare()
    {
        RunResult run = SampleTimingsRun.Make();

        Assert.Empty(Networks(run with { Results = [.. run.Results.Where(result => result.Trial.Engine is "scratch" or "sklearn")] }));
    }

    private static string Page(RunResult run) => ResultsWriter.Make(run).Single(file => file.Path == "timings/README.md").Text;

    private static IReadOnlyList<Convergence> Networks(RunResult run) => Convergence.Of(run, "scratch");
}
