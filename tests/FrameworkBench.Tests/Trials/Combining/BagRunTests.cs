using System.Text.Json;
using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Engines;
using FrameworkBench.Experiments;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Scoring;
using FrameworkBench.Tests.Engines;
using FrameworkBench.Tests.Trials.Storing;
using FrameworkBench.Trials;
using FrameworkBench.Trials.Storing;
using static FrameworkBench.Tests.Trials.Combining.BagPlans;

namespace FrameworkBench.Tests.Trials.Combining;

/// <summary>Bags that an engine fits.</summary>
public sealed class BagRunTests : IDisposable
{
    private static readonly JsonElement Golden =
        JsonDocument.Parse(File.ReadAllText(RepositoryFiles.Fixture("bags", "bags.json"))).RootElement;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("frameworkbench-bags-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("logistic", true)]
    [InlineData("ridge", false)]
    public async Task A_bag_of_linear_models_equals_the_mean_of_those_of_scikit_learn(string name, bool isClassification)
    {
        JsonElement golden = Golden.GetProperty(name);
        double[] targets = Numbers(golden, "targets");
        Dataset table = Table(Numbers(golden, "inputs"), 3, targets, isClassification);
        Experiment experiment = Experiment(new HoldOut(0.25, 1, Stratified: true), Model(new LinearSpec())) with
        {
            FirstSeed = Golden.GetProperty("seed").GetInt32(),
            Report = new FrameworkBench.Experiments.Report.ReportSettings
            {
                Also = [new MetricReference(isClassification ? "train_accuracy" : "train_r2")],
            },
        };
        EngineStatus scratch = await ScratchAsync();
        PlannedTrial bag = Plan(experiment, table, Planned(scratch))[0];

        Outcome outcome = (await RunnerOf(scratch).RunAsync([bag], null, TestContext.Current.CancellationToken))[bag];

        Assert.Equal(Whole(golden.GetProperty("train")), bag.Input.Split.TrainRows);
        Assert.Equal(Whole(golden.GetProperty("test")), bag.Input.Split.TestRows);
        Assert.Equal(golden.GetProperty("folds").EnumerateArray().Select(Whole), bag.Fits.Select(part => part.Input.LeftOut));
        Assert.Equal((TrialStatus.Done, null), (outcome.Status, outcome.Reason));
        Close(Numbers(golden, "on_test"), bag.Input.Layout.Test(outcome.Predictions!).Values);
        Close(Numbers(golden, "on_train"), bag.Input.Layout.Training(outcome.Predictions!)!.Values);
        Close(Numbers(golden, "out_of_fold"), outcome.OutOfFold!.Values);
    }

    [Fact]
    public async Task Out_of_fold_predictions_of_pure_noise_score_at_chance_though_trees_learn_it_by_heart()
    {
        const int Rows = 400;
        var random = new NumpyRandom(11);
        double[] inputs = [.. Enumerable.Range(0, Rows * 3).Select(_ => (double)random.NextUInt32())];
        double[] noise = [.. Enumerable.Range(0, Rows).Select(_ => (double)(random.NextUInt32() % 2))];
        Dataset table = Table(inputs, 3, noise, isClassification: true);
        EngineStatus scratch = await ScratchAsync();
        Experiment experiment = Experiment(new HoldOut(0.25, 1), Model(new TreeSpec())) with
        {
            Report = new FrameworkBench.Experiments.Report.ReportSettings { Also = [new MetricReference("train_accuracy")] },
        };
        PlannedTrial bag = Plan(experiment, table, Planned(scratch))[0];

        var result = TrialResult.Of(
            bag, (await RunnerOf(scratch).RunAsync([bag], null, TestContext.Current.CancellationToken))[bag]);

        // Three standard errors of 300 guesses. By heart: each row is in the training rows of four parts of five.
        Assert.InRange(result.OutOfFold!["accuracy"]!.Value, 0.5 - 0.087, 0.5 + 0.087);
        Assert.Equal(1, result.Training!["accuracy"]!.Value);
    }

    [Fact]
    public async Task A_second_run_fits_nothing_and_one_after_a_lost_outcome_only_that_part()
    {
        EngineStatus engine = await ConstantPlans.FaultyEngineAsync();
        PlannedTrial[] plan = [.. Constants(engine)];
        var ran = new List<string>();

        await RunAsync(engine, plan, ran);
        Assert.Equal(2 * 5, ran.Count);
        Outcomes again = await RunAsync(engine, plan, ran);
        Assert.Equal(2 * 5, ran.Count);
        Assert.All(plan, bag => Assert.Equal((TrialStatus.Done, 5), (again[bag].Status, bag.Fits.Count())));

        TrialKey lost = plan[1].Fits.ElementAt(3).Key;
        Segments.Spoil(Path.Combine(folder.FullName, "store"), lost);
        await RunAsync(engine, plan, ran);
        Assert.Equal(plan[1].Fits.ElementAt(3).Trial.ToString(), Assert.Single(ran.Skip(2 * 5)));
        Assert.Equal(2 * 5, new OutcomeStore(Path.Combine(folder.FullName, "store")).Keys.Count);
    }

    [Fact]
    public async Task The_fits_of_a_bag_whose_times_count_follow_each_other_and_bags_take_turns()
    {
        EngineStatus engine = await ConstantPlans.FaultyEngineAsync();
        PlannedTrial[] plan = [.. Constants(engine, oneAtATime: true)];
        var ran = new List<string>();

        await RunAsync(engine, plan, ran);

        Assert.Equal(
            new[] { plan[0], plan[1], plan[3], plan[2] }.SelectMany(bag => bag.Fits).Select(part => part.Trial.ToString()), ran);
    }

    private async Task<Outcomes> RunAsync(EngineStatus engine, PlannedTrial[] plan, List<string> ran) =>
        await RunnerOf(engine).RunAsync(plan, progress => ran.Add(progress.Latest), TestContext.Current.CancellationToken);

    private TrialRunner RunnerOf(EngineStatus engine) => ConstantPlans.RunnerOf(folder.FullName, engine);

    private static IReadOnlyList<PlannedTrial> Constants(EngineStatus engine, bool oneAtATime = false)
    {
        Dataset table = Table(
            [.. Enumerable.Range(0, 40).Select(row => (double)row)], 1, [.. Enumerable.Range(0, 40).Select(row => row % 2.0)],
            isClassification: true);
        SplitPlan split = oneAtATime ? new KFold(2) : new HoldOut(0.25, 1);
        return Plan(
            Experiment(split, Model(new ConstantSpec(), name: "a"), Model(new ConstantSpec(), bag: 4 + (oneAtATime ? 0 : 1), name: "b") with
            {
                Preparation = new(),
            }) with
            {
                OneAtATime = oneAtATime,
            },
            table, Planned(engine));
    }

    private static void Close(double[] expected, double[] found)
    {
        Assert.Equal(expected.Length, found.Length);
        Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
    }

    private static double[] Numbers(JsonElement golden, string name) => [.. Flat(golden.GetProperty(name))];

    private static IEnumerable<double> Flat(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray().SelectMany(Flat) : [element.GetDouble()];

    private static int[] Whole(JsonElement element) => [.. element.EnumerateArray().Select(item => item.GetInt32())];
}
