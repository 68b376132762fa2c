using FrameworkBench.Protocol.Hosting;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Protocol.Tests.Hosting;

public sealed class StoppingMonitorTests
{
    [Fact]
    public void The_keras_rule_stops_after_patience_epochs_in_a_row_without_betterment()
    {
        var stopping = new StoppingMonitor(new EarlyStopping { Patience = 2, Rule = StoppingRule.Keras });

        Assert.Equal([true, true, false, false], Observe(stopping, 1.0, 0.8, 0.9, 0.8));
        Assert.True(stopping.ShouldStop);
        Assert.Equal(2, stopping.BestEpoch);
    }

    [Fact]
    public void The_keras_rule_does_not_move_its_reference_for_a_betterment_below_the_least_one()
    {
        var stopping = new StoppingMonitor(new EarlyStopping { Patience = 9, MinDelta = 0.1, Rule = StoppingRule.Keras });

        Assert.Equal([true, false, false, true], Observe(stopping, 1.0, 0.95, 0.91, 0.85));
    }

    [Fact]
    public void The_sklearn_rule_moves_its_best_at_every_betterment_but_counts_the_small_ones_as_none()
    {
        var stopping = new StoppingMonitor(new EarlyStopping { Patience = 2, MinDelta = 0.1, Rule = StoppingRule.Sklearn });

        Assert.Equal([true, true, true], Observe(stopping, 1.0, 0.95, 0.91));
        Assert.False(stopping.ShouldStop);
        Assert.Equal([true], Observe(stopping, 0.87));
        Assert.True(stopping.ShouldStop);
    }

    [Fact]
    public void The_sklearn_rule_bears_patience_epochs_and_stops_at_one_more()
    {
        var stopping = new StoppingMonitor(new EarlyStopping { Patience = 1, Rule = StoppingRule.Sklearn });

        Observe(stopping, 1.0, 1.1);
        Assert.False(stopping.ShouldStop);
        Observe(stopping, 1.1);
        Assert.True(stopping.ShouldStop);
    }

    [Fact]
    public void Accuracy_is_better_when_it_is_higher()
    {
        var stopping = new StoppingMonitor(new EarlyStopping { Watch = Watch.ValidationAccuracy, Patience = 5 });

        Assert.True(stopping.Observe(1, 1, 0.5));
        Assert.True(stopping.Observe(1, 1, 0.6));
        Assert.False(stopping.Observe(1, 1, 0.55));
    }

    [Fact]
    public void Watching_validation_rows_that_are_not_there_says_what_to_give()
    {
        var stopping = new StoppingMonitor(new EarlyStopping());

        InvalidDataException error = Assert.Throws<InvalidDataException>(() => stopping.Observe(0.5, null, null));
        Assert.Contains("give validation_x and validation_y or watch training_loss", error.Message, StringComparison.Ordinal);
    }

    private static List<bool> Observe(StoppingMonitor stopping, params double[] losses)
    {
        var better = new List<bool>();
        foreach (double loss in losses)
            better.Add(stopping.Observe(loss, loss, null));
        return better;
    }
}
