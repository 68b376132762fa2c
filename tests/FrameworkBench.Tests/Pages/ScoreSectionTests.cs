using FrameworkBench.Charts;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Pages.Experiments.Scores;
using FrameworkBench.Results;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Scoring;
using FrameworkBench.Tests.Samples;
using FrameworkBench.Writing;

namespace FrameworkBench.Tests.Pages;

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
    [InlineData(2, 10, "Panels")]
    [InlineData(5, 4, "Panels")]
    [InlineData(20, 1, "HeatMap")]
    public void Many_models_are_panels_where_they_vary_along_two_axes(int activations, int depths, string kind) =>
        Assert.Equal(kind, PictureOf(Grid(activations, depths)).GetType().Name);

    [Fact]
    public void Models_without_coordinates_beside_those_that_vary_are_a_plain_heat_map() =>
        Assert.IsType<HeatMap>(PictureOf([.. Grid(2, 10), []]));

    [Fact]
    public void A_grid_that_is_mostly_empty_is_a_plain_heat_map() =>
        Assert.IsType<HeatMap>(PictureOf(
            [.. Enumerable.Range(0, 20).Select(i => new[] { At("activation", $"a{i % 10}"), At("init", $"b{i % 7}") })]));

    [Fact]
    public void Few_values_across_are_lines_over_the_numbers_with_the_axis_name()
    {
        var panels = (Panels)PictureOf(Grid(2, 8));

        LineChart chart = Assert.IsType<LineChart>(panels.Charts[0]);
        Assert.Equal(["a0", "a1"], chart.Series.Select(series => series.Name));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], chart.Series[0].Points.Select(point => point.X));
        Assert.Equal(("Hidden layers", AxisScale.Linear), (chart.X.Label, chart.X.Scale));
    }

    [Fact]
    public void Many_lines_would_hide_each_other_so_they_are_a_heat_map_of_both_axes()
    {
        var panels = (Panels)PictureOf([.. Grid(5, 4), [At("activation", "a0"), At("hidden_layers", "1"), At("rate", "fast")]]);

        var heat = Assert.IsType<HeatMap>(panels.Charts[0]);
        Assert.Equal(["a0", "a1", "a2", "a3", "a4", "a0, fast"], heat.Rows);
        Assert.Equal(["1", "2", "3", "4"], heat.Columns);
        Assert.Equal("hidden layers", heat.ColumnsLabel);
    }

    [Theory]
    [InlineData("1 2 4 16 1024", AxisScale.Logarithmic)]
    [InlineData("1e-3 0.01 0.1 1", AxisScale.Logarithmic)]
    [InlineData("0 0.1 1 10", AxisScale.Linear)]
    [InlineData("10 20 30 40", AxisScale.Linear)]
    public void One_axis_of_numbers_is_one_chart_with_a_line_an_engine(string numbers, AxisScale scale)
    {
        var chart = Assert.IsType<LineChart>(PictureOf([.. numbers.Split(' ').Select(number => new[] { At("hidden_units", number) })]));

        Assert.Equal(["scratch", "sklearn"], chart.Series.Select(series => series.Name));
        Assert.Equal(("Hidden units", scale), (chart.X.Label, chart.X.Scale));
    }

    [Theory]
    [InlineData("8 32 128")]
    [InlineData("1 8 32 128 all")]
    public void Few_values_and_words_are_bars(string values) =>
        Assert.IsType<BarChart>(PictureOf([.. values.Split(' ').Select(value => new[] { At("batch_size", value) })]));

    [Fact]
    public void On_many_data_sets_an_axis_of_numbers_is_a_panel_a_data_set_with_the_other_models_as_points()
    {
        string[] units = ["1", "4", "16", "64"];
        Coordinate[] two = [At("layers", "two"), At("hidden_units", "32")];
        ExperimentResults one = Many([.. units.Select(number => new[] { At("layers", "one"), At("hidden_units", number) }), two]);
        string[] names = ["a", "b", "c", "d"];
        ExperimentResults several = one with
        {
            Experiment = one.Experiment with { Datasets = names },
            Models = [.. names.SelectMany(name => one.Models.Select(model => On(model, name)))],
        };

        var panels = (Panels)Assert.Single(ScorePictures.Of(several)).Chart;

        Assert.EndsWith(" by hidden units", panels.Title, StringComparison.Ordinal);
        Assert.Equal(names, panels.Charts.Select(chart => chart.Title));
        Assert.Equal(["one, scratch", "one, sklearn", "m4"], ((LineChart)panels.Charts[0]).Series.Select(series => series.Name));
    }

    [Fact]
    public void A_model_that_no_trial_was_planned_for_is_not_called_unsupported()
    {
        ExperimentResults gate = ExperimentResults.Of(SampleRun.Make()).Single(results => results.Experiment.Name == "gate");
        ExperimentResults unplanned = gate with
        {
            Models = [.. gate.Models.Where(model => (model.Model.Name, model.Engine) != ("fast", "sklearn"))],
        };

        var chart = (BarChart)Assert.Single(ScorePictures.Of(unplanned)).Chart;

        Assert.Equal("not planned", chart.Series.Single(series => series.Name == "sklearn").Values[1].Reason);
    }

    [Fact]
    public void Many_data_sets_are_a_heat_map_colored_by_what_is_behind_the_best()
    {
        ExperimentResults gate = ExperimentResults.Of(SampleRun.Make()).Single(results => results.Experiment.Name == "gate");
        string[] names = ["a", "b", "c", "d"];
        ExperimentResults several = gate with
        {
            Experiment = gate.Experiment with { Datasets = names },
            Models = [.. names.SelectMany(name => gate.Models.Select(model => On(model, name)))],
        };

        var heat = Assert.IsType<HeatMap>(Assert.Single(ScorePictures.Of(several)).Chart);

        Assert.Equal(names, heat.Columns);
        Assert.Equal(["2-3-1 sigmoid, scratch", "2-3-1 sigmoid, sklearn", "2-3-1 | rate 9, scratch", "2-3-1 | rate 9, sklearn"], heat.Rows);
        Assert.Equal(0, heat.Shades!.Max(row => row[0]));
        Assert.Equal(heat.Values.Select(row => row[0] - heat.Values.Max(other => other[0])), heat.Shades!.Select(row => row[0]));
    }

    private static Chart PictureOf(Coordinate[][] models) => Assert.Single(ScorePictures.Of(Many(models))).Chart;

    private static Coordinate[][] Grid(int activations, int depths) =>
        [
            .. from depth in Enumerable.Range(1, depths)
               from activation in Enumerable.Range(0, activations)
               select new[] { At("activation", $"a{activation}"), At("hidden_layers", $"{depth}") },
        ];

    private static Coordinate At(string axis, string label) => new(axis, label, label);

    private static ExperimentResults Many(Coordinate[][] coordinates)
    {
        ExperimentResults gate = ExperimentResults.Of(SampleRun.Make()).Single(results => results.Experiment.Name == "gate");
        ExperimentModel first = gate.Experiment.Models[0];
        ExperimentModel[] models =
            [.. coordinates.Select((place, i) => first with { Name = $"m{i}", Title = $"m{i}", Coordinates = place })];
        return gate with
        {
            Experiment = gate.Experiment with { Models = models },
            Models =
            [
                .. from model in models
                   from found in gate.Models
                   where found.Model.Name == "net"
                   select new ModelResults(model, found.Dataset, found.Engine, found.Trials),
            ],
        };
    }

    private static ModelResults On(ModelResults results, string dataset) =>
        new(results.Model, dataset, results.Engine, results.Trials);

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
                Outcome = result.Outcome with
                {
                    Measures = new Dictionary<string, double>(StringComparer.Ordinal) { ["gradient_error"] = figure(result.Trial.Seed) },
                },
            }),
        ];
        return ResultsWriter.Make(run with
        {
            Experiments = [measured],
            Results = results,
            Verdicts = [],
        }).Single(file => file.Path == "gate/scores.svg").Text;
    }
}
