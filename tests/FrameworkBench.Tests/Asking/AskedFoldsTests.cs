using FrameworkBench.Asking;
using FrameworkBench.Datasets;
using FrameworkBench.Engines.Scratch;
using FrameworkBench.Tests.Datasets;
using FrameworkBench.Trials;

namespace FrameworkBench.Tests.Asking;

public sealed class AskedFoldsTests
{
    private static readonly PlannedEngine Engine = new("scratch", new ScratchEngine().Describe(), null);

    [Theory]
    [InlineData(39, 5)]
    [InlineData(40, 10)]
    [InlineData(999, 10)]
    [InlineData(1000, 5)]
    public void A_small_table_has_ten_folds_where_each_has_four_rows(int rows, int folds) =>
        Assert.Equal(folds, FoldsOf(Tables.OfValues([.. Enumerable.Range(0, rows).Select(row => (double)row)])));

    [Theory]
    [InlineData(19, 5)]
    [InlineData(20, 10)]
    public void A_rare_class_is_in_each_of_ten_folds_twice(int rare, int folds) =>
        Assert.Equal(folds, FoldsOf(Tables.OfLabels([.. Enumerable.Range(0, 300).Select(row => row < rare ? 1 : 0)])));

    [Theory]
    [InlineData(39, 5)]
    [InlineData(40, 10)]
    public void Groups_are_counted_in_place_of_rows(int groups, int folds) =>
        Assert.Equal(folds, FoldsOf(Tables.OfGroups([.. Enumerable.Range(0, 400).Select(row => row % groups)])));

    [Fact]
    public void A_group_of_more_than_a_tenth_of_the_rows_leaves_five()
    {
        int[] groups = [.. Enumerable.Range(0, 400).Select(row => row < 60 ? 0 : row)];
        Assert.Equal(5, FoldsOf(Tables.OfGroups(groups)));
    }

    [Theory]
    [InlineData(2, 20)]
    [InlineData(3, 20)]
    [InlineData(8, 20)]
    [InlineData(10, 10)]
    public void Classes_of_one_size_are_in_each_fold_alike(int classes, int rows)
    {
        Dataset table = Tables.OfLabels([.. Enumerable.Range(0, classes * rows).Select(row => row / rows)]);
        AskedExperiment experiment = On(table);

        Assert.All(experiment.Trials([AskedModels.Constant], 0), planned => Assert.All(
            planned.Input.Split.TestRows.CountBy(row => table.Labels[row]), one => Assert.Equal(rows / experiment.Folds, one.Value)));
    }

    [Fact]
    public void Few_combinations_of_inputs_are_divided_at_random()
    {
        double[] combinations = [.. Enumerable.Range(0, 300).Select(row => (double)(row % 30))];
        int[] differing = [.. Enumerable.Range(0, 300).Select(row => row / 30 % 2)], alike = [.. combinations.Select(one => (int)one % 2)];

        Assert.False(On(Tables.OfLabels(differing, combinations)).KeepsCopies);

        // A table that was copied ten times has no other targets in its copies.
        Assert.True(On(Tables.OfLabels(alike, combinations)).KeepsCopies);
        Assert.True(On(Tables.OfLabels(differing, [.. Enumerable.Range(0, 300).Select(row => (double)(row % 80))])).KeepsCopies);
    }

    [Fact]
    public void A_repeat_is_as_many_splits_as_folds()
    {
        AskedExperiment experiment = On(Tables.OfValues([.. Enumerable.Range(0, 60).Select(row => (double)row)]));
        Assert.Equal(Enumerable.Range(10, 10), experiment.Trials([AskedModels.Constant], 1).Select(planned => planned.Trial.Split));
    }

    private static int FoldsOf(Dataset table) => On(table).Folds;

    private static AskedExperiment On(Dataset table) => new(table, 1, Engine);
}
