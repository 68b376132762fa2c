using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Report;
using FrameworkBench.Pages.Comparison;
using FrameworkBench.Pages.Markdown;
using FrameworkBench.Results;
using FrameworkBench.Results.Suite;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Scoring;
using FrameworkBench.Tests.Samples;

namespace FrameworkBench.Tests.Results;

public sealed class BaselineGapTests
{
    private static readonly string[] Simple = ["constant", "linear", "network"];

    private static readonly RunResult Run = SampleSuite.Make();

    [Fact]
    public void Constant_and_linear_models_and_simple_ones_that_are_not_compared_are_the_usual_baselines()
    {
        Experiment experiment = Run.Experiments[0];
        experiment = experiment with
        {
            Models =
            [
                .. experiment.Models,
                .. experiment.Models.Where(model => model.Name.StartsWith("boosted", StringComparison.Ordinal))
                    .Select(model => model with { Name = "other-" + model.Name }),
                experiment.Models[2] with { Name = "bagged", Bag = 5 },
            ],
        };

        var models = SuiteBaselines.Of(experiment);

        Assert.Equal(["constant", "linear", "other-boosted"], models.Baselines.Select(model => model.Name));
        Assert.Equal(["network-tuned", "boosted-tuned"], models.Contestants.Select(model => model.Name));
    }

    [Fact]
    public void A_searched_or_bagged_model_of_the_specifications_is_a_contestant_and_a_plain_one_is_not()
    {
        Experiment experiment = Run.Experiments[0];
        ReportSettings report = experiment.Report with { Compare = [experiment.Report.Compare[0]] };
        experiment = experiment with
        {
            Report = report,
            Models = [.. experiment.Models.Select(model => model.Name == "network-practical" ? model with { Bag = 5 } : model)],
        };

        Assert.Equal(
            ["network-tuned", "network-practical", "boosted-tuned"],
            SuiteBaselines.Of(experiment).Contestants.Select(model => model.Name));
    }

    [Fact]
    public void Where_no_compared_model_is_searched_or_bagged_all_of_them_are_contestants() =>
        Assert.Equal(["network", "boosted"], SuiteBaselines.Of(Plain(Run).Experiments[0]).Contestants.Select(model => model.Name));

    [Fact]
    public void A_model_that_the_experiment_names_as_a_baseline_is_no_contestant()
    {
        var models = SuiteBaselines.Of(Named(Run).Experiments[0]);

        Assert.Equal(Simple, models.Baselines.Select(model => model.Name));
        Assert.Equal(["network-tuned", "boosted-tuned"], models.Contestants.Select(model => model.Name));
    }

    [Fact]
    public void A_contestant_stands_beside_the_best_baseline_of_its_engine_over_the_splits_that_both_have()
    {
        // On t00 the linear model has 0.80 and, on the one split that the contestant lacks, 0; the network has 0.78.
        RunResult run = With(Named(Run), "t00", (model, split) => (model, split) switch
        {
            ("boosted-tuned", 5) => null,
            ("boosted-tuned", _) => 0.7,
            ("linear", 5) => 0,
            ("linear", _) => 0.8,
            ("network", _) => 0.78,
            _ => double.NaN,
        });

        BaselineGap worst = BaselineGap.Of(Suite(run))[0];

        Assert.Equal(
            ("scratch", "boosted-tuned", "t00", "linear"), (worst.Engine, worst.Contestant.Name, worst.Dataset, worst.Baseline.Name));
        Assert.Equal((0.7, 0.8, -0.1), (Math.Round(worst.Score, 9), Math.Round(worst.BaselineScore, 9), Math.Round(worst.Difference, 9)));
        Assert.True(worst.IsFailure);
    }

