using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Catalog;
using FrameworkBench.Datasets.Preparation;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Tests.Datasets.Preparation;

public sealed class PreparationTests
{
    [Fact]
    public void Columns_keep_their_order_and_one_hot_columns_stand_in_place_of_the_category()
    {
        FittedPreparation fitted = new PreparationPlan { Indicator = true }.Fit(Small(), [0, 1, 2]);
        Assert.Equal(["a", "town=Bern", "town=Rome", "b", "town=missing", "b=missing"], fitted.Columns.Select(column => column.Name));
        Assert.All(fitted.Columns, column => Assert.Equal(0, column.Categories));
    }

    [Fact]
    public void A_category_that_training_rows_do_not_have_and_a_missing_one_are_zero_everywhere()
    {
        FeatureMatrix prepared = new PreparationPlan { Inputs = InputScaling.Raw }.Fit(Small(), [0, 1, 2]).Transform([0, 2, 3]);
        Assert.Equal([0, 1], prepared.Row(0)[1..3].ToArray());
        Assert.Equal([0, 0], prepared.Row(1)[1..3].ToArray());
        Assert.Equal([0, 0], prepared.Row(2)[1..3].ToArray());
    }

    [Fact]
    public void The_raw_plan_changes_nothing_and_says_how_many_categories_there_are()
    {
        Dataset table = Small();
        FittedPreparation fitted = PreparationPlan.Raw.Fit(table, [0, 1, 2]);
        Assert.Equal([new FeatureColumn("a"), new FeatureColumn("town", 3), new FeatureColumn("b")], fitted.Columns);
        Assert.Equal(table.Features.Values, fitted.Transform([0, 1, 2, 3, 4]).Values);
    }

    [Fact]
    public void Missing_codes_are_filled_with_the_most_frequent_one_unless_kept()
    {
        Dataset table = Small();
        PreparationPlan codes = new() { Inputs = InputScaling.Raw, Categories = CategoryCoding.Codes };
        Assert.Equal(2, codes.Fit(table, [0, 1, 2, 4]).Transform([2])[0, 1]);
        Assert.True(double.IsNaN((codes with { Missing = MissingTreatment.Keep }).Fit(table, [0, 1, 2, 4]).Transform([2])[0, 1]));
    }

    [Fact]
    public void Robust_scaling_takes_median_and_interquartile_range_and_bends_at_three()
    {
        // Median 2, interquartile range 2: 10 lies 4 of them above, 4 / √(1 + 16/9).
        Assert.Equal([2.4, 0.0], Robust([0, 1, 2, 3, 10], [10, 2]), Close);

        // Half of the values are equal: half of the range takes its place. 1 lies 2 of them above, 2 / √(1 + 4/9).
        Assert.Equal([1.6641005886756874, 0.0], Robust([0, 0, 0, 0, 1], [1, 0]), Close);
        Assert.Equal([0.0, 0.0], Robust([7, 7, 7], [7, 9]), Close);
    }

    [Fact]
    public void Two_categories_are_one_signed_column_and_one_hot_columns_are_scaled_robustly_too()
    {
        PreparationPlan plan = new() { Inputs = InputScaling.Robust, Categories = CategoryCoding.OneHotSigned };
        FittedPreparation fitted = plan.Fit(Small(), [0, 1, 4]);

        Assert.Equal(["a", "town=Bern", "b"], fitted.Columns.Select(column => column.Name));
        Assert.Equal([false, true, false], fitted.Columns.Select(column => column.Indicator));

        // Rome, Bern, Rome: −1, 1, −1. Median −1, interquartile range 1; the missing one lies 1 above, Bern 2.
        Assert.Equal([0, 1.6641005886756874, 0.9486832980505138], Town(fitted, [0, 1, 2]), Close);
    }

