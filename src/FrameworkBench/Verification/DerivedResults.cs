using FrameworkBench.Claims;
using FrameworkBench.Pages;
using FrameworkBench.Pages.Comparison;
using FrameworkBench.Pages.Data;
using FrameworkBench.Pages.Experiments;
using FrameworkBench.Pages.Markdown;
using FrameworkBench.Pages.Sections;
using FrameworkBench.Results.Suite;
using FrameworkBench.Results.Summaries;

namespace FrameworkBench.Verification;

/// <summary>What follows from the data file of an experiment.</summary>
/// <param name="Results">Its verdicts and answers; without its trials, which only the store has.</param>
/// <param name="Head">How its page begins.</param>
/// <param name="Sections">Sections of its page, in any order; one without a line is on no page.</param>
/// <param name="Leads">The files of how far models lead on each table; none where it compares none over several tables.</param>
internal sealed record DerivedResults(
    ExperimentResults Results, MarkdownDocument Head, IReadOnlyList<MarkdownDocument> Sections, IReadOnlyList<ResultFile> Leads)
{
    /// <summary>Derives the answers and the leads.</summary>
    /// <param name="results">The experiment with its verdicts.</param>
    /// <param name="trials">Its trials by the engines that were available.</param>
    internal static DerivedResults Of(ExperimentResults results, IReadOnlyList<TrialEvidence> trials)
    {
        var suite = SuiteResults.Of(results, trials);
        Multiverse? multiverse = suite is null ? null : Multiverse.Of(suite);
        var head = new MarkdownDocument();
        ExperimentPage.Head(head, results, suite, multiverse);
        return new DerivedResults(
            results with { Answer = AnswerSection.In(head.ToString()) }, head,
            [
                Section(page => ClaimSection.Write(page, results)),
                .. suite is null
                    ? Array.Empty<MarkdownDocument>()
                    : [Section(page => TablesSection.Write(page, suite)), Section(page => OpponentSection.Write(page, suite))],
            ],
            suite is null ? [] : [TablesFile.Write(suite), MeasuresFile.Write(suite)]);
    }

    private static MarkdownDocument Section(Action<MarkdownDocument> write)
    {
        var section = new MarkdownDocument();
        write(section);
        return section;
    }
}
