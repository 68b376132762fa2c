using FrameworkBench.Claims;
using FrameworkBench.Cli.Display;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Claims;

namespace FrameworkBench.Cli.Tests;

/// <summary>The screen on which a quick run of all experiments ends.</summary>
public sealed class QuickScreenTests
{
    private static readonly Session Session = new(Workspace.Find(null, null), new EngineSources(null, []));

    private static readonly Experiment[] Asked =
        [.. Session.Experiments([]).Where(experiment => experiment.Answer is not null).Select(experiment => experiment.At(Profile.Quick))];

    [Fact]
    public void The_lessons_of_the_first_minute_and_one_table_have_an_answer() => Assert.Equal(
        ["and", "digits-early-stopping", "dropout", "iris", "regression", "xor", "xor-perceptron"],
        Asked.Select(experiment => experiment.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void One_of_them_compares_a_network_with_trees() =>
        Assert.Single(Asked, experiment => QuickTable.Compares(experiment, Answer(experiment)));

    [Fact]
    public void With_the_longest_verdicts_and_all_engines_that_there_are_the_screen_leaves_a_line_for_the_prompt()
    {
        int engines = Session.Known.Count(engine => Asked.Any(
            experiment => QuickTable.Compares(experiment, Answer(experiment)) && (experiment.Engines?.Contains(engine.Name) ?? true)));

        IReadOnlyList<ScreenLine> lines = QuickScreen.Lines(
            Asked.Select(experiment => (Ruling.ByConstruction, QuickScreen.Sentence(experiment, Answer(experiment)))),
            [.. Enumerable.Repeat("engine", engines + 1)],
            ["claims decided", "not installed", "pages"]);

        Assert.InRange(engines, 4, 9);
        Assert.InRange(lines.Count, 1, QuickScreen.Most);
        Assert.All(lines, line => Assert.InRange($"{line}".Length, 1, 80));
    }

    [Fact]
    public void Where_there_is_room_blank_lines_set_the_parts_off_and_what_is_empty_is_left_out()
    {
        IReadOnlyList<ScreenLine> lines =
            QuickScreen.Lines([(Ruling.Holds, "It does."), (Ruling.DoesNotHold, "It does not.")], [], ["", "pages: here"]);

        Assert.Equal(
            ["", "holds           It does.", "does not hold   It does not.", "", "pages: here"], lines.Skip(1).Select(line => $"{line}"));
        Assert.Equal(["green", "red"], lines.Where(line => line.Word.Length > 0).Select(line => line.Color));
    }

    [Fact]
    public void A_sentence_that_does_not_name_its_data_set_has_it_in_front()
    {
        Assert.StartsWith("digits: ", Sentence("dropout"), StringComparison.Ordinal);
        Assert.StartsWith("A network with one hidden layer", Sentence("xor"), StringComparison.Ordinal);
        Assert.StartsWith("concrete alone: On tables of ", Sentence("regression"), StringComparison.Ordinal);

        static string Sentence(string name) => Array.Find(Asked, experiment => experiment.Name == name) is { } experiment
            ? QuickScreen.Sentence(experiment, Answer(experiment)) : "";
    }

    [Fact]
    public async Task A_quick_run_decides_the_lessons_and_writes_no_page_of_the_others()
    {
        using var folder = new TemporaryFolder();

        Invocation run = await Invocation.RunAsync(
            "run-all", "--quick", "--engine", "scratch", "--no-timings", "--store", folder["store"], "--results", folder["results"]);

        Assert.True(run.ExitCode == 0, run.Errors);
        string screen = run.Output[run.Output.IndexOf("Is it true ", StringComparison.Ordinal)..];
        Assert.InRange(screen.TrimEnd().Split('\n').Length, 10, QuickScreen.Most);
        Assert.DoesNotContain("inconclusive", screen, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^R², fit time +networks on concrete +trees$", screen);
        Assert.Matches(@"(?m)^scratch +0\.\d+ ± 0\.\d+, \S+ m?s +0\.\d+ ± 0\.\d+, \S+ m?s$", screen);
        Assert.Matches(@"(?m)^claims decided: scratch [1-9]\d$", screen);
        Assert.Equal(
            Asked.Select(experiment => experiment.Name).Order(StringComparer.Ordinal),
            Directory.GetFiles(folder["results"], "run.json", SearchOption.AllDirectories)
                .Select(file => Path.GetFileName(Path.GetDirectoryName(file)!)).Order(StringComparer.Ordinal));
    }

    private static ClaimSpec Answer(Experiment experiment) => experiment.Claims.First(claim => claim.Id == experiment.Answer);
}
