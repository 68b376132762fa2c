using System.Globalization;
using FrameworkBench.Experiments;
using FrameworkBench.Reporting;
using FrameworkBench.Charts;
using FrameworkBench.Reporting.Pages.Scores;
using FrameworkBench.Reporting.Summaries;
using FrameworkBench.Scoring;

namespace FrameworkBench.Tests.Reporting;

public sealed class ScoreSectionTests
{
    [Fact]
    public void Figures_that_span_powers_of_ten_are_drawn_as_boxes_of_all_trials() =>
        Assert.Contains("A box holds the middle half of the trials.", Picture(seed => Math.Pow(10, -seed)), StringComparison.Ordinal);

    [Theory]
    [InlineData(0.01)]
    [InlineData(-0.01)]
    public void Figures_that_lie_together_or_reach_zero_are_drawn_as_means(double step) =>
        Assert.DoesNotContain("A box holds", Picture(seed => 0.05 + (step * seed)), StringComparison.Ordinal);

    [Theory]
    [InlineData("tanh × {0}", 2, "Panels")]
    [InlineData("tanh × {0}, rate 0.1", 5, "Panels")]
    [InlineData("tanh of {0} and more", 2, "HeatMap")]
    [InlineData("{0} tanh", 5, "HeatMap")]
    public void Many_models_are_a_grid_where_their_titles_are_one(string title, int heads, string kind)
    {
        string[] titles = [.. Enumerable.Range(0, 20).Select(i => string.Format(CultureInfo.InvariantCulture, (i % heads == 0 ? "" : $"{(char)('a' + (i % heads))} ") + title, i / heads))];

        Assert.Equal(kind, Assert.Single(ScorePictures.Of(Many(titles))).Chart.GetType().Name);
    }

    [Fact]
    public void Panels_of_few_beginnings_are_lines_over_the_numbers()
    {
        string[] titles = [.. Enumerable.Range(1, 8).SelectMany(i => new[] { $"Adam {i}", $"SGD {i}" })];

        var panels = (Panels)Assert.Single(ScorePictures.Of(Many(titles))).Chart;

        LineChart chart = Assert.IsType<LineChart>(panels.Charts[0]);
        Assert.Equal(["Adam", "SGD"], chart.Series.Select(series => series.Name));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], chart.Series[0].Points.Select(point => point.X));
    }

    [Fact]
    public void A_model_that_no_trial_was_planned_for_is_not_called_unsupported()
    {
        ExperimentResults gate = ExperimentResults.Of(SampleRun.Make()).Single(results => results.Experiment.Name == "gate");
        ExperimentResults unplanned = gate with { Models = [.. gate.Models.Where(model => (model.Model.Name, model.Engine) != ("fast", "sklearn"))] };

        var chart = (BarChart)Assert.Single(ScorePictures.Of(unplanned)).Chart;

        Assert.Equal("not planned", chart.Series.Single(series => series.Name == "sklearn").Values[1].Reason);
    }

    [Fact]
    public void Many_data_sets_are_a_heat_map_coloured_by_what_is_behind_the_best()
    {
        ExperimentResults gate = ExperimentResults.Of(SampleRun.Make()).Single(results => results.Experiment.Name == "gate");
        string[] names = ["a", "b", "c", "d"];
        ExperimentResults several = gate with
        {
            Experiment = gate.Experiment with { Datasets = names },
            Models = [.. names.SelectMany(name => gate.Models.Select(model => model with { Dataset = name }))],
        };

        var heat = Assert.IsType<HeatMap>(Assert.Single(ScorePictures.Of(several)).Chart);

        Assert.Equal(names, heat.Columns);
        Assert.Equal(["2-3-1 sigmoid, scratch", "2-3-1 sigmoid, sklearn", "2-3-1 | rate 9, scratch", "2-3-1 | rate 9, sklearn"], heat.Rows);
        Assert.Equal(0, heat.Shades!.Max(row => row[0]));
        Assert.Equal(heat.Values.Select(row => row[0] - heat.Values.Max(other => other[0])), heat.Shades!.Select(row => row[0]));
    }

    private static ExperimentResults Many(string[] titles)
    {
        ExperimentResults gate = ExperimentResults.Of(SampleRun.Make()).Single(results => results.Experiment.Name == "gate");
        ExperimentModel[] models = [.. titles.Select((title, i) => gate.Experiment.Models[0] with { Name = $"m{i}", Title = title })];
        return gate with
        {
            Experiment = gate.Experiment with { Models = models },
            Models = [.. models.SelectMany(model => gate.Models.Where(found => found.Model.Name == "net").Select(found => found with { Model = model }))],
        };
    }

    private static string Picture(Func<long, double> figure)
    {
        RunResult run = SampleRun.Make();
        Experiment gate = run.Experiments[0];
        Experiment measured = gate with { Report = gate.Report with { Metric = new MetricReference("gradient_error") } };
        TrialResult[] results =
        [
            .. run.Results.Where(result => result.Trial.Experiment == gate).Select(result => result with
            {
                Trial = result.Trial with { Experiment = measured },
                Outcome = result.Outcome with { Measures = new Dictionary<string, double>(StringComparer.Ordinal) { ["gradient_error"] = figure(result.Trial.Seed) } },
            }),
        ];
        return ResultsWriter.Make(run with { Experiments = [measured], Results = results, Verdicts = [] }).Single(file => file.Path == "charts/gate-scores.svg").Text;
    }
}
