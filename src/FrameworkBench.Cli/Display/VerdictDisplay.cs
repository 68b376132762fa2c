using FrameworkBench.Claims;
using FrameworkBench.Claims.Register;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Wording;

namespace FrameworkBench.Cli.Display;

/// <summary>Shows what came of claims: a colored word, the claim as a sentence, and its evidence below.</summary>
internal static class VerdictDisplay
{
    /// <summary>Claims that are shown; the others are counted.</summary>
    public const int Most = 12;

    private const int Column = 17;

    /// <summary>The claims that were judged, those that are decided first.</summary>
    /// <param name="claims">All claims of a run.</param>
    /// <param name="ledger">The page that has them all.</param>
    public static void Show(IReadOnlyList<ClaimVerdicts> claims, string ledger)
    {
        ClaimVerdicts[] judged = [.. claims.Where(claim => claim.Overall != Ruling.NotJudged).OrderBy(claim => Place(claim.Overall))];
        bool someRegistered = Array.Exists(judged, claim => claim.Registration == Registration.Registered);
        bool isOfSeveral = judged.DistinctBy(claim => claim.Experiment.Name).Count() > 1;
        foreach (ClaimVerdicts claim in judged.Take(Most))
            Show(claim, someRegistered, isOfSeveral);
        ClaimVerdicts[] others = [.. judged.Skip(Most)];
        if (others.Length > 0)
            Terminal.Tell($"and {Counting.Of(others.Length, "more claim")}, {Others(others)}: see {ledger}");
    }

    private static string Others(ClaimVerdicts[] claims)
    {
        IGrouping<Ruling, ClaimVerdicts>[] byVerdict = [.. claims.GroupBy(claim => claim.Overall)];
        return byVerdict is [{ } alike] ? $"{(claims.Length == 1 ? "which" : "all of which")} {Verb(alike)}"
            : $"of which {Phrase.And([.. byVerdict.Select(some => $"{some.Count()} {Verb(some)}")])}";
    }

    private static string Verb(IGrouping<Ruling, ClaimVerdicts> claims) =>
        (claims.Key, claims.Count()) switch
        {
            (Ruling.Holds, 1) => "holds",
            (Ruling.Holds, _) => "hold",
            (Ruling.DoesNotHold, 1) => "does not hold",
            (Ruling.DoesNotHold, _) => "do not hold",
            (Ruling.ByConstruction, 1) => "is true by construction",
            (Ruling.ByConstruction, _) => "are true by construction",
            (_, 1) => "is inconclusive",
            _ => "are inconclusive",
        };

    private static void Show(ClaimVerdicts claim, bool someRegistered, bool isOfSeveral)
    {
        Verdict verdict = claim.Whole!;
        string experiment = isOfSeveral ? $"{claim.Experiment.Name}: " : "";
        Terminal.Label(VerdictWords.Words(claim.Overall), Color(claim.Overall), Column, experiment + claim.Says);
        string notes = (claim.Contradicting.Count == 0 ? "" : $"; {Phrase.And([.. claim.Contradicting.Select(one => one.Engine)])} "
            + $"alone {(claim.Contradicting.Count == 1 ? "contradicts" : "contradict")} that")
            + (someRegistered && claim.Registration != Registration.Registered && claim.Overall != Ruling.ByConstruction
                ? "; exploratory" : "");
        Terminal.Label("", "default", Column, $"On {Engines(claim, verdict)}: {verdict.Finding.Evidence}{notes}."
            .Replace('\u00A0', ' '));
    }

    private static string Engines(ClaimVerdicts claim, Verdict verdict) => verdict.IsOfAllEngines
        ? Counting.Of(claim.Verdicts.Count(one => one.Finding.Ruling != Ruling.NotJudged), "engine") : verdict.Engine;

    // What surprises comes first: documents claim what they believe to hold.
    private static int Place(Ruling ruling) => ruling switch
    {
        Ruling.DoesNotHold => 0,
        Ruling.Holds => 1,
        Ruling.ByConstruction => 2,
        _ => 3,
    };

    /// <summary>The color of a verdict, as markup names it.</summary>
    internal static string Color(Ruling ruling) => ruling switch
    {
        Ruling.Holds => "green",
        Ruling.DoesNotHold => "red",
        Ruling.ByConstruction => "blue",
        _ => "yellow",
    };
}
