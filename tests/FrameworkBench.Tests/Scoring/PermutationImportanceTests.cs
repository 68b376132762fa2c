using System.Text.Json;
using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Preparation;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Scoring;
using FrameworkBench.Trials;

namespace FrameworkBench.Tests.Scoring;

/// <summary>Importances equal those of scikit-learn's permutation_importance; tests/fixtures/importance.py made the golden file.</summary>
public sealed class PermutationImportanceTests
{
    private static readonly JsonElement Golden =
        JsonDocument.Parse(File.ReadAllText(RepositoryFiles.Fixture("importance", "importance.json"))).RootElement;

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, Golden.GetProperty("cases").GetArrayLength())];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_repeat_of_each_column_is_that_of_scikit_learn(int number)
    {
        JsonElement golden = Golden.GetProperty("cases")[number];
        double[] weights = Numbers(golden.GetProperty("weights"));
        TrialInput input = InputOf(golden);
        int rows = input.Split.TestRows.Length;

        Predictions predictions = Predict(input.PredictedInputs(), weights, input.Dataset.IsClassification);
        IReadOnlyList<ColumnImportance> found =
            PermutationImportance.Of(input, predictions.Slice(0, rows), predictions.Slice(rows, predictions.Rows - rows))!;

        double[][] expected = [.. golden.GetProperty("importances").EnumerateArray().Select(Numbers)];
        Assert.Equal(expected.Length, found.Count);
        for (int column = 0; column < expected.Length; column++)
        {
            Assert.Equal(expected[column].Length, found[column].Falls.Count);
            Assert.All(expected[column].Zip(found[column].Falls), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        }
    }

    [Fact]
    public void Of_a_long_table_the_weighed_rows_alone_count()
    {
        // Right on every second row, which is every row that is weighed; a permuted column leaves it so.
        double[] x = [.. Enumerable.Range(0, 2000).Select(row => (double)(row % 2))];
        var dataset = new Dataset
        {
            Name = "long",
            Task = TaskKind.Binary,
            Columns = [DatasetColumn.Numeric("x")],
            Features = new FeatureMatrix(2000, 1, x),
            TargetName = "y",
            ClassNames = ["no", "yes"],
            Labels = new int[2000],
            Checksum = "abc",
        };
        var input =
            new TrialInput(dataset, new Split(0, [0], [], [.. Enumerable.Range(0, 2000)]), PreparationPlan.Raw, Precision.Float64, false)
            {
                Probes = new ProbePlan { Permutations = 2 },
            };
        Predictions predictions = Predict(input.PredictedInputs(), [1], classes: true);

        ColumnImportance found =
            Assert.Single(PermutationImportance.Of(input, predictions.Slice(0, 2000), input.Layout.Permuted(predictions)!)!);

        Assert.Equal([0, 0], found.Falls);
        Assert.Equal(2000, input.Layout.PermutedRows);
    }

    [Fact]
    public void The_share_of_the_most_important_columns_counts_negative_ones_as_nothing()
    {
        ColumnImportance[] columns =
            [Column("a", 0.3, 0.1), Column("b", -0.4, 0), Column("c", 0.1, 0.1), Column("d", 0.04, 0.06), Column("e", 0.05, 0.05)];

        Assert.Equal(0.35 / 0.4, PermutationImportance.ShareOfMost(columns, 3)!.Value, 1e-12);
        Assert.Equal(1, PermutationImportance.ShareOfMost(columns, 9));
    }

    [Fact]
    public void Without_a_column_that_matters_there_is_no_share() =>
        Assert.Null(PermutationImportance.ShareOfMost([Column("a", 0, 0), Column("b", -0.1, 0)], 3));

    private static ColumnImportance Column(string name, params double[] falls) => new(name, falls);

    private static TrialInput InputOf(JsonElement golden)
    {
        double[][] x = [.. golden.GetProperty("x").EnumerateArray().Select(Numbers)];
        double[] y = Numbers(golden.GetProperty("y"));
        int classes = golden.GetProperty("classes").GetInt32();
        var dataset = new Dataset
        {
            Name = "table",
            Task = classes == 0 ? TaskKind.Regression : TaskKind.Binary,
            Columns = [.. Enumerable.Range(0, x[0].Length).Select(column => DatasetColumn.Numeric($"x{column}"))],
            Features = new FeatureMatrix(x.Length, x[0].Length, [.. x.SelectMany(row => row)]),
            TargetName = "y",
            ClassNames = classes == 0 ? [] : ["no", "yes"],
            Labels = classes == 0 ? [] : [.. y.Select(value => (int)value)],
            Values = classes == 0 ? y : [],
            Checksum = "abc",
        };
        var split = new Split(golden.GetProperty("random_state").GetInt32(), [0], [], [.. Enumerable.Range(0, x.Length)]);
        return new TrialInput(dataset, split, PreparationPlan.Raw, Precision.Float64, PredictTraining: false)
        {
            Probes = new ProbePlan { Permutations = golden.GetProperty("repeats").GetInt32() },
        };
    }

    private static Predictions Predict(FeatureMatrix inputs, double[] weights, bool classes)
    {
        double[] values =
            [.. Enumerable.Range(0, inputs.Rows)
                .Select(row => inputs.Row(row).ToArray().Zip(weights).Sum(pair => pair.First * pair.Second))];
        return classes
            ? new Predictions(inputs.Rows, 2, [.. values.SelectMany(value => value > 0 ? new double[] { 0, 1 } : [1, 0])])
            : new Predictions(inputs.Rows, 1, values);
    }

    private static double[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(value => value.GetDouble())];
}