    [Fact]
    public void Another_engines_baseline_does_not_count()
    {
        // Half of the sklearn network's score on t00 is far below sklearn's linear model, and no model of scratch's.
        RunResult run = Plain(Run) with
        {
            Results = [.. Run.Results.Select(trial => trial.Trial is { Dataset: "t00", Engine: "sklearn", Model.Name: "network" }
                ? Scored(trial, 0.4) : trial)],
        };

        BaselineGap[] failures = [.. BaselineGap.Of(Suite(run)).Where(gap => gap.IsFailure)];

        Assert.Equal(("sklearn", "network", "t00"), Assert.Single(failures.Select(gap => (gap.Engine, gap.Contestant.Name, gap.Dataset))));
    }

    [Fact]
    public void The_page_lists_failures_the_worst_first()
    {
        RunResult run = With(
            With(Run, "t00", (model, _) => model == "boosted-tuned" ? 0.6 : double.NaN), "t02",
            (model, _) => model == "network-tuned" ? 0.3 : double.NaN);

        string[] lines = Section(run).Split('\n');

        Assert.Contains(lines, line => line.StartsWith("2 failures in ", StringComparison.Ordinal));
        Assert.Equal(
            [("network, tuned", "`t02`", "0.300"), ("boosted trees, tuned", "`t00`", "0.600")],
            lines.Select(line => line.Split(" | ")).Where(cells => cells.Length == 6 && cells[1][0] == '`')
            .Select(cells => (cells[0][2..], cells[1], cells[2])));
    }

    [Fact]
    public void Where_nothing_fails_the_page_names_the_one_that_came_closest()
    {
        RunResult run = Plain(Run);
        BaselineGap closest = BaselineGap.Of(Suite(run))[0];

        Assert.InRange(closest.Difference, -0.05, -0.001);
        Assert.Contains(
            $"No contestant is more than 0.05 below the best baseline on any table; the furthest is *{closest.Contestant.Title}* on "
                + $"`{closest.Dataset}` ({closest.Engine}), below *linear* by ",
            Section(run), StringComparison.Ordinal);
        Assert.DoesNotContain("worst first", Section(run), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_none_is_below_the_page_says_so()
    {
        RunResult alone = Named(Run, "constant");

        Assert.Contains("on any table; none is below it.", Section(alone), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_score_of_a_baseline_there_is_no_such_section() =>
        Assert.Equal("", Section(Run with
        {
            Results = [.. Run.Results.Where(trial => trial.Trial.Model.Name is not ("constant" or "linear"))],
        }));

    private static string Section(RunResult run)
    {
        var page = new MarkdownDocument();
        BaselineSection.Write(page, Suite(run));
        return page.ToString();
    }

    // Only the pair of models with their libraries' defaults.
    private static RunResult Plain(RunResult run)
    {
        Experiment experiment = run.Experiments[0];
        ReportSettings report = experiment.Report with
        {
            Compare = [experiment.Report.Compare[0]],
            Specifications = null,
            Baselines = ["constant", "linear"],
        };
        return run with
        {
            Experiments = [experiment with { Report = report }],
        };
    }

    private static RunResult Named(RunResult run, params string[] baselines)
    {
        Experiment experiment = run.Experiments[0];
        return run with
        {
            Experiments =
            [
                experiment with { Report = experiment.Report with { Baselines = baselines.Length > 0 ? baselines : Simple } },
            ],
        };
    }

    // Scratch's scores on a table; null takes a trial's score away, NaN leaves it.
    private static RunResult With(RunResult run, string dataset, Func<string, int, double?> score) => run with
    {
        Results =
        [
            .. from trial in run.Results
               let changed = trial.Trial.Dataset == dataset && trial.Trial.Engine == "scratch"
                   ? score(trial.Trial.Model.Name, trial.Trial.Split) : double.NaN
               select changed is double number && double.IsNaN(number) ? trial : Scored(trial, changed),
        ],
    };

    private static TrialResult Scored(TrialResult trial, double? score) => trial with
    {
        Test = score is null ? null
            : new Scores { Values = Scores.InOrder((trial.Input.Dataset.IsClassification ? "accuracy" : "r2", score)) },
    };

    private static SuiteResults Suite(RunResult run) => SuiteResults.Of(Assert.Single(ExperimentResults.Of(run)))!;
}
