using System.Text.Json;
using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Preparation;
using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Tests.Datasets.Preparation;

/// <summary>Prepared tables equal scikit-learn's; tests/fixtures/preparation.py made the golden file.</summary>
public sealed class PreparationGoldenTests
{
    private const double Tolerance = 1e-9;
    private static readonly JsonElement Golden =
        JsonDocument.Parse(File.ReadAllText(RepositoryFiles.Fixture("preparation", "preparation.json"))).RootElement;

    [Theory]
    [InlineData("raw", InputScaling.Raw)]
    [InlineData("standardise", InputScaling.Standardize)]
    [InlineData("min_max", InputScaling.MinMax)]
    [InlineData("quantile", InputScaling.Quantile)]
    public void Numbers_are_filled_and_scaled_as_in_scikit_learn(string name, InputScaling inputs)
    {
        Dataset table = Numbers();
        foreach (
            (string missingName, MissingTreatment missing) in new[] { ("impute_median", MissingTreatment.ImputeMedian),
            ("impute_mean", MissingTreatment.ImputeMean), ("keep", MissingTreatment.Keep) })
        {
            FeatureMatrix prepared = new PreparationPlan
            {
                Inputs = inputs,
                Missing = missing,
            }.Fit(table, TrainRows()).Transform(AllRows(table));
            double[][] golden = Matrix(Golden.GetProperty("prepared").GetProperty($"{name} {missingName}"));
            for (int row = 0; row < table.Rows; row++)
            {
                for (int column = 0; column < table.Columns.Count; column++)
                {
                    // A column that is constant in training rows becomes 0; scikit-learn keeps other rows' distance, or
                    // puts it at the far end of the distribution.
                    double expected = inputs != InputScaling.Raw && column is 4 or 5 ? 0 : golden[row][column];
                    AssertNear(expected, prepared[row, column], $"{name} {missingName} row {row} column {column}");
                }
            }
        }
    }

    [Fact]
    public void A_thousand_quantiles_serve_more_rows_than_that()
    {
        double[] many = new double[1500];
        for (int i = 0; i < many.Length; i++)
        {
            double share = ((i * 7919) + 13) % 2003 / 2003.0;
            many[i] = share * share * share;
            if (i % 3 == 0)
                many[i] = Math.Floor(many[i] * 10) / 10;
        }

        Dataset table = Table([DatasetColumn.Numeric("x")], many);
        FeatureMatrix prepared = new PreparationPlan
        {
            Inputs = InputScaling.Quantile,
        }.Fit(table, [.. Enumerable.Range(0, 1400)]).Transform([.. Enumerable.Range(1350, 150)]);
        double[] golden = [.. Golden.GetProperty("many").EnumerateArray().Select(value => value.GetDouble())];
        Assert.Equal(golden.Length, prepared.Rows);
        for (int row = 0; row < golden.Length; row++)
            AssertNear(golden[row], prepared[row, 0], $"row {row}");
    }

    [Fact]
    public void Indicators_equal_those_of_scikit_learn_and_come_last()
    {
        Dataset table = Numbers();
        FittedPreparation fitted = new PreparationPlan { Indicator = true }.Fit(table, TrainRows());
        Assert.Equal(
            ["x0", "x1", "x2", "x3", "x4", "x5", "x6", "x7", "x6=missing", "x7=missing"], fitted.Columns.Select(column => column.Name));
        FeatureMatrix prepared = fitted.Transform(AllRows(table));
        double[][] golden = Matrix(Golden.GetProperty("indicators"));
        for (int row = 0; row < table.Rows; row++)
            Assert.Equal(golden[row], prepared.Row(row)[8..].ToArray());
    }

    [Theory]
    [InlineData("one_hot", 0, 255, new[] { "c=zero", "c=one", "c=two", "c=four", "c=five" })]
    [InlineData("pooled", 3, 255, new[] { "c=zero", "c=two", "c=five", "c=(rare)" })]
    [InlineData("limited", 0, 4, new[] { "c=zero", "c=two", "c=five", "c=(rare)" })]
    [InlineData("limited", 2, 4, new[] { "c=zero", "c=two", "c=five", "c=(rare)" })]
    public void Categories_become_the_columns_of_scikit_learn(string name, int rareBelow, int mostCategories, string[] columns)
    {
        double[] codes = [.. Golden.GetProperty("codes").EnumerateArray().Select(code => code.GetDouble())];
        Dataset table = Table([DatasetColumn.Categorical("c", ["zero", "one", "two", "three", "four", "five"])], codes);
        FittedPreparation fitted = new PreparationPlan { RareBelow = rareBelow, MostCategories = mostCategories }.Fit(table, TrainRows());
        Assert.Equal(columns, fitted.Columns.Select(column => column.Name));
        FeatureMatrix prepared = fitted.Transform(AllRows(table));
        double[][] golden = Matrix(Golden.GetProperty(name));
        for (int row = 0; row < table.Rows; row++)
            Assert.Equal(golden[row], prepared.Row(row).ToArray());
    }

    private static Dataset Numbers()
    {
        double[][] rows = Matrix(Golden.GetProperty("table"));
        return Table([.. rows[0].Select((_, column) => DatasetColumn.Numeric($"x{column}"))], [.. rows.SelectMany(row => row)]);
    }

    private static Dataset Table(DatasetColumn[] columns, double[] cells) => new()
    {
        Name = "table",
        Task = TaskKind.Regression,
        Columns = columns,
        Features = new FeatureMatrix(cells.Length / columns.Length, columns.Length, cells),
        TargetName = "y",
        Values = new double[cells.Length / columns.Length],
        Checksum = "",
    };

    private static int[] TrainRows() => [.. Enumerable.Range(0, Golden.GetProperty("train").GetInt32())];

    private static int[] AllRows(Dataset table) => [.. Enumerable.Range(0, table.Rows)];

    private static double[][] Matrix(JsonElement rows) =>
        [.. rows.EnumerateArray()
            .Select(
                row => row.EnumerateArray().Select(value => value.ValueKind == JsonValueKind.Null ? double.NaN : value.GetDouble())
                .ToArray())];

    private static void AssertNear(double expected, double found, string where)
    {
        bool near = expected.Equals(found) || Math.Abs(expected - found) <= Tolerance * Math.Max(1, Math.Abs(expected));
        Assert.True(near, $"{where}: expected {expected:R}, found {found:R}");
    }
}
