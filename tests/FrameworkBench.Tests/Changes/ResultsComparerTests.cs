using FrameworkBench.Changes;
using FrameworkBench.Changes.Failures;
using FrameworkBench.Changes.Verdicts;
using FrameworkBench.Claims;

namespace FrameworkBench.Tests.Changes;

/// <summary>What is told of two results folders.</summary>
public sealed class ResultsComparerTests : IDisposable
{
    private static readonly WrittenResults Usual = new();

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Of_results_that_are_the_same_nothing_is_reported()
    {
        ResultChanges changes = Compare(Usual, Usual);

        Assert.True(changes.IsEmpty);
        Assert.False(changes.IsWorse);
        Assert.Equal("", ChangesPage.Of(changes, all: true));
    }

    [Fact]
    public void Of_other_seeds_whose_scores_lie_within_noise_nothing_is_reported() =>
        Assert.True(Compare(Usual, Usual with { FirstSeed = 2000 }).IsEmpty);

    [Fact]
    public void A_score_that_fell_is_reported_with_the_other_figures_that_say_so_in_one_line()
    {
        ResultChanges changes = Compare(Usual, Usual with { Accuracies = Accuracies(0.93, 0.96), FirstSeed = 2000 });

        Assert.True(changes.IsWorse);
        ChangeSection section = ChangeWords.Sections(changes)[0];
        Assert.Equal("Scores beyond noise", section.Title);
        Assert.Equal(
            [new ChangeItem("worse", Direction.Worse,
                "wine: network by scratch: accuracy 0.95095 → 0.93095, −0.02000 [−0.02053, −0.01947], 20 seeds, p < 0.0001; "
                + "also log loss")],
            section.Items);
        Assert.Equal("before → after: 1 model scores worse", ChangeWords.Headline(changes));
    }

    [Fact]
    public void A_score_that_rose_is_reported_and_nothing_got_worse()
    {
        ResultChanges changes = Compare(Usual, Usual with { Accuracies = Accuracies(0.97, 0.96) });

        Assert.False(changes.IsWorse);
        Assert.Equal("better", ChangeWords.Sections(changes)[0].Items[0].Word);
        Assert.Equal("before → after: nothing got worse", ChangeWords.Headline(changes));
    }

    [Theory]
    [InlineData("holds", "does_not_hold", Direction.Worse, Direction.Worse)]
    [InlineData("by_construction", "does_not_hold", Direction.Worse, Direction.Worse)]
    [InlineData("holds", "inconclusive", Direction.Worse, Direction.Weaker)]
    [InlineData("does_not_hold", "inconclusive", Direction.Other, Direction.Other)]
    [InlineData("inconclusive", "does_not_hold", Direction.Other, Direction.Other)]
    [InlineData("does_not_hold", "holds", Direction.Better, Direction.Better)]
    [InlineData("inconclusive", "holds", Direction.Better, Direction.Better)]
    [InlineData("holds", "by_construction", Direction.Other, Direction.Other)]
    public void A_verdict_that_is_no_longer_decided_is_worse_when_no_other_seeds_explain_it(
        string before, string after, Direction onTheSameSeeds, Direction onOthers)
    {
        WrittenResults old = Usual with { Verdicts = Verdicts(before) }, later = Usual with { Verdicts = Verdicts(after) };

        Assert.Equal(onTheSameSeeds, Assert.Single(Compare(old, later).Verdicts).Direction);
        Assert.Equal(onOthers, Assert.Single(Compare(old, later with { FirstSeed = 2000 }).Verdicts).Direction);
    }

