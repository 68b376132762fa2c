using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Preparation;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Scoring;
using FrameworkBench.Trials;

namespace FrameworkBench.Tests.Trials;

/// <summary>The rows that a trial predicts beyond its table, and their way back from the predictions.</summary>
public sealed class ProbeTests
{
    [Fact]
    public void The_plane_holds_all_rows_and_a_fifth_more_on_each_side()
    {
        var plane = InputPlane.Of(Table(), 2);

        Assert.Equal(new InputPlane(-2, 12, 96, 124, 2), plane);
        Assert.Equal([1.5, 103, 8.5, 103, 1.5, 117, 8.5, 117], plane.Centers().Values);
    }

    [Fact]
    public void An_input_that_does_not_vary_still_has_an_extent()
    {
        Dataset constant = Table() with { Features = new FeatureMatrix(2, 2, [3, 7, 3, double.NaN]), Labels = [0, 1] };

        Assert.Equal(new InputPlane(2.5, 3.5, 6.5, 7.5, 1), InputPlane.Of(constant, 1));
    }

    [Fact]
    public void Three_inputs_or_categories_are_no_plane()
    {
        Dataset coded = Table() with { Columns = [DatasetColumn.Numeric("a"), DatasetColumn.Categorical("b", ["x", "y"])] };

        Assert.False(InputPlane.IsOf(coded));
        Assert.Equal(
            "'table' has 2 inputs; a plane needs two numeric ones. (Parameter 'dataset')",
            Assert.Throws<ArgumentException>(() => InputPlane.Of(coded, 3)).Message);
    }

    [Fact]
    public void Test_rows_come_first_then_training_rows_then_the_plane_then_permuted_columns()
    {
        TrialInput input = Input(predictTraining: true) with { Probes = new ProbePlan { PlaneCells = 2, Permutations = 3 } };

        FeatureMatrix inputs = input.PredictedInputs();

        Assert.Equal(3 + 3 + 4 + (2 * 3 * 3), inputs.Rows);
        Assert.Equal((new PredictionLayout(3, 3, 4, 18), inputs.Rows), (input.Layout, input.Layout.Rows));
        Assert.Equal([10, 120, 4, 108, 6, 112, 0, 100, 2, 104, 8, 116], inputs.Values[..12]);
        Assert.Equal([1.5, 103], inputs.Values[12..14]);
        Assert.All(Enumerable.Range(0, 6), block =>
        {
            double[][] own = [.. inputs.Values[(20 + (6 * block))..(26 + (6 * block))].Chunk(2)];
            (int permuted, int kept) = block < 3 ? (0, 1) : (1, 0);
            double[][] test = [[10, 120], [4, 108], [6, 112]];
            Assert.Equal(test.Select(row => row[kept]), own.Select(row => row[kept]));
            Assert.Equal(test.Select(row => row[permuted]).Order(), own.Select(row => row[permuted]).Order());
        });
        Assert.NotEqual(inputs.Values[20..38], Enumerable.Repeat(inputs.Values[..6], 3).SelectMany(row => row));
    }

    [Theory]
    [InlineData(900, 3, 900, 0, 899)]
    [InlineData(2500, 3, 1000, 0, 2497)]
    [InlineData(2500, 200, 100, 0, 2475)]
    public void Of_a_long_or_wide_table_some_rows_spread_evenly_are_weighed(int rows, int columns, int weighed, int first, int last)
    {
        Dataset table = Table() with { Columns = [.. Enumerable.Range(0, columns).Select(column => DatasetColumn.Numeric($"x{column}"))] };
        var input =
            new TrialInput(table, new Split(0, [0], [], [.. Enumerable.Range(0, rows)]), PreparationPlan.Raw, Precision.Float32, false)
            {
                Probes = new ProbePlan { Permutations = 5 },
            };

        Assert.Equal((weighed, first, last), (input.WeighedPlaces.Length, input.WeighedPlaces[0], input.WeighedPlaces[^1]));
        Assert.Equal(columns * 5 * weighed, input.Layout.PermutedRows);
    }

    [Fact]
    public void Without_probes_the_key_of_an_input_is_what_it_was_and_each_probe_makes_another()
    {
        TrialInput plain = Input();
        string[] digests =
        [
            plain.Digest,
            (Input() with { Probes = new ProbePlan { PlaneCells = 2 } }).Digest,
            (Input() with { Probes = new ProbePlan { Permutations = 2 } }).Digest,
            (Input() with { Probes = new ProbePlan { Explanation = true } }).Digest,
        ];

        Assert.StartsWith("67f5ec26183d14c7", plain.Digest, StringComparison.Ordinal);
        Assert.Distinct(digests);
    }

    [Fact]
    public void What_is_timed_predicts_the_test_rows_alone()
    {
        TrialInput timed = (Input(predictTraining: true) with
        {
            Probes = new ProbePlan { PlaneCells = 2, Permutations = 3, Explanation = true },
        }).TestOnly();

        Assert.Equal((3, Input().Digest), (timed.Layout.Rows, timed.Digest));
    }

    [Fact]
    public void Each_part_of_the_predictions_is_taken_for_what_it_is()
    {
        TrialInput input = Input(predictTraining: true) with { Probes = new ProbePlan { PlaneCells = 2, Permutations = 1 } };
        // The model answers class 1 where the first input is above 5, whatever the second is.
        FeatureMatrix inputs = input.PredictedInputs();
        double[] values = [.. Enumerable.Range(0, inputs.Rows).SelectMany(row => inputs[row, 0] > 5 ? new double[] { 0, 1 } : [1, 0])];

        TrialResult result = Result(input, new Predictions(inputs.Rows, 2, values));

        Assert.Equal((1, 1), (result.Test!["accuracy"], result.Training!["accuracy"]));
        Assert.Equal([1, 0, 0, 1, 1, 0, 0, 1], result.Plane!.Values);
        Assert.Equal(["a", "b"], result.Importance!.Select(column => column.Column));
        Assert.Equal(0, result.Importance![1].Mean);
    }

    private static TrialResult Result(TrialInput input, Predictions predictions)
    {
        Experiment experiment = new()
        {
            Name = "e",
            Path = "e.yaml",
            Title = "e",
            Datasets = ["table"],
            Split = new(new AllRows(), new AllRows(), new AllRows()),
            Models = [],
        };
        var model = new ExperimentModel { Name = "m", Title = "m", Spec = new LinearSpec(), Seeds = new(1, 1, 1) };
        var outcome = new Outcome { Status = TrialStatus.Done, Predictions = predictions };
        return TrialResult.Of(
            new PlannedTrial(
                new Trial(experiment, model, "table", "scratch", 0, 0), input, model.Spec, new TrialKey(new string('0', 64))), outcome);
    }

    private static TrialInput Input(bool predictTraining = false) =>
        new(Table(), new Split(0, [0, 1, 4], [], [5, 2, 3]), PreparationPlan.Raw, Precision.Float32, predictTraining);

    private static Dataset Table() => new()
    {
        Name = "table",
        Task = TaskKind.Binary,
        Columns = [DatasetColumn.Numeric("a"), DatasetColumn.Numeric("b")],
        Features = new FeatureMatrix(6, 2, [0, 100, 2, 104, 4, 108, 6, 112, 8, 116, 10, 120]),
        TargetName = "class",
        ClassNames = ["no", "yes"],
        Labels = [0, 0, 0, 1, 1, 1],
        Checksum = "abc",
    };
}
