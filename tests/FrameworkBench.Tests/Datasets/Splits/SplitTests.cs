using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Catalog;
using FrameworkBench.Datasets.Splits;

namespace FrameworkBench.Tests.Datasets.Splits;

public sealed class SplitTests
{
    public static TheoryData<SplitPlan> Plans =>
    [
        new HoldOut(0.2, 7),
        new HoldOut(0.2, 7, Stratified: true),
        new KFold(3, 2, 7),
        new KFold(3, 2, 7, Stratified: true),
        new KFold(4, Shuffle: false),
    ];

    [Theory]
    [InlineData(0.5, true)]
    [InlineData(0.3, false)]
    [InlineData(0.7, false)]
    public void Strata_need_a_row_of_each_class_on_both_sides(double testFraction, bool expected)
    {
        var units = RowUnits.Of(Tables.OfLabels([0, 0, 1, 1, 2, 2]), null, grouped: false);

        Assert.Equal(expected, ShuffleSplit.CanStratify(units, testFraction));
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Equal_rows_never_straddle_and_every_row_has_a_side(SplitPlan plan)
    {
        Dataset table = DatasetCatalog.Read(RepositoryFiles.Catalog).Load("breast_w");
        Assert.Equal(236, table.DuplicateCount);
        foreach (Split split in (plan with
        {
            KeepDuplicatesTogether = true,
        }).Split(table, new ValidationPlan(0.2) { KeepDuplicatesTogether = true }))
        {
            int[][] sides = [split.TrainRows, split.ValidationRows, split.TestRows];
            Assert.All(sides, Assert.NotEmpty);
            Assert.Equal(Enumerable.Range(0, table.Rows), sides.SelectMany(side => side).Order());
            HashSet<int>[] groups = [.. sides.Select(side => side.Select(row => table.DuplicateGroups[row]).ToHashSet())];
            Assert.Empty(groups[0].Intersect(groups[1]));
            Assert.Empty(groups[0].Intersect(groups[2]));
            Assert.Empty(groups[1].Intersect(groups[2]));
        }
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Rows_with_equal_inputs_and_other_labels_do_not_straddle_either(SplitPlan plan)
    {
        Dataset table = DatasetCatalog.Read(RepositoryFiles.Catalog).Load("fair_affairs");
        Assert.Contains(
            Enumerable.Range(0, table.Rows).GroupBy(row => table.DuplicateGroups[row]),
            group => group.Select(row => table.Labels[row]).Distinct().Count() > 1);
        foreach (Split split in (plan with { KeepDuplicatesTogether = true }).Split(table))
        {
            var trained = split.TrainRows.Select(row => Inputs(table, row)).ToHashSet();
            Assert.DoesNotContain(split.TestRows, row => trained.Contains(Inputs(table, row)));
        }

        static string Inputs(Dataset table, int row) => string.Join(' ', table.Features.Row(row).ToArray());
    }

    [Fact]
    public void Folds_of_groups_with_mixed_labels_keep_the_classes_in_their_shares()
    {
        Dataset table = DatasetCatalog.Read(RepositoryFiles.Catalog).Load("fair_affairs");
        double share = table.Labels.Average();
        var plan = new KFold(5, 2, 42, Stratified: true) { KeepDuplicatesTogether = true };

        Assert.All(
            plan.Split(table), split => Assert.InRange(split.TestRows.Average(row => table.Labels[row]), share - 0.05, share + 0.05));
    }

    [Fact]
    public void A_group_counts_as_the_class_that_most_of_its_rows_have()
    {
        Dataset table = Tables.OfLabels([1, 0, 0, 1, 1], [5, 5, 5, 6, 7]);
        Assert.Equal([1, 2], RowUnits.Of(table, null, grouped: true).ClassCounts());
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Without_the_flag_equal_rows_do_straddle(SplitPlan plan)
    {
        Dataset table = DatasetCatalog.Read(RepositoryFiles.Catalog).Load("breast_w");
        Split split = plan.Split(table)[0];
        Assert.NotEmpty(
            split.TrainRows.Select(row => table.DuplicateGroups[row]).Intersect(split.TestRows.Select(row => table.DuplicateGroups[row])));
    }

    [Fact]
    public void A_large_table_is_divided_less_often_and_by_the_same_first_folds()
    {
        Dataset table = Tables.OfValues([.. Enumerable.Range(0, 40).Select(row => (double)row)]);
        var often = new KFold(2, Repeats: 5);
        KFold seldom = often with { LargeFrom = 40, RepeatsOnLarge = 2 };

        Assert.Equal((10, 4, 10), (often.CountOn(table), seldom.CountOn(table), (seldom with { LargeFrom = 41 }).CountOn(table)));
        Assert.Equal(often.Split(table).Take(4).Select(split => split.TestRows), seldom.Split(table).Select(split => split.TestRows));
    }

    [Fact]
    public void A_large_table_may_have_folds_of_its_own()
    {
        Dataset table = Tables.OfValues([.. Enumerable.Range(0, 40).Select(row => (double)row)]);
        var plan = new KFold(5, Repeats: 3) { LargeFrom = 40, FoldsOnLarge = 2, RepeatsOnLarge = 1 };

        Assert.Equal(2, plan.CountOn(table));
        Assert.Equal(new KFold(2).Split(table).Select(split => split.TestRows), plan.Split(table).Select(split => split.TestRows));
        Assert.Equal(15, (plan with { LargeFrom = 41 }).CountOn(table));
    }

    [Fact]
    public void Folds_test_every_row_once_in_each_repeat()
    {
        Dataset table = Tables.OfLabels([.. Enumerable.Range(0, 50).Select(row => row % 3)]);
        IReadOnlyList<Split> splits = new KFold(4, 3, 1, Stratified: true).Split(table);
        Assert.Equal(Enumerable.Range(0, 12), splits.Select(split => split.Index));
        foreach (Split[] repeat in splits.Chunk(4))
            Assert.Equal(Enumerable.Range(0, 50), repeat.SelectMany(split => split.TestRows).Order());
        Assert.NotEqual(splits[0].TestRows, splits[4].TestRows);
    }

    [Fact]
    public void A_learning_curve_adds_rows_to_those_before_and_tests_on_the_same()
    {
        Dataset table = Tables.OfLabels([.. Enumerable.Range(0, 100).Select(row => row % 3)]);
        Split few = new HoldOut(0.2, 1) { TrainRows = 10 }.Split(table)[0];
        Split many = new HoldOut(0.2, 1) { TrainRows = 40 }.Split(table)[0];
        Assert.Equal(few.TestRows, many.TestRows);
        Assert.Equal(few.TrainRows, many.TrainRows[..10]);
        Assert.Equal(40, many.TrainRows.Length);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_learning_curve_has_nested_training_rows_and_the_same_test_rows_within_a_repeat(bool together)
    {
        Dataset table = DatasetCatalog.Read(RepositoryFiles.Catalog).Load("breast_w");
        var plan = new LearningCurve([10, 40, 160], 200, Repeats: 3, RandomState: 1) { KeepDuplicatesTogether = together };

        IReadOnlyList<Split> splits = plan.Split(table);

        Assert.Equal(plan.Count, splits.Count);
        foreach (Split[] repeat in splits.Chunk(3))
        {
            Assert.Equal([10, 40, 160], repeat.Select(split => split.TrainRows.Length));
            Assert.All(repeat, split => Assert.Equal(repeat[2].TrainRows[..split.TrainRows.Length], split.TrainRows));
            Assert.All(repeat, split => Assert.Equal(repeat[0].TestRows, split.TestRows));
            Assert.Equal(200, repeat[0].TestRows.Distinct().Count());
            bool straddle = repeat[2].TrainRows.Select(row => table.DuplicateGroups[row])
                .Intersect(repeat[2].TestRows.Select(row => table.DuplicateGroups[row])).Any();
            Assert.Equal(!together, straddle);
        }

        Assert.NotEqual(splits[0].TestRows, splits[3].TestRows);
    }

    [Fact]
    public void A_learning_curve_leaves_out_numbers_that_a_table_does_not_have()
    {
        Dataset table = Tables.OfLabels([.. Enumerable.Range(0, 50).Select(row => row % 3)]);
        var plan = new LearningCurve([10, 40, 41], 10, Repeats: 2);

        Assert.Equal((6, 4), (plan.Count, plan.CountOn(table)));
        Assert.Equal([10, 40, 10, 40], plan.Split(table).Select(split => split.TrainRows.Length));
    }

    [Fact]
    public void A_learning_curve_spares_the_rows_that_equal_ones_at_the_border_may_cost()
    {
        Dataset table = Tables.OfLabels([0, 1, 0, 1, 0, 1, 0, 1, 0, 0, 0, 0], [0, 1, 2, 3, 4, 5, 6, 7, 8, 8, 8, 8]);
        var plan = new LearningCurve([7, 8], 2) { KeepDuplicatesTogether = true };

        Assert.Equal([7], plan.SizesOn(table));
        Assert.Equal([7, 8], (plan with { KeepDuplicatesTogether = false }).SizesOn(table));
        for (uint seed = 0; seed < 40; seed++)
            Assert.Equal(7, Assert.Single((plan with { RandomState = seed }).Split(table)).TrainRows.Length);
    }

    [Fact]
    public void Rows_with_equal_inputs_share_a_fold_of_a_bag_whatever_their_classes()
    {
        int[] labels = [.. Enumerable.Range(0, 60).Select(row => row % 2)];
        Dataset table = Tables.OfLabels(labels, [.. labels.Select((_, row) => (double)(row / 3))]);
        int[] train = [.. Enumerable.Range(0, 48)];

        IReadOnlyList<(int[] Others, int[] Fold)> folds = new KFold(4).FoldsOf(table, train, 4, 7);

        Assert.Equal(train, folds.SelectMany(fold => fold.Fold).Order());
        Assert.All(folds, fold => Assert.Empty(fold.Fold.Select(row => row / 3).Intersect(fold.Others.Select(row => row / 3))));
    }

    [Fact]
    public void All_rows_train_and_test_in_the_order_of_the_file()
    {
        Split split = Assert.Single(new AllRows().Split(DatasetCatalog.Read(RepositoryFiles.Catalog).Load("xor")));
        Assert.Equal([0, 1, 2, 3], split.TrainRows);
        Assert.Equal([0, 1, 2, 3], split.TestRows);
        Assert.Empty(split.ValidationRows);
    }

    [Fact]
    public void First_rows_train_and_the_rest_test()
    {
        Split split = Assert.Single(new FirstRows(3).Split(Tables.OfValues([1, 2, 3, 4, 5])));
        Assert.Equal([0, 1, 2], split.TrainRows);
        Assert.Equal([3, 4], split.TestRows);
    }

    [Fact]
    public void Validation_rows_are_a_train_test_split_of_the_training_rows()
    {
        int[] labels = [.. Enumerable.Range(0, 40).Select(row => row % 2)];
        Split split =
            Assert.Single(new HoldOut(0.25, 3).Split(Tables.OfLabels(labels), new ValidationPlan(0.1, ValidationSelection.Stratified, 5)));
        int[] trainRows = Assert.Single(new HoldOut(0.25, 3).Split(Tables.OfLabels(labels))).TrainRows;
        Split inner =
            Assert.Single(new HoldOut(0.1, 5, Stratified: true).Split(Tables.OfLabels([.. trainRows.Select(row => labels[row])])));
        Assert.Equal(inner.TrainRows.Select(place => trainRows[place]), split.TrainRows);
        Assert.Equal(inner.TestRows.Select(place => trainRows[place]), split.ValidationRows);
    }

    [Fact]
    public void The_last_training_rows_validate_as_in_Keras()
    {
        Dataset table = Tables.OfValues([.. Enumerable.Range(0, 13).Select(row => (double)row)]);
        int[] trainRows = new HoldOut(0.2, 42).Split(table)[0].TrainRows;
        Split split = new HoldOut(0.2, 42).Split(table, new ValidationPlan(0.25, ValidationSelection.Last))[0];
        Assert.Equal(trainRows[..7], split.TrainRows);
        Assert.Equal(trainRows[7..], split.ValidationRows);
    }

    [Fact]
    public void Validation_is_random_where_it_cannot_be_stratified()
    {
        int[] labels = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1];
        Dataset table = Tables.OfLabels(labels);
        var first = new FirstRows(9);
        Split split = first.Split(table, new ValidationPlan(0.2, ValidationSelection.Stratified, 1))[0];
        Assert.Equal(first.Split(table, new ValidationPlan(0.2, ValidationSelection.Random, 1))[0].ValidationRows, split.ValidationRows);
        Assert.Equal(2, split.ValidationRows.Length);
    }

    [Fact]
    public void Stratified_has_no_effect_on_a_regression()
    {
        Dataset table = Tables.OfValues([.. Enumerable.Range(0, 20).Select(row => row * 0.5)]);
        Assert.Equal(new HoldOut(0.3, 1).Split(table)[0].TestRows, new HoldOut(0.3, 1, Stratified: true).Split(table)[0].TestRows);
        Assert.Equal(new KFold(3, 2, 1).Split(table)[5].TestRows, new KFold(3, 2, 1, Stratified: true).Split(table)[5].TestRows);
    }

    [Theory]
    [InlineData("table: class 'c1' has only 1 of the 4 rows; a stratified split needs at least 2 of each class", "stratified")]
    [InlineData("table: a share of 0.9 of 4 rows leaves none for training", "large")]
    [InlineData("table: a share of 1.5 of the rows cannot be set aside; expected a number between 0 and 1", "share")]
    [InlineData("table: 5 folds need at least 5 rows, found 4", "folds")]
    [InlineData("table: 4 stratified folds need a class of at least 4 rows; the largest has 3", "stratified folds")]
    [InlineData("table: 1 folds repeated 1 times are impossible; expected at least 2 folds, repeated at least once", "one fold")]
    [InlineData("table: 4 training rows out of 4 leave nothing to train on or nothing to test on", "first")]
    [InlineData("table: 4 folds need at least 4 rows of different inputs, found 3", "groups")]
    [InlineData("table: cannot train on 3 rows: 2 of 4 are for testing", "train rows")]
    [InlineData("table: 2 training rows and 3 test rows cannot be drawn 1 times from 4 rows", "curve")]
    public void A_plan_that_does_not_fit_the_table_is_reported(string message, string plan)
    {
        Dataset table = Tables.OfLabels([0, 0, 0, 1], [1, 1, 2, 3]);
        SplitPlan splitPlan = plan switch
        {
            "stratified" => new HoldOut(0.5, 1, Stratified: true),
            "large" => new HoldOut(0.9),
            "share" => new HoldOut(1.5),
            "folds" => new KFold(5),
            "stratified folds" => new KFold(4, Stratified: true),
            "one fold" => new KFold(1),
            "first" => new FirstRows(4),
            "curve" => new LearningCurve([2, 3], 3),
            "train rows" => new HoldOut(0.5) { TrainRows = 3 },
            _ => new KFold(4) { KeepDuplicatesTogether = true },
        };
        Assert.Equal(message, Assert.Throws<DatasetException>(() => splitPlan.Split(table)).Message);
    }

    [Fact]
    public void A_stratified_division_smaller_than_the_classes_is_reported()
    {
        Dataset table = Tables.OfLabels([0, 0, 1, 1, 2, 2]);
        DatasetException exception = Assert.Throws<DatasetException>(() => new HoldOut(0.2, 1, Stratified: true).Split(table));
        Assert.Equal("table: a stratified split into 4 and 2 rows cannot have all 3 classes on both sides", exception.Message);
    }
}
