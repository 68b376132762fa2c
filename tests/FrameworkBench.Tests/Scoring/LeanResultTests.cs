using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Report;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Scoring;
using FrameworkBench.Tests.Trials;
using FrameworkBench.Trials;

namespace FrameworkBench.Tests.Scoring;

/// <summary>Results as many of them are held in memory.</summary>
public sealed class LeanResultTests
{
    [Fact]
    public void Only_the_first_trial_of_a_model_keeps_its_predictions_and_all_keep_their_scores()
    {
        PlannedTrial[] plan =
            [.. SearchPlans.Plan([SearchPlans.Able, SearchPlans.Other]).Select(planned => planned with { Search = null })];
        TrialResult[] whole = [.. plan.Select(planned => TrialResult.Of(planned, SearchPlans.Predicting(planned, 0.8)))];

        TrialResult[] lean = [.. whole.Select(result => result.Lean())];

        Assert.Equal(
            plan.DistinctBy(planned => (planned.Trial.Model.Name, planned.Trial.Engine)).Select(planned => planned.Trial),
            lean.Where(result => result.Outcome.Predictions is not null).Select(result => result.Trial));
        Assert.Equal(whole.Select(result => result.Test!["log_loss"]), lean.Select(result => result.Test!["log_loss"]));
        Assert.Equal(whole.Select(result => result.Outcome.Status), lean.Select(result => result.Outcome.Status));
    }

    [Fact]
    public void Histories_and_confusions_are_kept_where_a_page_or_a_claim_looks_at_them()
    {
        Experiment plain = SearchPlans.Plan([SearchPlans.Able])[0].Trial.Experiment with { Claims = [], Timing = false };
        Experiment silent = plain with { Report = new ReportSettings { LearningCurve = false } };

        Assert.Equal((false, false), Kept(silent));
        Assert.Equal((true, false), Kept(silent with { Report = silent.Report with { Epochs = [3] } }));
        Assert.Equal((true, false), Kept(silent with { Report = silent.Report with { Also = [new MetricReference("loss", 3)] } }));
        Assert.Equal((false, true), Kept(silent with { Report = silent.Report with { ConfusionMatrix = true } }));
        Assert.Equal((false, true), Kept(silent with { Report = silent.Report with { Also = [new MetricReference("lowest_f1")] } }));
        Assert.Equal((false, false), Kept(plain));
        Assert.Equal((true, false), Kept(plain, "net"));
        Assert.Equal((true, false), Kept(silent with { Timing = true }, "net"));
        Assert.Equal((false, false), Kept(plain with { Datasets = ["a", "b", "c", "d", "e"] }, "net"));
    }

    private static (bool History, bool Confusion) Kept(Experiment experiment, string model = "trees")
    {
        PlannedTrial planned = SearchPlans.Plan([SearchPlans.Able]).First(planned => planned.Trial.Model.Name == model);
        var whole = TrialResult.Of(planned, SearchPlans.Predicting(planned, 0.8) with { History = new History { Loss = [2, 1] } });
        TrialResult lean = (whole with { Trial = planned.Trial with { Experiment = experiment, Seed = planned.Trial.Seed + 1 } }).Lean();
        return (lean.Outcome.History.Loss is not null, lean.Test!.Confusion is not null);
    }

    [Fact]
    public void Values_of_metrics_stand_in_the_order_of_the_registry_without_those_that_are_not_defined()
    {
        IReadOnlyDictionary<string, double> values =
            Scores.InOrder(("roc_auc", null), ("brier", 0.2), ("accuracy", 0.9), ("no metric", 1), ("log_loss", 0.3));

        Assert.Equal(["accuracy", "log_loss", "brier"], values.Keys);
        Assert.Equal([0.9, 0.3, 0.2], values.Values);
        Assert.Equal([("accuracy", 0.9), ("log_loss", 0.3), ("brier", 0.2)], values.Select(pair => (pair.Key, pair.Value)));
        Assert.Equal((3, 0.3, true, false), (values.Count, values["log_loss"], values.ContainsKey("brier"), values.ContainsKey("roc_auc")));
        Assert.False(values.TryGetValue("no metric", out _));
        Assert.Throws<KeyNotFoundException>(() => values["roc_auc"]);
    }
}
