using FrameworkBench.Claims;
using FrameworkBench.Engines;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Claims;
using FrameworkBench.Results;
using FrameworkBench.Results.Summaries;

namespace FrameworkBench.Cli.Display;

/// <summary>
/// The screen on which a quick run ends: the question, an answer a lesson, a table of networks and trees by engine, what is not installed,
/// and where the pages are. It fits 24 lines of 80 columns, one of them for the prompt.
/// </summary>
internal static class QuickScreen
{
    /// <summary>Lines of the screen, without that of the prompt.</summary>
    public const int Most = 23;

    private const string Question = "Is it true what the lessons say about networks and trees?";

    private const int Column = 16;

    /// <summary>Shows the screen of a run.</summary>
    /// <param name="result">The run.</param>
    /// <param name="folder">The folder of its pages.</param>
    public static void Show(RunResult result, string folder)
    {
        IReadOnlyList<ExperimentResults> experiments = ExperimentResults.Of(result);
        IReadOnlyList<ScreenLine> lines = Lines(
            experiments.SelectMany(Answers),
            [.. experiments.SelectMany(QuickTable.Of)],
            [
                Decided([.. experiments.SelectMany(ClaimVerdicts.Of)], result.Engines),
                Absent(result.Engines),
                $"pages: {Workspace.Shown(Path.Combine(folder, "README.md"))}",
            ]);
        foreach (ScreenLine line in lines)
            Terminal.Write(line);
    }

    /// <summary>The lines of a screen.</summary>
    /// <param name="answers">The verdict and the sentence of each lesson.</param>
    /// <param name="table">The lines of the table.</param>
    /// <param name="end">What follows it; empty texts are left out.</param>
    internal static IReadOnlyList<ScreenLine> Lines(
        IEnumerable<(Ruling Ruling, string Says)> answers, IReadOnlyList<string> table, IEnumerable<string> end)
    {
        ScreenLine[] lessons = [.. answers.SelectMany(answer => Answer(answer.Ruling, answer.Says))];
        ScreenLine[] last = [.. end.Where(text => text.Length > 0).SelectMany(Wrapped)];
        ScreenLine[][] parts = [[new ScreenLine(Question)], lessons, [.. table.Select(line => new ScreenLine(line))], last];

        // Blank lines only where there is room for them.
        bool isAiry = parts.Sum(part => part.Length) + parts.Length - 1 <= Most;
        ScreenLine[] gap = isAiry ? [new ScreenLine("")] : [];
        return [.. parts.Where(part => part.Length > 0).SelectMany((part, place) => place > 0 ? gap.Concat(part) : part)];
    }

    /// <summary>
    /// The sentence that answers an experiment, with its data set in front unless the claim says it. A claim about tables in general that
    /// one table decides is said to be about that table alone.
    /// </summary>
    internal static string Sentence(Experiment experiment, ClaimSpec claim)
    {
        string dataset = experiment.Datasets[0];
        if (experiment.Datasets.Count > 1 || claim.Says.Contains(dataset, StringComparison.OrdinalIgnoreCase))
            return claim.Says;
        return $"{dataset}{(QuickTable.Compares(experiment, claim) ? " alone" : "")}: {claim.Says}";
    }

    /// <summary>How many claims each engine alone decides: "decided claims: 20 on scratch, 15 on torchsharp".</summary>
    internal static string Decided(IReadOnlyList<ClaimVerdicts> claims, IReadOnlyList<EngineStatus> engines)
    {
        string[] counts =
        [
            .. from engine in engines
               let decided = claims.Count(claim => claim.Verdicts.Any(
                   verdict => verdict.Engine == engine.Name && verdict.Finding.Ruling is Ruling.Holds or Ruling.DoesNotHold))
               where decided > 0
               select FormattableString.Invariant($"{engine.Name} {decided}"),
        ];
        return counts.Length == 0 ? "" : $"claims decided: {string.Join(", ", counts)}";
    }

    private static string Absent(IReadOnlyList<EngineStatus> engines)
    {
        string[] names = [.. engines.Where(engine => !engine.Available && !engine.FailedToStart).Select(engine => engine.Name)];
        return names.Length == 0 ? "" : $"not installed: {string.Join(", ", names)} (see frameworkbench engines)";
    }

    private static IEnumerable<(Ruling Ruling, string Says)> Answers(ExperimentResults results) =>
        from claim in ClaimVerdicts.Of(results)
        where claim.Claim.Id == results.Experiment.Answer
        select (claim.Overall, Sentence(results.Experiment, claim.Claim));

    private static IEnumerable<ScreenLine> Answer(Ruling ruling, string says)
    {
        IReadOnlyList<string> lines = TextLines.Of(says, Terminal.UsualWidth - Column, indent: 0);
        yield return new ScreenLine(lines[0]) { Word = VerdictWords.Words(ruling).PadRight(Column), Color = VerdictDisplay.Color(ruling) };
        foreach (string line in lines.Skip(1))
            yield return new ScreenLine(new string(' ', Column) + line);
    }

    private static IEnumerable<ScreenLine> Wrapped(string text) =>
        TextLines.Of(text, Terminal.UsualWidth, indent: 2).Select(line => new ScreenLine(line));
}
