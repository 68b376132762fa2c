using FrameworkBench.Datasets.Preparation;
using FrameworkBench.Engines;
using FrameworkBench.Engines.Timing;
using FrameworkBench.Experiments;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Trials;
using static FrameworkBench.Tests.Engines.ConstantPlans;

namespace FrameworkBench.Tests.Engines;

/// <summary>The order, the counting and the ends of the timing pass, by engines whose clock is made up.</summary>
public sealed class TimingPassTests
{
    private static readonly Experiment OneModel = ThreeModels with { Timing = true, Models = [Model("net", InputScaling.Raw)] };

    private static readonly TimingOptions Twice = new(Repeats: 2, Budget: 1000, AllCores: false);

    [Fact]
    public async Task Every_engine_fits_cold_and_then_the_repeats_go_round_the_engines()
    {
        var sessions = new FakeSessions();

        await RunAsync(sessions, Twice, PlanOf(OneModel, "A", "B", "C"));

        Assert.Equal(["A", "B", "C", "A", "B", "C", "A", "B", "C"], sessions.Fits.Select(fit => fit[..1]));
    }

    [Fact]
    public async Task The_cold_fit_is_not_among_the_warm_ones()
    {
        var sessions = new FakeSessions { Answer = (_, fit) => FakeSessions.Took(fit == 0 ? 50 : fit) };

        TimedModel timed = Assert.Single(await RunAsync(sessions, Twice, PlanOf(OneModel, "A")));

        Assert.Equal(50, timed.ColdFitSeconds);
        Assert.Equal([1, 2], timed.FitSeconds);
        Assert.Equal([0.1, 0.2], timed.PredictSeconds);
        Assert.Equal((7, 50_000), (timed.Epochs, timed.PeakBytes));
        Assert.Null(timed.Reason);
    }

    [Fact]
    public async Task Each_track_is_a_round_of_its_own_in_fresh_processes()
    {
        var sessions = new FakeSessions();

        TimingOptions once = Twice with { Repeats = 1, AllCores = true };
        IReadOnlyList<TimedModel> timed = await RunAsync(sessions, once, PlanOf(OneModel, "A", "B"), processors: 8);

        Assert.Equal(
            [
                "A net 0/0 ×1", "B net 0/0 ×1", "A net 0/0 ×1", "B net 0/0 ×1",
                "A net 0/0 ×8", "B net 0/0 ×8", "A net 0/0 ×8", "B net 0/0 ×8",
            ],
            sessions.Fits);
        Assert.Equal(
            [("A", TimingTrack.OneThread), ("B", TimingTrack.OneThread), ("A", TimingTrack.AllCores), ("B", TimingTrack.AllCores)],
            timed.Select(model => (model.Engine, model.Track)));
        Assert.Equal((4, 0), (sessions.Folders.Count(), sessions.Open));
    }

    [Fact]
    public async Task A_machine_of_one_processor_has_one_track()
    {
        var sessions = new FakeSessions();

        TimedModel timed = Assert.Single(await RunAsync(sessions, Twice with { AllCores = true }, PlanOf(OneModel, "A"), processors: 1));

        Assert.Equal(TimingTrack.OneThread, timed.Track);
    }

    [Fact]
    public async Task An_engine_that_fails_is_a_row_with_its_reason_and_the_others_go_on()
    {
        var sessions = new FakeSessions
        {
            Answer = (engine, fit) => engine == "A" ? Outcome.Without(TrialStatus.Failed, "out of memory") : FakeSessions.Took(fit + 1),
        };

        IReadOnlyList<TimedModel> timed = await RunAsync(sessions, Twice, PlanOf(OneModel, "A", "B"));

        Assert.Equal(["A net 0/0 ×1", "B net 0/0 ×1", "B net 0/0 ×1", "B net 0/0 ×1"], sessions.Fits);
        Assert.Equal(["out of memory", null], timed.Select(model => model.Reason));
        Assert.Null(timed[0].ColdFitSeconds);
        Assert.Empty(timed[0].FitSeconds);
        Assert.Equal([2, 3], timed[1].FitSeconds);
    }

    [Fact]
    public async Task A_repeat_that_fails_is_no_fit_of_no_seconds()
    {
        var sessions = new FakeSessions
        {
            Answer = (_, fit) => fit == 2 ? Outcome.Without(TrialStatus.Failed, "it died") : FakeSessions.Took(4),
        };

        TimedModel timed = Assert.Single(await RunAsync(sessions, Twice with { Repeats = 3 }, PlanOf(OneModel, "A")));

        Assert.Equal("it died", timed.Reason);
        Assert.Equal([4], timed.FitSeconds);
        Assert.Equal([0.4], timed.PredictSeconds);
        Assert.Equal(3, sessions.Fits.Count);
    }

    [Fact]
    public async Task The_budget_ends_the_repeats_of_an_engine_and_not_those_of_the_others()
    {
        var sessions = new FakeSessions { Answer = (engine, _) => FakeSessions.Took(engine == "A" ? 3 : 1) };

        IReadOnlyList<TimedModel> timed = await RunAsync(sessions, Twice with { Repeats = 5, Budget = 4 }, PlanOf(OneModel, "A", "B"));

        Assert.Equal([3, 3], timed[0].FitSeconds);
        Assert.Equal([1, 1, 1, 1], timed[1].FitSeconds);
    }

