using FrameworkBench.Protocol.Messages;
using FrameworkBench.Reporting;
using FrameworkBench.Reporting.Charts;
using FrameworkBench.Reporting.Pages;
using FrameworkBench.Reporting.Summaries;

namespace FrameworkBench.Tests.Reporting;

public sealed class LearningCurvesTests
{
    private static readonly double[] Training = [1, 0.5, 0.25], Validation = [1.1, 0.7, 0.6];

    [Fact]
    public void Training_and_validation_stand_in_one_panel_an_engine()
    {
        Panels panels = Picture("loss-validation-fast", (_, history) => history with { Loss = Training, ValidationLoss = Validation });

        LineChart chart = Assert.Single(panels.Charts.Cast<LineChart>(), chart => chart.Title == "by sklearn");
        Assert.Equal(["training", "validation"], chart.Series.Select(series => series.Name));
        Assert.Equal(Training, chart.Series[0].Points.Select(point => point.Y));
        Assert.Equal(Validation, chart.Series[1].Points.Select(point => point.Y));
        Assert.Equal("Loss on training and validation rows: 2-3-1 | rate 9", panels.Title);
    }

    [Fact]
    public void An_engine_that_tells_no_such_figure_is_named()
    {
        Panels panels = Picture("accuracy", (engine, history) => history with { Accuracy = engine == "scratch" ? [0.5, 0.75] : null });

        Assert.EndsWith(" sklearn tells no accuracy by epoch.", panels.Subtitle, StringComparison.Ordinal);
        Assert.Equal("Accuracy on the training rows", panels.Title);
    }

    [Fact]
    public void An_engine_that_tells_training_rows_only_is_named()
    {
        Panels panels = Picture("loss-validation-fast", (engine, history) => history with { Loss = Training, ValidationLoss = engine == "scratch" ? Validation : null });

        Assert.EndsWith(" sklearn tells no loss by epoch on validation rows.", panels.Subtitle, StringComparison.Ordinal);
    }

    private static Panels Picture(string subject, Func<string, History, History> told)
    {
        RunResult run = SampleRun.Make();
        RunResult changed = run with
        {
            Results = [.. run.Results.Select(result => result with { Outcome = result.Outcome with { History = told(result.Trial.Engine, result.Outcome.History) } })],
        };
        ExperimentResults gate = ExperimentResults.Of(changed).Single(results => results.Experiment.Name == "gate");
        return (Panels)LearningCurves.Of(gate).Single(picture => picture.Subject == subject).Chart;
    }
}
