using FrameworkBench.Changes;
using FrameworkBench.Changes.Failures;
using FrameworkBench.Changes.Verdicts;
using FrameworkBench.Claims;
using FrameworkBench.Cli.Display;

namespace FrameworkBench.Cli.Tests;

/// <summary>The screen of <c>diff</c> fits 40 lines of 80 columns, and shows some change of every kind.</summary>
public sealed class DiffScreenTests
{
    private const string Sentence = "Networks with two hidden layers of many units learn more than those with a single one.";

    [Fact]
    public void Nothing_is_shown_of_nothing() => Assert.Empty(Lines(Changes(0, 0), DiffScreen.Most));

    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 1)]
    [InlineData(3, 60)]
    [InlineData(100, 1)]
    [InlineData(100, 100)]
    public void Any_number_of_changes_fits(int verdicts, int trials)
    {
        string[] lines = Lines(Changes(verdicts, trials), DiffScreen.Most);

        Assert.InRange(lines.Length, 1, DiffScreen.Most);
        Assert.All(lines, line => Assert.InRange(line.Length, 1, 80));
        Assert.StartsWith("HEAD → results: ", lines[0], StringComparison.Ordinal);
        Assert.Equal(trials > 0, Array.Exists(lines, line => line == "Trials"));
        Assert.Contains(lines, line => line.StartsWith("worse   xor/claim-0: holds → does not hold: ", StringComparison.Ordinal));
    }

    [Fact]
    public void What_does_not_fit_is_counted()
    {
        string[] lines = Lines(Changes(100, 0), DiffScreen.Most);

        int shown = lines.Count(line => line.StartsWith("worse ", StringComparison.Ordinal));
        Assert.Equal($"        and {100 - shown} more; --all or --markdown shows them", lines[^1]);
    }

    [Fact]
    public void All_shows_everything()
    {
        string[] lines = Lines(Changes(100, 100), int.MaxValue);

        Assert.Equal(200, lines.Count(line => line.StartsWith("worse ", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_would_steer_a_terminal_is_shown_and_not_obeyed()
    {
        ResultChanges changes = Changes(0, 1);
        TrialChange hostile = changes.Trials[0] with { Reason = "\u001B[2J\nfirst" };

        Assert.Contains(@"\u001B[2J first", string.Join('\n', Lines(changes with { Trials = [hostile] }, 40)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_wordyreason_is_cut()
    {
        ResultChanges changes = Changes(0, 1);
        TrialChange wordy = changes.Trials[0] with { Reason = string.Join(' ', Enumerable.Repeat("again", 1000)) };

        string[] lines = Lines(changes with { Trials = [wordy] }, DiffScreen.Most);

        Assert.Equal(5, lines.Length);
        Assert.EndsWith(" …", lines[^1], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.InRange(line.Length, 1, 80));
    }

    private static string[] Lines(ResultChanges changes, int most) => [.. DiffScreen.Lines(changes, most).Select(line => line.ToString())];

    private static ResultChanges Changes(int verdicts, int trials) => new()
    {
        Before = "HEAD",
        After = "results",
        Verdicts =
        [
            .. Enumerable.Range(0, verdicts).Select(i => new VerdictChange(
                $"xor/claim-{i}", Sentence, Ruling.Holds, Ruling.DoesNotHold, [Verdict.AllEngines], Direction.Worse)),
        ],
        Figures = [],
        Trials =
        [
            .. Enumerable.Range(0, trials).Select(i => new TrialChange(
                "digits", $"engine-{i}", ["network"], 20, "newly fail", "it needs more memory than there is", Direction.Worse)),
        ],
        Times = [],
        Presence = [],
        Causes = [],
        Compared = [],
    };
}
