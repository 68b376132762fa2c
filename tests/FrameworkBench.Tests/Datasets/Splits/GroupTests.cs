using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Catalog;
using FrameworkBench.Datasets.Splits;

namespace FrameworkBench.Tests.Datasets.Splits;

/// <summary>Rows of one group lie on one side of every split, inner ones too.</summary>
public sealed class GroupTests
{
    public static TheoryData<SplitPlan> Plans =>
    [
        new HoldOut(0.2, 7),
        new HoldOut(0.2, 7, Stratified: true),
        new KFold(3, 2, 7),
        new KFold(3, 2, 7, Stratified: true),
        new KFold(4, Shuffle: false),
        new LearningCurve([50, 200], 100, 2),
    ];

    [Theory]
    [MemberData(nameof(Plans))]
    public void No_group_straddles(SplitPlan plan)
    {
        Dataset farms = DatasetCatalog.Read(RepositoryFiles.Catalog).Load("rice_farms");
        Assert.Equal(171, farms.Groups!.Distinct().Count());
        foreach (bool together in new[] { false, true })
        {
            foreach (Split split in (plan with { KeepDuplicatesTogether = together }).Split(farms, new ValidationPlan(0.2)))
            {
                HashSet<int>[] sides =
                [
                    .. new[] { split.TrainRows, split.ValidationRows, split.TestRows }
                        .Select(side => side.Select(row => farms.Groups![row]).ToHashSet()),
                ];
                Assert.All(sides, Assert.NotEmpty);
                Assert.Empty(sides[0].Intersect(sides[1]));
                Assert.Empty(sides[0].Intersect(sides[2]));
                Assert.Empty(sides[1].Intersect(sides[2]));
                foreach ((int[] others, int[] fold) in plan.FoldsOf(farms, split.TrainRows, 3, 0))
                    Assert.Empty(others.Select(row => farms.Groups![row]).Intersect(fold.Select(row => farms.Groups![row])));
            }
        }
    }

    // Repeats of folds that are one group each bring the same rows, and would count them as new evidence.
    [Theory]
    [InlineData(5, 5)]
    [InlineData(9, 5)]
    [InlineData(10, 50)]
    public void A_table_of_fewer_than_two_groups_a_fold_is_divided_once(int groups, int splits)
    {
        Dataset table = Tables.OfGroups([.. Enumerable.Range(0, 60).Select(row => row % groups)]);
        var plan = new KFold(5, Repeats: 10);

        Assert.Equal(splits, plan.CountOn(table));
        Assert.Equal(splits, plan.Split(table).Count);
        Assert.Equal(5, (plan with { KeepDuplicatesTogether = true }).CountOn(
            Tables.OfGroups([.. Enumerable.Range(0, 60)], [.. Enumerable.Range(0, 60).Select(row => (double)(row % 7))])));
        Assert.Equal(60, new KFold(60, Repeats: 10).CountOn(Tables.OfGroups([.. Enumerable.Range(0, 60)])));
        Assert.Equal(5, new KFold(5, Repeats: 10, Shuffle: false).CountOn(Tables.OfGroups([.. Enumerable.Range(0, 60)])));
    }

    [Fact]
    public void Equal_inputs_join_groups()
    {
        // Row 1 has the inputs of row 2: groups 0 and 1 belong together; row 5 has those of row 0, so that group 3 does too.
        Dataset table = Tables.OfGroups([0, 0, 1, 1, 2, 3], [10, 20, 20, 30, 40, 10]);

        Assert.Equal(4, RowUnits.Of(table, null, grouped: false).Count);
        var units = RowUnits.Of(table, null, grouped: true);
        Assert.Equal(2, units.Count);
        Assert.Equal([0, 1, 2, 3, 5], units.Rows([0]));
        Assert.Equal([4], units.Rows([1]));
    }

    [Fact]
    public void Rows_that_are_left_out_link_nothing()
    {
        Dataset table = Tables.OfGroups([0, 0, 1, 1], [10, 20, 20, 30]);

        Assert.Equal(1, RowUnits.Of(table, null, grouped: true).Count);
        Assert.Equal(2, RowUnits.Of(table, [0, 3], grouped: true).Count);
    }

    [Fact]
    public void Folds_test_every_group_once_and_differ_by_one_group_at_most()
    {
        Dataset farms = DatasetCatalog.Read(RepositoryFiles.Catalog).Load("rice_farms");
        int[][] tested =
            [.. new KFold(5).Split(farms).Select(split => split.TestRows.Select(row => farms.Groups![row]).Distinct().ToArray())];

        Assert.Equal(Enumerable.Range(0, 171), tested.SelectMany(groups => groups).Order());
        Assert.All(tested, groups => Assert.InRange(groups.Length, 34, 35));
    }

    [Theory]
    [InlineData("table: 4 folds need at least 4 groups by 'farm', found 3", "folds")]
    [InlineData("table: 3 folds need at least 3 groups by 'farm' and equal inputs, found 2", "linked")]
    [InlineData("table: a share of 0.9 of 3 groups by 'farm' leaves none for training", "share")]
    [InlineData("table: rows of one 'farm' would train and test; use another split, such as {hold_out: 0.2} or {k_fold: 5}", "first")]
    [InlineData("table: rows of one 'farm' would train and test; use another split, such as {hold_out: 0.2} or {k_fold: 5}", "all")]
    public void A_plan_that_does_not_fit_the_groups_is_reported(string message, string plan)
    {
        Dataset table = Tables.OfGroups([0, 0, 1, 1, 2], [1, 2, 2, 3, 4]);
        SplitPlan splitPlan = plan switch
        {
            "folds" => new KFold(4),
            "linked" => new KFold(3) { KeepDuplicatesTogether = true },
            "share" => new HoldOut(0.9),
            "all" => new AllRows(),
            _ => new FirstRows(3),
        };
        Assert.Equal(message, Assert.Throws<DatasetException>(() => splitPlan.Split(table)).Message);
    }

    [Fact]
    public void The_first_rows_train_where_they_are_whole_groups()
    {
        Split split = Assert.Single(new FirstRows(4).Split(Tables.OfGroups([0, 0, 1, 1, 2])));
        Assert.Equal([4], split.TestRows);
    }

    [Fact]
    public void A_sample_keeps_its_groups()
    {
        Dataset sample = Tables.OfGroups([.. Enumerable.Range(0, 100).Select(row => row / 4)]).Sample(20, 3);
        Assert.Equal(sample.Features.Values.Select(row => (int)row / 4), sample.Groups);
    }
}