    [Fact]
    public void More_than_eight_categories_stay_codes_where_unseen_and_missing_ones_are_not_a_number()
    {
        Dataset table = Towns(10, [0, 1, 2, 3, 4, 5, 6, 7, 8, double.NaN, 9]);
        PreparationPlan plan = new() { Inputs = InputScaling.Robust, Categories = CategoryCoding.Mixed };
        FittedPreparation codes = plan.Fit(table, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]), columns = plan.Fit(table, [0, 1, 2, 3, 4, 5, 6, 7]);

        Assert.Equal([new FeatureColumn("town", 10)], codes.Columns);
        Assert.Equal([8, double.NaN, double.NaN], codes.Transform([8, 9, 10]).Values);
        Assert.Equal(8, columns.Columns.Count);
    }

    [Theory]
    [InlineData(InputScaling.Raw)]
    [InlineData(InputScaling.Standardize)]
    [InlineData(InputScaling.MinMax)]
    [InlineData(InputScaling.Quantile)]
    [InlineData(InputScaling.Robust)]
    public void An_input_without_any_training_value_is_a_constant(InputScaling inputs)
    {
        Dataset table = Small();
        FittedPreparation fitted = new PreparationPlan { Inputs = inputs }.Fit(table, [2]);
        Assert.Equal([0], fitted.Transform([2]).Row(0)[1..].ToArray());
        Assert.All(fitted.Transform([0, 1, 2, 3]).Values, value => Assert.True(double.IsFinite(value)));
    }

    [Theory]
    [InlineData(InputScaling.Standardize)]
    [InlineData(InputScaling.MinMax)]
    [InlineData(InputScaling.Quantile)]
    public void An_input_that_training_rows_agree_in_says_nothing_about_other_rows(InputScaling inputs)
    {
        Dataset table = Tables.OfLabels([0, 1, 0, 1], [1, 1, 1, 1e9]);
        Assert.Equal([0, 0], new PreparationPlan { Inputs = inputs }.Fit(table, [0, 1, 2]).Transform([0, 3]).Values);
    }

    [Theory]
    [InlineData(1e-12)]
    [InlineData(1e12)]
    public void Ranks_do_not_depend_on_the_unit(double unit)
    {
        double[] input = [.. Enumerable.Range(0, 40).Select(row => row * 17 % 40 / 40.0)];
        int[] labels = [.. Enumerable.Range(0, 40).Select(row => row % 2)], rows = [.. Enumerable.Range(0, 40)];
        var plan = new PreparationPlan { Inputs = InputScaling.Quantile };
        double[] expected = plan.Fit(Tables.OfLabels(labels, input), rows).Transform(rows).Values;
        double[] scaled = plan.Fit(Tables.OfLabels(labels, [.. input.Select(value => value * unit)]), rows).Transform(rows).Values;
        Assert.Equal(expected, scaled, (a, b) => Math.Abs(a - b) < 1e-9);
    }

    [Fact]
    public void Only_training_rows_decide()
    {
        Dataset ames = DatasetCatalog.Read(RepositoryFiles.Catalog).Load("ames");
        Split split = new HoldOut(0.5, 1).Split(ames)[0];
        double[] changed = [.. ames.Features.Values];
        foreach (int row in split.TestRows)
        {
            for (int column = 0; column < ames.Columns.Count; column++)
                changed[(row * ames.Columns.Count) + column] = ames.Columns[column].Kind == ColumnKind.Numeric ? 1e6 : 0;
        }

        Dataset other = ames with
        {
            Features = new FeatureMatrix(ames.Rows, ames.Columns.Count, changed),
            Values = [.. ames.Values.Select((value, row) => split.TestRows.Contains(row) ? 0 : value)],
        };
        var plan = new PreparationPlan { Target = TargetScaling.Standardize, Indicator = true, RareBelow = 5 };
        FittedPreparation fitted = plan.Fit(ames, split.TrainRows);
        FittedPreparation fittedOnOther = plan.Fit(other, split.TrainRows);
        Assert.Equal(fitted.Transform(split.TrainRows).Values, fittedOnOther.Transform(split.TrainRows).Values);
        Assert.Equal(fitted.TargetScale, fittedOnOther.TargetScale);
        Assert.Equal(fitted.TargetOffset, fittedOnOther.TargetOffset);
    }

    [Fact]
    public void A_standardized_target_has_mean_0_and_deviation_1_and_scales_back()
    {
        Dataset table = Tables.OfValues([3, 5, 10, 7]);
        FittedPreparation fitted = new PreparationPlan { Target = TargetScaling.Standardize }.Fit(table, [0, 1, 3]);
        double[] targets = fitted.Targets([0, 1, 3]);
        Assert.Equal(0, targets.Sum(), 12);
        Assert.Equal(1, targets.Sum(value => value * value) / 3, 12);
        Assert.Equal([10, 3], fitted.InverseTargets(fitted.Targets([2, 0])).Select(value => Math.Round(value, 12)));
        Assert.Equal([10.0, 3.0], new PreparationPlan().Fit(table, [0, 1]).Targets([2, 0]));
        Assert.Empty(fitted.Labels([0]));
    }

    [Fact]
    public void A_constant_target_keeps_its_scale()
    {
        FittedPreparation fitted = new PreparationPlan { Target = TargetScaling.Standardize }.Fit(Tables.OfValues([3, 3, 5]), [0, 1]);
        Assert.Equal([0, 2.0], fitted.Targets([0, 2]));
    }

    [Fact]
    public void Labels_are_those_of_the_given_rows()
    {
        FittedPreparation fitted = new PreparationPlan { Target = TargetScaling.Standardize }.Fit(Tables.OfLabels([0, 2, 1, 2]), [0, 1]);
        Assert.Equal([2, 0], fitted.Labels([3, 0]));
        Assert.Empty(fitted.Targets([3, 0]));
    }

    [Fact]
    public void Nothing_is_learned_from_no_rows()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => new PreparationPlan().Fit(Small(), []));
        Assert.StartsWith("There are no training rows to learn from.", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>Rows: (1, Rome, 4), (2, Bern, −), (3, −, −), (4, Oslo, 5), (5, Rome, 6).</summary>
    private static bool Close(double expected, double actual) => Math.Abs(expected - actual) < 1e-15;

    private static double[] Robust(double[] training, double[] transformed)
    {
        double[] cells = [.. training, .. transformed];
        Dataset table = Table(DatasetColumn.Numeric("a"), cells);
        return new PreparationPlan { Inputs = InputScaling.Robust }.Fit(table, [.. Enumerable.Range(0, training.Length)])
            .Transform([.. Enumerable.Range(training.Length, transformed.Length)]).Values;
    }

    private static double[] Town(FittedPreparation fitted, int[] rows) => [.. rows.Select((_, row) => fitted.Transform(rows)[row, 1])];

    private static Dataset Towns(int count, double[] codes) =>
        Table(DatasetColumn.Categorical("town", [.. Enumerable.Range(0, count).Select(town => $"town {town}")]), codes);

    private static Dataset Table(DatasetColumn column, double[] cells) => new()
    {
        Name = "table",
        Task = TaskKind.Regression,
        Columns = [column],
        Features = new FeatureMatrix(cells.Length, 1, cells),
        TargetName = "y",
        Values = new double[cells.Length],
        Checksum = "",
    };

    private static Dataset Small() => new()
    {
        Name = "small",
        Task = TaskKind.Binary,
        Columns = [DatasetColumn.Numeric("a"), DatasetColumn.Categorical("town", ["Bern", "Oslo", "Rome"]), DatasetColumn.Numeric("b")],
        Features = new FeatureMatrix(5, 3, [1, 2, 4, 2, 0, double.NaN, 3, double.NaN, double.NaN, 4, 1, 5, 5, 2, 6]),
        TargetName = "y",
        ClassNames = ["no", "yes"],
        Labels = [0, 1, 0, 1, 0],
        Checksum = "",
    };
}
