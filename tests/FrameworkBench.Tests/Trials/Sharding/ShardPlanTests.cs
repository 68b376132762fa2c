using FrameworkBench.Experiments;
using FrameworkBench.Tests.Engines;
using FrameworkBench.Trials;
using FrameworkBench.Trials.Sharding;
using FrameworkBench.Tuning;
using static FrameworkBench.Tests.Trials.SearchPlans;

namespace FrameworkBench.Tests.Trials.Sharding;

/// <summary>Shards of a plan with single fits, bags, searches and ensembles, some of which share fits.</summary>
public sealed class ShardPlanTests
{
    private const string Mixed = """
        dataset: iris
        split: {k_fold: 2, stratified: true, random_state: 1, keep_duplicates_together: true}
        seeds: 2
        models:
          net: {kind: network, hidden: [4], train: {epochs: 8}}
          bagged: {like: net, bag: 3}
          searched: {like: net, tune: {trials: 4, space: {hidden: {repeat: {whole: [2, 9]}, times: {whole: [1, 3]}}}}}
          halved:
            like: net
            tune: {trials: 4, strategy: halving, same_candidates: true, space: {train.learning_rate: {log_uniform: [1e-4, 0.1]}}}
          ensemble: {like: bagged, tune: {trials: 3, ensemble: 4, space: {train.learning_rate: {log_uniform: [1e-4, 0.1]}}}}
        """;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(20)]
    public async Task All_shards_together_fit_what_one_run_fits_and_no_fit_twice(int count)
    {
        IReadOnlyList<PlannedTrial> plan = Plan([Able], Mixed);
        List<TrialKey> asked = [];
        foreach (int shard in Enumerable.Range(0, count))
            asked.AddRange(await AskedAsync(new ShardPlan(plan, count).TrialsOf(shard)));

        Assert.Equal(asked.Count, asked.Distinct().Count());
        Assert.Equal(
            (await AskedAsync(plan)).Select(key => key.Hash).Order(StringComparer.Ordinal),
            asked.Select(key => key.Hash).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_shard_fits_what_the_plan_says_that_it_does()
    {
        IReadOnlyList<PlannedTrial> plan = Plan([Able], Mixed);
        var shards = new ShardPlan(plan, 4);
        PlannedWork work = await PlannedWork.OfAsync(plan, Fitted);
        var said = work.Fits.ToLookup(fit => shards.Of(fit.Fit), fit => fit.Fit.Key.Hash);

        foreach (int shard in Enumerable.Range(0, 4))
            Assert.Equal(
                said[shard].Order(StringComparer.Ordinal),
                (await AskedAsync(shards.TrialsOf(shard))).Select(key => key.Hash).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Searches_of_one_table_spread_unless_one_of_them_meets_other_splits()
    {
        IReadOnlyList<PlannedTrial> mixed = Plan([Able], Mixed);
        IReadOnlyList<PlannedTrial> apart = [.. mixed.Where(planned => planned.Trial.Model.Name != "halved")];

        Assert.Single(ShardsOfSearches(mixed));
        Assert.Equal(4, ShardsOfSearches(apart).Count);
    }

    [Fact]
    public void Further_trials_move_none()
    {
        var before = new ShardPlan(Plan([Able], Mixed), 5);
        IReadOnlyList<PlannedTrial> more = Plan([Other, Able], Mixed.Replace("seeds: 2", "seeds: 4", StringComparison.Ordinal));
        var after = new ShardPlan(more, 5);

        Assert.All(Plan([Able], Mixed).SelectMany(planned => planned.Fits), fit => Assert.Equal(before.Of(fit), after.Of(fit)));
    }

    [Fact]
    public void Many_fits_spread_evenly()
    {
        IReadOnlyList<PlannedTrial> plan = Plan([Able], """
            dataset: iris
            split: {hold_out: 0.2, random_state: 1}
            seeds: 1000
            models:
              net: {kind: network, hidden: [4]}
            """);
        var shards = new ShardPlan(plan, 4);

        // Four standard deviations of a binomial count are 55.
        Assert.All(Enumerable.Range(0, 4), shard => Assert.InRange(shards.TrialsOf(shard).Count, 195, 305));
    }

    [Fact]
    public void Trials_that_run_one_at_a_time_belong_to_no_shard()
    {
        var able = new PlannedEngine("able", Hello("able") with { Capabilities = new() { Models = ["constant"] } }, null);
        Experiment timed = ConstantPlans.ThreeModels with { OneAtATime = true };
        IReadOnlyList<PlannedTrial> plan = ConstantPlans.Plan([able], timed, ConstantPlans.ThreeModels);
        var shards = new ShardPlan(plan, 2);

        Assert.Equal(
            [6, 6], plan.GroupBy(planned => planned.Trial.Experiment.OneAtATime).Select(trials => trials.Count()));
        Assert.All(plan, planned => Assert.Equal(planned.Trial.Experiment.OneAtATime, shards.Of(planned) is null));
        Assert.Equal(6, shards.TrialsOf(0).Count + shards.TrialsOf(1).Count);
    }

    [Theory]
    [InlineData("0/8", 0, 8)]
    [InlineData("7/8", 7, 8)]
    [InlineData("0/1", 0, 1)]
    public void A_shard_is_read_as_it_is_written(string text, int index, int count)
    {
        Assert.Equal(new Shard(index, count), Shard.Parse(text));
        Assert.Equal(text, $"{new Shard(index, count)}");
    }

    [Theory]
    [InlineData("8/8")]
    [InlineData("-1/8")]
    [InlineData("1/0")]
    [InlineData("1")]
    [InlineData("1/2/3")]
    [InlineData(" 1/2")]
    [InlineData("1/100001")]
    [InlineData("")]
    public void Other_words_are_no_shard(string text) => Assert.Null(Shard.Parse(text));

    // The candidates differ by their number, and the parts of a bag by theirs, so that searches are decided by other than the first.
    private static Outcome Fitted(PlannedTrial fit)
    {
        PredictionLayout layout = fit.Input.Layout;
        double right = 0.4 + (0.5 * (TrialKey.Seed(fit.Key.Hash) % 1000) / 1000);
        int[] rows = [.. fit.Input.Split.TestRows, .. fit.Input.LeftOut];
        double[] values =
        [
            .. rows.SelectMany(row => Enumerable.Range(0, 3)
                .Select(label => fit.Input.Dataset.Labels[row] == label ? right : (1 - right) / 2)),
        ];
        return new Outcome { Status = TrialStatus.Done, Predictions = new Predictions(layout.Rows, 3, values) };
    }

    private static HashSet<int> ShardsOfSearches(IReadOnlyList<PlannedTrial> plan)
    {
        var shards = new ShardPlan(plan, 1000);
        return
        [
            .. plan.Where(planned => planned.Search is not null)
                .SelectMany(planned => planned.Search!.Candidates.SelectMany(candidate => candidate.Inner.Fits))
                .Select(fit => shards.Of(fit)!.Value),
        ];
    }

    private static async Task<IReadOnlyList<TrialKey>> AskedAsync(IReadOnlyList<PlannedTrial> plan) =>
        [.. (await PlannedWork.OfAsync(plan, Fitted)).Fits.Select(fit => fit.Fit.Key)];
}
