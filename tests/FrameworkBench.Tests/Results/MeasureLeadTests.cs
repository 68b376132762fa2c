using System.Globalization;
using FrameworkBench.Results;
using FrameworkBench.Results.Suite;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Scoring;
using FrameworkBench.Statistics;
using FrameworkBench.Tests.Samples;
using FrameworkBench.Wording;

namespace FrameworkBench.Tests.Results;

public sealed class MeasureLeadTests
{
    // Of 24 tables every fourth has values to predict.
    private const int OfClasses = 18, OfValues = 6;

    private static readonly RunResult Run = SampleSuite.Make();

    [Fact]
    public void Every_pair_is_compared_by_each_measure_on_the_tables_that_have_it()
    {
        IReadOnlyList<MeasureLead> leads = MeasureLead.Of(Suite(Run.Results).Main);

        string[] measures = ["accuracy", "roc_auc", "log_loss", "brier", "ece", "rmse", "r2"];
        Assert.Equal([.. measures, .. measures, .. measures], leads.Select(lead => lead.Metric.Name));
        Assert.Equal(
            ["defaults", "tuned", "practical network"], leads.Select(lead => lead.Pair.Pair.Title).Distinct());
        Assert.All(leads, lead => Assert.Equal(lead.Metric.Name is "rmse" or "r2" ? OfValues : OfClasses, lead.Lead.Tables));
    }

    [Theory]
    [InlineData("accuracy", 0.8, 0.7, 0.1)]
    [InlineData("roc_auc", 0.7, 0.8, -0.1)]
    [InlineData("log_loss", 0.2, 0.5, 0.3)]
    [InlineData("brier", 0.3, 0.1, -0.2)]
    [InlineData("ece", 0.02, 0.05, 0.03)]
    [InlineData("r2", -3, 0.5, -3.5)]
    public void A_lead_is_positive_where_the_first_is_better(string measure, double first, double second, double lead)
    {
        MeasureLead found = Defaults(measure, (model, _, _) => model == "boosted" ? first : second);

        Assert.Equal(lead, found.Lead.Mean.Estimate, 12);
        Assert.Equal(lead > 0 ? (found.Lead.Tables, 0) : (0, found.Lead.Tables), (found.Lead.Counts.Wins, found.Lead.Counts.Losses));
    }

    [Fact]
    public void A_table_counts_once_by_its_mean_over_splits()
    {
        // Large tables have three splits, the others six; by split the lead goes up and down around that of the table.
        MeasureLead found = Defaults(
            "log_loss", (model, table, split) => model == "boosted" ? 1 : 1 + (0.01 * table) + (0.1 * (split % 3)));
        double[] expected =
            [.. Enumerable.Range(0, SampleSuite.Tables).Where(table => table % 4 != 3).Select(table => (0.01 * table) + 0.1)];

        Assert.Equal(expected.Length, found.Lead.Leads.Count);
        Assert.All(expected.Zip(found.Lead.Leads), pair => Assert.Equal(pair.First, pair.Second, 12));
        BootstrapEstimate mean = Bootstrap.Of(found.Lead.Leads);
        Assert.Equal((mean.Estimate, mean.Interval), (found.Lead.Mean.Estimate, found.Lead.Mean.Interval));
    }

    [Fact]
    public void Errors_are_compared_by_the_geometric_mean_of_their_ratio_whatever_the_unit()
    {
        // The second's error is twice the first's on four tables and half of it on two: 2^((4 − 2) / 6).
        MeasureLead found = Defaults("rmse", Error);

        Assert.True(found.IsRatio);
        Assert.Equal((4, 0, 2), (found.Lead.Counts.Wins, found.Lead.Counts.Ties, found.Lead.Counts.Losses));
        Assert.Equal(Math.Cbrt(2), Math.Exp(found.Lead.Mean.Estimate), 12);
        Assert.Equal(
            LeadWords.Ratio(
                Math.Cbrt(2), new Interval(Math.Exp(found.Lead.Mean.Interval.Low), Math.Exp(found.Lead.Mean.Interval.High), 0.95)),
            SuiteWords.Ratio(found.Lead));
        Assert.StartsWith("1.260 [", SuiteWords.Ratio(found.Lead), StringComparison.Ordinal);

        static double? Error(string model, int table, int split)
        {
            double unit = Math.Pow(10, table % 5) * (1 + split);
            return model == "boosted" ? unit : table < 16 ? 2 * unit : unit / 2;
        }
    }

