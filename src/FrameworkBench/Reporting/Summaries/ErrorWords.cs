using FrameworkBench.Reporting.Markdown;
using FrameworkBench.Wording;

namespace FrameworkBench.Reporting.Summaries;

/// <summary>Says how far a ledger's verdicts may be due to chance.</summary>
internal static class ErrorWords
{
    /// <summary>How many verdicts chance could make, how many survive the correction, and which do not.</summary>
    internal static string Of(LedgerErrors errors)
    {
        string survive = FormattableString.Invariant(
            $"Each test may err once in twenty times: if all {errors.Tested} claims lay exactly where they turn false, about {errors.ByChance} would be decided by chance. ")
            + "At a false discovery rate of 5 % (Benjamini and Hochberg) "
            + $"{Counting.Of(errors.Surviving.Count, "verdict")} that a claim holds or does not hold {(errors.Surviving.Count == 1 ? "survives" : "survive")}, "
            + FormattableString.Invariant($"of which at most {errors.ExpectedWrong} {(errors.ExpectedWrong == 1 ? "is" : "are")} expected to be wrong");
        return errors.Lost.Count == 0
            ? $"{survive}; none is lost."
            : $"{survive}. {Counting.Of(errors.Lost.Count, "verdict")} {(errors.Lost.Count == 1 ? "does" : "do")} not survive: "
                + $"{Phrase.And([.. errors.Lost.Select(claim => MarkdownText.Code(Name(claim)))])}.";
    }

    private static string Name(ClaimVerdicts claim) =>
        $"{claim.Experiment.Name}/{claim.Claim.Id}" + (claim.Dataset is { } dataset && claim.Experiment.Datasets.Count > 1 ? $" ({dataset})" : "");
}
