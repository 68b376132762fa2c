using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Report;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Scoring;
using FrameworkBench.Trials;
using static FrameworkBench.Tests.Trials.Combining.BagPlans;

namespace FrameworkBench.Tests.Trials.Combining;

/// <summary>What follows from the fits of a bag.</summary>
public sealed class BagOutcomeTests
{
    private const int Parts = 4;

    private static readonly Dataset Values = Table(
        [.. Enumerable.Range(0, 60).Select(value => (double)(value * 7 % 60))], 2, [.. Enumerable.Range(0, 30).Select(row => (double)row)],
        isClassification: false);

    // Everything that a trial can be asked to predict.
    private static readonly Experiment Everything = Experiment(new HoldOut(0.3), Model(new ForestSpec(), Parts)) with
    {
        Report = new ReportSettings { Also = [new MetricReference("train_r2")], ImportanceRepeats = 2 },
    };

    [Fact]
    public void Every_row_is_predicted_by_the_mean_and_left_out_rows_by_the_fit_that_left_them_out()
    {
        PlannedTrial bag = Plan(Everything, Values)[0];

        Outcome outcome = Outcomes.Of([bag], Telling)[bag];

        double all = Enumerable.Range(0, Parts).Average(part => 1000.0 * part);
        PredictionLayout layout = bag.Input.Layout;
        Assert.Equal(layout.Rows, outcome.Predictions!.Rows);
        Assert.Equal(bag.Input.Split.TestRows.Select(row => all + row), layout.Test(outcome.Predictions).Values);
        Assert.Equal(bag.Input.Split.TrainRows.Select(row => all + row), layout.Training(outcome.Predictions)!.Values);
        Assert.Equal(
            Enumerable.Range(0, layout.PermutedRows).Select(row => all + 100 + row), layout.Permuted(outcome.Predictions)!.Values);
        Assert.Equal(
            bag.Input.Split.TrainRows.Select(row => row + (1000.0 * PartOf(bag, row))), outcome.OutOfFold!.Values);
    }

    [Fact]
    public void Training_rows_that_nothing_asks_for_are_predicted_only_out_of_fold()
    {
        PlannedTrial bag = Plan(Everything with { Report = new ReportSettings() }, Values)[0];

        Outcome outcome = Outcomes.Of([bag], Telling)[bag];

        Assert.Equal((9, 21), (outcome.Predictions!.Rows, outcome.OutOfFold!.Rows));
        Assert.Equal(bag.Input.Split.TrainRows.Select(row => row + (1000.0 * PartOf(bag, row))), outcome.OutOfFold.Values);
    }

    [Fact]
    public void Scores_are_those_of_the_mean_and_the_rows_left_out_have_their_own()
    {
        PlannedTrial bag = Plan(Everything, Values)[0];

        TrialResult result = TrialResult.Of(bag, Outcomes.Of([bag], part => Telling(part) with
        {
            Predictions = Shifted(Telling(part).Predictions!, -1000 * part.Trial.Part!.Value),
        })[bag]);

        Assert.Equal((1, 1), (result.Test!["r2"], result.Training!["r2"]));
        Assert.Equal((1, 0), (result.OutOfFold!["r2"], result.OutOfFold["rmse"]));
    }

    [Fact]
    public void Seconds_epochs_and_parameters_add_up_and_the_peak_is_the_largest()
    {
        PlannedTrial bag = Plan(Everything with { Report = new ReportSettings() }, Values)[0];

        Outcome outcome = Outcomes.Of([bag], part => Telling(part) with
        {
            FitSeconds = 1 + part.Trial.Part!.Value,
            PredictSeconds = part.Input.Layout.Rows,
            Epochs = 10,
            Parameters = 3,
            PeakBytes = 100 - part.Trial.Part.Value,
            History = new FrameworkBench.Protocol.Messages.History { Loss = [1, 2] },
            Notes = ["a note"],
        })[bag];

        Assert.Equal((1 + 2 + 3 + 4, 40, 12, 100L), (outcome.FitSeconds, outcome.Epochs, (int)outcome.Parameters, outcome.PeakBytes));
        Assert.Null(outcome.History.Loss);
        Assert.Equal(["a note"], outcome.Notes);

        // A part predicts the rows it leaves out too, at a second a row; the bag is asked for the nine test rows by each part.
        Assert.Equal(Parts * 9.0, outcome.PredictSeconds, 12);
    }

    [Theory]
    [InlineData(TrialStatus.Failed, "part 3 of 4: out of memory")]
    [InlineData(TrialStatus.Diverged, "part 3 of 4: out of memory")]
    [InlineData(TrialStatus.Unsupported, "out of memory")]
    [InlineData(TrialStatus.Missing, "out of memory")]
    public void One_part_without_predictions_fails_the_bag(TrialStatus status, string reason)
    {
        PlannedTrial bag = Plan(Everything, Values)[0];

        Outcome outcome = Outcomes.Of(
            [bag], part => part.Trial.Part == 2 ? Outcome.Without(status, "out of memory", "the log") : Telling(part))[bag];

        Assert.Equal((status, reason, "the log"), (outcome.Status, outcome.Reason, outcome.Log));
        Assert.Null(outcome.Predictions);
        Assert.Null(outcome.OutOfFold);
        Assert.Equal((null, null), (TrialResult.Of(bag, outcome).Test, TrialResult.Of(bag, outcome).OutOfFold));
    }

    [Fact]
    public void A_failure_is_told_before_a_part_that_was_not_run_and_a_bag_without_all_outcomes_has_none()
    {
        PlannedTrial bag = Plan(Everything, Values)[0];
        PlannedTrial[] parts = [.. bag.Fits];

        Outcome outcome = Outcomes.Of([bag], part => part.Trial.Part switch
        {
            0 => Outcome.Without(TrialStatus.Missing, "not run"),
            1 => Outcome.Without(TrialStatus.Failed, "it died"),
            _ => Telling(part),
        })[bag];

        Assert.Equal((TrialStatus.Failed, "part 2 of 4: it died"), (outcome.Status, outcome.Reason));
        Assert.Null(Outcomes.Of(parts[..3], Telling).Find(bag));
    }

    [Fact]
    public void An_engine_without_the_model_says_so_for_the_bag()
    {
        var absent = new PlannedEngine("absent", null, "not installed");

        PlannedTrial bag = Plan(Everything, Values, absent)[0];

        Assert.Equal((TrialStatus.Missing, "not installed"), (Outcomes.None[bag].Status, Outcomes.None[bag].Reason));
    }

    // Part p predicts 1000 p plus the number of the row, and rows with a permuted column by 1000 p + 100 plus their place.
    private static Outcome Telling(PlannedTrial part)
    {
        TrialInput input = part.Input;
        IEnumerable<int> rows =
        [
            .. input.Split.TestRows, .. input.LeftOut, .. input.PredictTraining ? input.Split.TrainRows : [],
            .. Enumerable.Range(100, input.Layout.PermutedRows),
        ];
        double[] values = [.. rows.Select(row => (1000.0 * part.Trial.Part!.Value) + row)];
        return new Outcome { Status = TrialStatus.Done, Predictions = new Predictions(values.Length, 1, values) };
    }

    private static Predictions Shifted(Predictions predictions, double by) =>
        new(predictions.Rows, 1, Array.ConvertAll(predictions.Values, value => value + by));

    private static int PartOf(PlannedTrial bag, int row) => bag.Fits.Single(part => part.Input.LeftOut.Contains(row)).Trial.Part!.Value;
}