    [Fact]
    public void Engines_whose_verdict_changed_the_same_way_share_a_line_after_the_verdict_of_all()
    {
        WrittenResults later = Usual with
        {
            Verdicts = new Dictionary<string, string>
            {
                ["sklearn"] = "does_not_hold",
                ["scratch"] = "inconclusive",
                ["all engines"] = "does_not_hold",
            },
        };

        IReadOnlyList<VerdictChange> verdicts = Compare(Usual, later with { FirstSeed = 2000 }).Verdicts;

        Assert.Equal(["all engines", "sklearn"], verdicts[0].Engines);
        Assert.Equal((Ruling.Holds, Ruling.DoesNotHold, Direction.Worse), (verdicts[0].Before, verdicts[0].After, verdicts[0].Direction));
        Assert.Equal(["scratch"], verdicts[1].Engines);
    }

    [Fact]
    public void Trials_that_newly_fail_are_reported_with_their_reason_and_those_that_run_again_too()
    {
        WrittenResults failing = Usual with { Endings = Ending("failed", "out of memory") };

        TrialChange worse = Assert.Single(Compare(Usual, failing).Trials), better = Assert.Single(Compare(failing, Usual).Trials);

        Assert.Equal(("scratch", 20, "newly fail", "out of memory", Direction.Worse),
            (worse.Engine, worse.Count, worse.What, worse.Reason, worse.Direction));
        Assert.Equal((20, "no longer fail", null, Direction.Better), (better.Count, better.What, better.Reason, better.Direction));
    }

    [Theory]
    [InlineData("unsupported", "are no longer supported")]
    [InlineData("diverged", "all diverge now")]
    public void A_model_that_an_engine_lost_is_worse(string status, string expected)
    {
        TrialChange change = Assert.Single(Compare(Usual, Usual with { Endings = Ending(status, "why") }).Trials);

        Assert.Equal((expected, Direction.Worse), (change.What, change.Direction));
    }

    [Fact]
    public void Trials_that_failed_and_now_diverge_are_reported_without_a_score() => Assert.Equal(
        "no longer fail",
        Assert.Single(
            Compare(Usual with { Endings = Ending("failed", "why") }, Usual with { Endings = Ending("diverged", "") }).Trials).What);

    [Fact]
    public void Trials_that_are_not_there_any_more_are_reported_where_as_many_were_planned()
    {
        WrittenResults fewer = Usual with { Dropped = new Dictionary<string, int> { ["sklearn"] = 5 } };

        ResultChanges changes = Compare(Usual, fewer);

        Assert.Equal(
            [new ChangeItem("worse", Direction.Worse, "wine: 5 trials by sklearn are missing (network)")],
            ChangeWords.Sections(changes).Single(section => section.Title == "Trials").Items);
        Assert.Equal("before → after: 5 trials newly without a score", ChangeWords.Headline(changes));
        Assert.True(changes.IsWorse);
        Assert.Empty(Compare(fewer, Usual).Trials);
        Assert.Empty(Compare(Usual, fewer with { FirstSeed = 2000 }).Trials);
    }

    [Fact]
    public void Failed_trials_that_are_not_there_any_more_are_missing_and_not_mended()
    {
        WrittenResults failing = Usual with { Endings = Ending("failed", "out of memory") };

        TrialChange change =
            Assert.Single(Compare(failing, failing with { Dropped = new Dictionary<string, int> { ["scratch"] = 15 } }).Trials);

        Assert.Equal(("are missing", 15, null, Direction.Worse), (change.What, change.Count, change.Reason, change.Direction));
    }

    [Fact]
    public void An_engine_that_is_said_to_have_run_and_has_no_trial_is_lost()
    {
        ResultChanges changes = Compare(Usual, Usual with { Dropped = new Dictionary<string, int> { ["sklearn"] = Usual.Seeds } });

        Assert.Equal([new PresenceChange("engine of wine: sklearn", IsAdded: false, Direction.Worse)], changes.Presence);
        Assert.Empty(changes.Trials);
        Assert.Equal("before → after: 1 engine lost", ChangeWords.Headline(changes));
    }