    [Fact]
    public void A_table_without_any_error_has_no_ratio()
    {
        MeasureLead found = Defaults("rmse", (model, table, _) => model == "boosted" && table == 3 ? 0 : 2);

        Assert.Equal(OfValues - 1, found.Lead.Tables);
        Assert.Equal(0, found.Lead.Mean.Estimate);
    }

    [Fact]
    public void Models_without_probabilities_are_compared_by_accuracy_only()
    {
        SuiteResults suite = With((value, metric, _, _, _) => metric is "accuracy" or "rmse" or "r2" ? value : null);

        Assert.Equal(["accuracy", "rmse", "r2"], MeasureLead.Of(suite.Main).Select(lead => lead.Metric.Name).Distinct());
        Assert.Empty(ModelCalibration.Of(suite.Experiment, suite.Main));
    }

    [Fact]
    public void The_calibration_of_each_model_of_a_pair_is_its_mean_over_tables()
    {
        // By split 0.02 to either side of what the table has.
        SuiteResults suite = With((value, metric, model, table, split) => metric switch
        {
            "accuracy" => 0.8,
            "ece" => (model.StartsWith("network", StringComparison.Ordinal) ? 0.05 : 0.03) + (0.001 * table) + (0.02 * ((split % 3) - 1)),
            _ => value,
        });
        int[] tables = [.. Enumerable.Range(0, SampleSuite.Tables).Where(table => table % 4 != 3)];
        double[] errors = [.. tables.Select(table => 0.03 + (0.001 * table))];

        IReadOnlyList<ModelCalibration> models = ModelCalibration.Of(suite.Experiment, suite.Main);

        Assert.Equal(
            ["network", "network-tuned", "network-practical", "boosted", "boosted-tuned"], models.Select(model => model.Model.Name));
        Assert.All(models, model => Assert.Equal(OfClasses, model.Tables));
        ModelCalibration boosted = models[3];
        Assert.Equal(errors.Average(), boosted.Mean.Estimate, 12);
        Assert.Equal(errors.Average() + 0.02, models[0].Mean.Estimate, 12);
        Assert.Equal(Bootstrap.Of(errors).Interval.Low, boosted.Mean.Interval.Low, 9);
        Assert.Equal(Bootstrap.Of(errors).Interval.High, boosted.Mean.Interval.High, 9);
        double[] byChance =
        [
            .. suite.Main.Trials.Where(trial => trial.Input.Dataset.IsClassification).DistinctBy(trial => trial.Trial.Dataset)
                .Select(trial => CalibrationError.ByChance(trial.Input.Split.TestRows.Length, 0.8)),
        ];
        Assert.Equal(OfClasses, byChance.Length);
        Assert.Equal(byChance.Average(), boosted.ByChance, 12);
    }

    /// <summary>The first pair by one measure.</summary>
    private static MeasureLead Defaults(string measure, Func<string, int, int, double?> figure) =>
        MeasureLead.Of(With((value, metric, model, table, split) => metric == measure ? figure(model, table, split) : value).Main)
            .Single(lead => lead.Pair.Pair.Title == "defaults" && lead.Metric.Name == measure);

    /// <summary>The sample's trials with other figures.</summary>
    private static SuiteResults With(Func<double, string, string, int, int, double?> figure) => Suite(
    [
        .. Run.Results.Select(result => result.Test is not { } scores ? result : result with
        {
            Test = new Scores
            {
                Values = Scores.InOrder(
                [
                    .. scores.Values.Select(one => (
                        one.Key, figure(one.Value, one.Key, result.Trial.Model.Name, Number(result), result.Trial.Split))),
                ]),
            },
        }),
    ]);

    private static int Number(TrialResult result) => int.Parse(result.Trial.Dataset.AsSpan(1), CultureInfo.InvariantCulture);

    private static SuiteResults Suite(IReadOnlyList<TrialResult> results) =>
        SuiteResults.Of(Assert.Single(ExperimentResults.Of(Run with { Results = results })))!;
}
