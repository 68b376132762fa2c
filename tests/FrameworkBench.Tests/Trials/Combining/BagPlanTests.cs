using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Experiments;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Trials;
using static FrameworkBench.Tests.Trials.Combining.BagPlans;

namespace FrameworkBench.Tests.Trials.Combining;

/// <summary>Which rows the fits of a bag learn from and predict.</summary>
public sealed class BagPlanTests
{
    private static readonly SplitPlan Split = new KFold(3, 1, 1, Stratified: true) { KeepDuplicatesTogether = true };
    private static readonly BoostedTreesSpec Stopped = new() { Rounds = 20, Patience = 3 };

    [Fact]
    public void Each_training_row_is_left_out_once_and_by_a_fit_that_never_learns_from_it()
    {
        Assert.All(Plan(Experiment(Split, Model(Stopped)), Pairs()), bag =>
        {
            TrialInput[] parts = [.. bag.Fits.Select(part => part.Input)];
            Assert.Equal(5, parts.Length);
            Assert.Equal(bag.Input.Split.TrainRows.Order(), parts.SelectMany(part => part.LeftOut).Order());
            Assert.All(parts, part =>
            {
                Assert.Empty(part.LeftOut.Intersect(part.Split.TrainRows));
                Assert.Equal(bag.Input.Split.TrainRows.Order(), part.Split.TrainRows.Concat(part.LeftOut).Order());
                Assert.Equal(bag.Input.Split.TestRows, part.Split.TestRows);
                Assert.Empty(part.Split.TrainRows.Intersect(part.Split.TestRows));
            });
        });
    }

    [Fact]
    public void Rows_with_equal_inputs_share_a_fold_and_the_classes_are_in_equal_shares()
    {
        Dataset table = Pairs();

        foreach (TrialInput part in Plan(Experiment(Split, Model(Stopped)), table)[0].Fits.Select(fit => fit.Input))
        {
            int[] Groups(int[] rows) => [.. rows.Select(row => table.DuplicateGroups[row])];
            Assert.Empty(Groups(part.LeftOut).Intersect(Groups(part.Split.TrainRows)));
            Assert.Equal(part.LeftOut.Length / 2, part.LeftOut.Count(row => table.Labels[row] == 1));
        }
    }

    [Fact]
    public void The_fold_left_out_is_the_validation_where_the_model_looks_at_any()
    {
        PlannedTrial[] plan =
        [
            .. Plan(Experiment(Split, Model(Stopped), Model(Stopped with { Patience = null }), Model(new ForestSpec())), Pairs()).Take(3),
        ];

        Assert.All(plan[0].Fits, part => Assert.Equal(part.Input.LeftOut, part.Input.Split.ValidationRows));
        Assert.All(plan.Skip(1).SelectMany(bag => bag.Fits), part => Assert.Empty(part.Input.Split.ValidationRows));
    }

    [Fact]
    public void A_network_looks_at_validation_rows_unless_it_stops_by_its_training_loss()
    {
        NetworkSpec network = FrameworkBench.Tests.Engines.Parity.ParityPlans.Network();

        Assert.False(Looks(null));
        Assert.Equal([Watch.ValidationLoss, Watch.ValidationAccuracy], Enum.GetValues<Watch>().Where(watch => Looks(watch)));

        bool Looks(Watch? watch) => (network with
        {
            Train = network.Train with { EarlyStopping = watch is Watch watched ? new EarlyStopping { Watch = watched } : null },
        }).UsesValidation;
    }

    [Fact]
    public void The_folds_follow_from_split_and_seed_and_every_fit_has_a_seed_of_its_own()
    {
        Experiment experiment = Experiment(Split, Model(Stopped) with { Seeds = new ByProfile<int>(2, 2, 2) });

        PlannedTrial[] plan = [.. Plan(experiment, Pairs())], again = [.. Plan(experiment, Pairs())];

        Assert.Equal(plan.Select(bag => bag.Key), again.Select(bag => bag.Key));
        Assert.Equal(plan.SelectMany(Keys), again.SelectMany(Keys));
        Assert.Equal(6 * 5, plan.SelectMany(Keys).Distinct().Count());
        Assert.Equal(6 * 5, plan.SelectMany(bag => bag.Fits).Select(part => part.Trial.Seed).Distinct().Count());
        Assert.All(plan, bag => Assert.Equal(bag.Trial.Seed, bag.Fits.First().Trial.Seed));

        static IEnumerable<TrialKey> Keys(PlannedTrial bag) => bag.Fits.Select(part => part.Key);
    }

    [Fact]
    public void The_fits_of_a_bag_are_named_in_logs()
    {
        PlannedTrial bag = Plan(Experiment(Split, Model(Stopped)), Pairs())[1];

        Assert.Equal("bags/table/bag by able, split 1, seed 8", bag.Trial.ToString());
        Assert.Equal("bags/table/bag by able, split 1, seed 2000008, part 3 of 5", bag.Fits.ElementAt(2).Trial.ToString());
    }

    [Fact]
    public void A_trial_without_a_bag_keeps_its_key()
    {
        TrialInput input = Plan(Experiment(Split, Model(Stopped, bag: null)), Pairs())[0].Input;

        Assert.Equal(input.Digest, (input with { LeftOut = [] }).Digest);
        Assert.NotEqual(input.Digest, (input with { LeftOut = [1] }).Digest);
    }

    [Fact]
    public void Too_few_rows_for_the_folds_are_told_before_the_run()
    {
        Dataset table = Table([.. Enumerable.Range(0, 6).Select(row => (double)row)], 1, [0, 1, 0, 1, 0, 1], isClassification: true);
        var planner = new TrialPlanner([Able], _ => table, new PlanOptions());

        ExperimentException exception = Assert.Throws<ExperimentException>(
            () => planner.Check(Experiment(new KFold(3), Model(new ForestSpec(), bag: 5))));

        Assert.Contains("models.bag.bag: table: 5 folds need at least 5 rows", exception.Message, StringComparison.Ordinal);
    }

    // Sixty pairs of equal rows, the classes in turn.
    private static Dataset Pairs() => Table(
        [.. Enumerable.Range(0, 120).Select(row => (double)(row / 2))], 1, [.. Enumerable.Range(0, 120).Select(row => row / 2 % 2.0)],
        isClassification: true);
}