    [Fact]
    public void An_engine_that_is_no_longer_available_is_lost_and_its_verdicts_are_not_reported()
    {
        WrittenResults without = Usual with
        {
            Absent = ["sklearn"],
            Endings = new Dictionary<string, (string, string)> { ["sklearn"] = ("missing", "not installed") },
            Verdicts = new Dictionary<string, string> { ["all engines"] = "holds", ["scratch"] = "holds", ["sklearn"] = "not_judged" },
        };

        ResultChanges changes = Compare(Usual, without);

        Assert.Equal([new PresenceChange("engine: sklearn", IsAdded: false, Direction.Worse)], changes.Presence);
        Assert.Empty(changes.Verdicts);
        Assert.True(changes.IsWorse);
        Assert.False(Compare(without, Usual).IsWorse);
    }

    [Fact]
    public void Experiments_models_and_claims_are_added_and_removed()
    {
        ResultChanges changes = Compare(Usual, Usual with { Model = "tree", Claim = "grows" });

        Assert.Equal(
            ["added model of wine: tree", "removed model of wine: network", "added claim of wine: grows", "removed claim of wine: learns"],
            changes.Presence.Select(change => $"{(change.IsAdded ? "added" : "removed")} {change.Text}"));
        Assert.Equal(
            ["added experiment: iris", "removed experiment: wine"],
            Compare(Usual, Usual with { Experiment = "iris" }).Presence
                .Select(change => $"{(change.IsAdded ? "added" : "removed")} {change.Text}"));
        Assert.False(changes.IsWorse);
    }

    [Fact]
    public void What_else_changed_is_reported_beside_what_got_worse()
    {
        const string Page = "| | |\n| --- | --- |\n| processor | A |\n| commit | `abc` |\n\n"
            + "| **scratch** | S | 1 | 2 | build: old<br>runtime: .NET 10 |\n";
        WrittenResults later = Usual with
        {
            Accuracies = Accuracies(0.9, 0.96),
            Version = "1.5.0",
            FirstSeed = 2000,
            Environment = Page.Replace("old", "new", StringComparison.Ordinal).Replace("| A |", "| B |", StringComparison.Ordinal),
        };

        ResultChanges changes = Compare(Usual with { Environment = Page }, later);

        Assert.Equal(
            [
                "engine scratch: scratch 1.4.2 → scratch 1.5.0", "engine sklearn: sklearn 1.4.2 → sklearn 1.5.0",
                "engine scratch: build old → new", "machine: processor A → B", "wine: seeds 1000–1019 → 2000–2019",
            ],
            changes.Causes);
    }

    [Fact]
    public void On_other_data_one_split_tells_nothing()
    {
        ResultChanges changes = Compare(Usual, Usual with { Accuracies = Accuracies(0.5, 0.5), Checksum = "ffff" });

        Assert.Empty(changes.Figures);
    }

    [Fact]
    public void The_page_lists_changes_as_a_comment_shows_them()
    {
        string page = ChangesPage.Of(Compare(Usual, Usual with { Verdicts = Verdicts("does_not_hold") }), all: false);

        Assert.Equal(
            """
            ### before → after: 1 claim no longer holds

            <details open><summary>Verdicts (1)</summary>

            - ❌ **worse** wine/learns: holds → does not hold on all engines, scratch and sklearn: It learns.

            </details>

            """.ReplaceLineEndings("\n"), page);
    }

    private static Dictionary<string, double> Accuracies(double scratch, double sklearn) =>
        new() { ["scratch"] = scratch, ["sklearn"] = sklearn };

    private static Dictionary<string, string> Verdicts(string verdict) =>
        new() { ["all engines"] = verdict, ["scratch"] = verdict, ["sklearn"] = verdict };

    private static Dictionary<string, (string, string)> Ending(string status, string reason) => new() { ["scratch"] = (status, reason) };

    private ResultChanges Compare(WrittenResults before, WrittenResults after)
    {
        foreach (string name in new[] { "before", "after" }.Where(name => Directory.Exists(Path.Combine(folder.Path, name))))
            Directory.Delete(Path.Combine(folder.Path, name), recursive: true);
        return ResultsComparer.Compare(before.In(folder, "before"), after.In(folder, "after"));
    }
}
