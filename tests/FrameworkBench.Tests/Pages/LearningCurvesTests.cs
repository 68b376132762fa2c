using FrameworkBench.Charts;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Pages.Experiments;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Results;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Tests.Samples;

namespace FrameworkBench.Tests.Pages;

public sealed class LearningCurvesTests
{
    private static readonly double[] Training = [1, 0.5, 0.25], Validation = [1.1, 0.7, 0.6];

    [Fact]
    public void Training_and_validation_stand_in_one_panel_an_engine()
    {
        Panels panels = Picture("loss-validation-fast", (_, history) => history with { Loss = Training, ValidationLoss = Validation });

        LineChart chart = Assert.Single(panels.Charts.Cast<LineChart>(), chart => chart.Title == "sklearn");
        Assert.Equal(["training", "validation"], chart.Series.Select(series => series.Name));
        Assert.Equal(Training, chart.Series[0].Points.Select(point => point.Y));
        Assert.Equal(Validation, chart.Series[1].Points.Select(point => point.Y));
        Assert.Equal("Loss on training and validation rows: 2-3-1 | rate 9", panels.Title);
    }

    [Fact]
    public void An_engine_that_reports_no_such_figure_is_named()
    {
        Panels panels = Picture("accuracy", (engine, history) => history with { Accuracy = engine == "scratch" ? [0.5, 0.75] : null });

        Assert.EndsWith(" sklearn reports no accuracy per epoch.", panels.Subtitle, StringComparison.Ordinal);
        Assert.Equal("Accuracy on the training rows", panels.Title);
    }

    [Fact]
    public void An_engine_that_reports_training_rows_only_is_named()
    {
        Panels panels = Picture("loss-validation-fast", (engine, history) => history with
        {
            Loss = Training,
            ValidationLoss = engine == "scratch" ? Validation : null,
        });

        Assert.EndsWith(" sklearn reports no loss per epoch on validation rows.", panels.Subtitle, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loss_that_follows_the_task_is_that_of_the_panels_data_set()
    {
        // The gate has two classes. Read for a table of three before, the same model has the cross-entropy of several.
        Panels panels = Picture("loss-validation-fast", (_, history) => history with
        {
            Loss = Training,
            ValidationLoss = Validation,
        }, ReadForThreeClasses);

        Assert.All(panels.Charts.Cast<LineChart>(), chart => Assert.Equal("Binary cross-entropy", chart.Y.Label));
    }

    private static ExperimentModel ReadForThreeClasses(ExperimentModel model) => model.Spec is NetworkSpec network
        ? model with { Spec = OutputLayer.Suit(network, TaskKind.Multiclass), FollowsTask = true }
        : model;

    private static Panels Picture(string subject, Func<string, History, History> told, Func<ExperimentModel, ExperimentModel>? read = null)
    {
        RunResult run = SampleRun.Make();
        RunResult changed = run with
        {
            Results = [.. run.Results.Select(result => result with
            {
                Outcome = result.Outcome with { History = told(result.Trial.Engine, result.Outcome.History) },
            })],
        };
        ExperimentResults gate = ExperimentResults.Of(changed).Single(results => results.Experiment.Name == "gate");
        if (read is not null)
            gate = gate with
            {
                Models = [.. gate.Models.Select(one => new ModelResults(read(one.Model), one.Dataset, one.Engine, one.Trials))],
            };
        return (Panels)LearningCurves.Of(gate).Single(picture => picture.Subject == subject).Chart;
    }
}