    [Fact]
    public async Task One_repeat_is_done_however_small_the_budget()
    {
        var sessions = new FakeSessions { Answer = (_, _) => FakeSessions.Took(9) };

        TimedModel timed = Assert.Single(await RunAsync(sessions, Twice with { Budget = 0 }, PlanOf(OneModel, "A")));

        Assert.Equal([9], timed.FitSeconds);
    }

    [Fact]
    public async Task A_stopped_pass_ends_its_processes_and_leaves_no_files()
    {
        using var cancellation = new CancellationTokenSource();
        int fits = 0;
        var sessions = new FakeSessions
        {
            BeforeFit = () =>
            {
                if (++fits == 4)
                    cancellation.Cancel();
            },
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => RunAsync(sessions, Twice, PlanOf(OneModel, "A", "B"), cancellation: cancellation.Token));

        Assert.Equal((3, 0), (sessions.Fits.Count, sessions.Open));
        Assert.All(sessions.Folders, folder => Assert.False(Directory.Exists(Path.GetDirectoryName(folder))));
    }

    [Fact]
    public async Task All_engines_fit_the_first_split_and_seed_and_one_whose_trial_failed_is_not_given_another()
    {
        var sessions = new FakeSessions();
        IReadOnlyList<PlannedTrial> plan = PlanOf(OneModel, "A", "B");
        var outcomes =
            Outcomes.Of(
                [plan.First(planned => planned.Trial.Engine == "A")],
                _ => Outcome.Without(TrialStatus.Failed, "stopped at its limit of 300 s"));

        IReadOnlyList<TimedModel> timed = await RunAsync(sessions, Twice with { Repeats = 1 }, plan, outcomes: outcomes);

        Assert.Equal(["B net 0/0 ×1", "B net 0/0 ×1"], sessions.Fits);
        Assert.Equal([("A", "stopped at its limit of 300 s"), ("B", null)], timed.Select(model => (model.Engine, model.Reason)));
    }

    [Fact]
    public async Task Models_are_timed_where_their_experiment_says_so_and_by_engines_that_can()
    {
        var sessions = new FakeSessions();
        IReadOnlyList<PlannedTrial> plan =
        [
            .. Plan(
                [Engine("A"), Engine("B", "network"), new PlannedEngine("absent", null, "not installed")],
                OneModel,
                OneModel with { Name = "untimed", Timing = false }),
        ];

        IReadOnlyList<TimedModel> timed = await RunAsync(sessions, Twice, plan);

        TimedModel only = Assert.Single(timed);
        Assert.Equal(("timed", "table", "net", "A"), (only.Experiment, only.Dataset, only.Model, only.Engine));
    }

    [Fact]
    public void Whether_a_fit_is_timed_does_not_make_it_another_trial()
    {
        IReadOnlyList<PlannedTrial> timed = PlanOf(OneModel, "A"), untimed = PlanOf(OneModel with { Timing = false }, "A");

        Assert.Equal(timed.Select(planned => planned.Key), untimed.Select(planned => planned.Key));
    }

    [Fact]
    public async Task A_bag_takes_as_long_as_all_its_fits()
    {
        var sessions = new FakeSessions();
        Experiment bagged = OneModel with { Models = [OneModel.Models[0] with { Bag = 3 }] };

        TimedModel timed = Assert.Single(await RunAsync(sessions, Twice with { Repeats = 1 }, PlanOf(bagged, "A"), processors: 1));

        Assert.Equal(["A net 0/0 ×1", "A net 0/1000000 ×1", "A net 0/2000000 ×1"], sessions.Fits.Take(3));
        Assert.Equal((1 + 2 + 3, 21), (timed.ColdFitSeconds, timed.Epochs));
        Assert.Equal([4 + 5 + 6], timed.FitSeconds);
        Assert.Equal(6000, timed.PeakBytes);
    }

    private static IReadOnlyList<PlannedTrial> PlanOf(Experiment experiment, params string[] engines) =>
        Plan([.. engines.Select(name => Engine(name))], experiment);

    private static PlannedEngine Engine(string name, string fits = "constant")
    {
        var capabilities = new Capabilities { Models = [fits] };
        return new PlannedEngine(name, new HelloReply
        {
            Engine = name,
            Framework = name,
            Version = "1",
            Capabilities = capabilities,
        }, null);
    }

    private static Task<IReadOnlyList<TimedModel>> RunAsync(
        FakeSessions sessions,
        TimingOptions options,
        IReadOnlyList<PlannedTrial> plan,
        int processors = 2,
        Outcomes? outcomes = null,
        CancellationToken cancellation = default)
    {
        var engines = plan.Select(planned => planned.Trial.Engine).Distinct().ToDictionary(name => name, Status, StringComparer.Ordinal);
        return new TimingPass(engines, options, processors, sessions.Start)
            .RunAsync(plan, outcomes ?? Outcomes.None, cancellation: cancellation);
    }
    private static EngineStatus Status(string name) =>
        new(new EngineDefinition(name, name, EngineLanguage.DotNet, name, [], ""), null, null, null);
}
