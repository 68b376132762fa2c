using FrameworkBench.Pages.Markdown;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Ledger;

/// <summary>Says how far a ledger's verdicts may be due to chance.</summary>
internal static class ErrorWords
{
    /// <summary>How many verdicts chance could make, how many survive the correction, and which do not.</summary>
    internal static string Of(LedgerErrors errors)
    {
        string kept = $"Each test has an error rate of 5 %: if every claim lay exactly at its threshold, "
            + $"about {errors.ByChance} of {Counting.Of(errors.Tested, "claim")} would get a wrong verdict by chance. {Short(errors)}";
        return errors.Lost.Count == 0
            ? $"{kept} It drops none."
            : $"{kept} It drops {Counting.Of(errors.Lost.Count, "verdict")}: "
                + $"{Phrase.And([.. errors.Lost.Select(claim => MarkdownText.Code(Name(claim)))])}.";
    }

    /// <summary>How many verdicts survive the correction.</summary>
    internal static string Short(LedgerErrors errors) =>
        "Controlling the false discovery rate at 5 % (Benjamini and Hochberg) "
            + $"keeps {Counting.Of(errors.Surviving.Count, "verdict")} of *holds* or *does not hold*, "
            + $"of which at most {errors.ExpectedWrong} {(errors.ExpectedWrong == 1 ? "is" : "are")} expected to be wrong.";

    private static string Name(ClaimVerdicts claim) =>
        $"{claim.Experiment.Name}/{claim.Claim.Id}"
            + (claim.Dataset is { } dataset && claim.Experiment.Datasets.Count > 1 ? $" ({dataset})" : "");
}
