using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Catalog;
using FrameworkBench.Datasets.Splits;

namespace FrameworkBench.Tests.Datasets.Splits;

/// <summary>In order of time no row is tested by a model that trained on later ones.</summary>
public sealed class TimeTests
{
    public static TheoryData<SplitPlan> Plans =>
    [
        new HoldOut(0.2, 7),
        new HoldOut(0.2, 7, Stratified: true) { TrainRows = 40 },
        new KFold(3, 2, 7) { KeepDuplicatesTogether = true },
        new KFold(4, Shuffle: false),
        new LearningCurve([50, 500], 100, 2),
    ];

    [Theory]
    [MemberData(nameof(Plans))]
    public void Training_rows_are_earlier_than_validation_rows_and_these_than_test_rows(SplitPlan plan)
    {
        Dataset houses = DatasetCatalog.Read(RepositoryFiles.Catalog).Load("texas_houses");
        Assert.Equal(187, houses.Times!.Distinct().Count());
        IReadOnlyList<Split> splits = plan.Split(houses, new ValidationPlan(0.2, ValidationSelection.Random, 3));
        Assert.Equal(plan.CountOn(houses), splits.Count);
        foreach (Split split in splits)
        {
            Assert.All(new[] { split.TrainRows, split.ValidationRows, split.TestRows }, Assert.NotEmpty);
            Assert.True(split.TrainRows.Max(row => houses.Times![row]) < split.ValidationRows.Min(row => houses.Times![row]));
            Assert.True(split.ValidationRows.Max(row => houses.Times![row]) < split.TestRows.Min(row => houses.Times![row]));
        }
    }

    [Fact]
    public void The_last_share_is_held_out_whatever_the_order_of_the_file()
    {
        Split split = Assert.Single(new HoldOut(0.4, 5).Split(Tables.OfTimes([4, 0, 3, 1, 2])));
        Assert.Equal([1, 3, 4], split.TrainRows);
        Assert.Equal([2, 0], split.TestRows);
        Assert.Equal([4], Assert.Single(new HoldOut(0.4, 5) { TrainRows = 1 }.Split(Tables.OfTimes([4, 0, 3, 1, 2]))).TrainRows);
    }

    [Fact]
    public void Rows_of_one_time_stay_together()
    {
        Split[] splits = [.. new KFold(2).Split(Tables.OfTimes([1, 0, 2, 1, 0, 2, 0]))];
        Assert.Equal([1, 4, 6], splits[0].TrainRows);
        Assert.Equal([0, 3], splits[0].TestRows);
        Assert.Equal([1, 4, 6, 0, 3], splits[1].TrainRows);
        Assert.Equal([2, 5], splits[1].TestRows);
    }

    [Fact]
    public void A_learning_curve_trains_on_the_last_rows_before_the_test_rows_and_once()
    {
        Split[] splits = [.. new LearningCurve([2, 3], 2, Repeats: 4).Split(Tables.OfTimes([0, 1, 2, 3, 4, 5]))];
        Assert.Equal(2, splits.Length);
        Assert.All(splits, split => Assert.Equal([5, 4], split.TestRows));
        Assert.Equal([3, 2], splits[0].TrainRows);
        Assert.Equal([3, 2, 1], splits[1].TrainRows);
    }

    [Fact]
    public void Folds_of_a_bag_are_blocks_of_neighbors_and_leave_out_every_row_once()
    {
        int[] train = [.. Enumerable.Range(0, 60)];
        Dataset table = Tables.OfTimes([.. Enumerable.Range(0, 80)]);
        IReadOnlyList<(int[] Others, int[] Fold)> folds = new KFold(4, Stratified: true).FoldsOf(table, train, 3, 9);

        Assert.Equal(train, folds.SelectMany(fold => fold.Fold));
        Assert.Equal(3, folds.Count);
    }

    [Theory]
    [InlineData("table: 3 folds in order of time need at least 4 different times by 'day', found 3", "folds")]
    [InlineData("table: rows would be tested by a model trained on rows that are not earlier by 'day'; use another split, such as "
        + "{hold_out: 0.2} or {k_fold: 5}", "later")]
    [InlineData("table: rows would be tested by a model trained on rows that are not earlier by 'day'; use another split, such as "
        + "{hold_out: 0.2} or {k_fold: 5}", "equal")]
    [InlineData("table: a share of 0.9 of 3 different times by 'day' leaves none for training", "share")]
    public void A_plan_that_does_not_fit_the_times_is_reported(string message, string plan)
    {
        Dataset table = Tables.OfTimes([1, 0, 2, 1]);
        (SplitPlan splitPlan, Dataset divided) = plan switch
        {
            "folds" => ((SplitPlan)new KFold(3), table),
            "share" => (new HoldOut(0.9), table),
            "equal" => (new FirstRows(3), Tables.OfTimes([0, 1, 2, 2])),
            _ => (new FirstRows(3), Tables.OfTimes([0, 2, 1, 1])),
        };
        Assert.Equal(message, Assert.Throws<DatasetException>(() => splitPlan.Split(divided)).Message);
    }

    [Fact]
    public void A_sample_keeps_its_order()
    {
        Dataset sample = Tables.OfTimes([.. Enumerable.Range(0, 100).Reverse()]).Sample(20, 3);
        Assert.Equal(sample.Features.Values.Select(row => 99 - (int)row), sample.Times);
    }
}
