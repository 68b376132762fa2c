using FrameworkBench.Claims;
using FrameworkBench.Claims.Register;
using FrameworkBench.Wording;

namespace FrameworkBench.Results.Summaries;

/// <summary>Says how many judged claims are exploratory, and why.</summary>
internal static class RegistrationSummary
{
    private const string Meaning = "An exploratory verdict may fit data that was seen before. "
        + "To test it, freeze the claim and run it with fresh seeds and splits.";

    /// <summary>
    /// "3 of 8 claims are exploratory: 2 frozen after results, 1 not frozen."; empty when all that were judged were frozen before their
    /// evidence, or none was judged. What is true by construction needs no evidence.
    /// </summary>
    internal static string Of(IReadOnlyList<ClaimVerdicts> claims)
    {
        Registration[] judged =
        [
            .. claims.Where(claim => claim.Overall is not (Ruling.NotJudged or Ruling.ByConstruction)).Select(claim => claim.Registration),
        ];
        string[] reasons =
        [
            .. from registration in Enum.GetValues<Registration>().Reverse()
               let count = judged.Count(one => one == registration)
               where count > 0 && registration != Registration.Registered
               select $"{count} {RegistrationWords.Reason(registration)}",
        ];
        int exploratory = judged.Count(registration => registration != Registration.Registered);
        return exploratory == 0 ? ""
            : $"{exploratory} of {Counting.Of(judged.Length, "claim")} {(exploratory == 1 ? "is" : "are")} *exploratory*: "
                + $"{string.Join(", ", reasons)}. {Meaning}";
    }
}
