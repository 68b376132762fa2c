using FrameworkBench.Claims;
using FrameworkBench.Statistics;

namespace FrameworkBench.Simulations;

/// <summary>A ledger of many claims under the control of false discoveries.</summary>
internal static class LedgerSituations
{
    private const int Claims = 100;
    private const double Rate = 0.05;

    private const string Control = "Benjamini and Hochberg at 5 %";

    internal static IEnumerable<Situation> All =>
    [
        new("ledger", $"{Claims} claims at a true null, {Control}: some verdict is kept", AnyKept) { QuickRuns = 20 },
        new("ledger", $"{Claims} claims, 20 with a lead of 0.03, {Control}: a kept verdict, drawn at random, is false", OneOfKept)
        {
            QuickRuns = 20,
        },
    ];

    private static SimulatedVerdict AnyKept(Random random) =>
        new(Kept(random, leading: 0).Count > 0 ? Ruling.Holds : Ruling.Inconclusive, Ruling.DoesNotHold);

    private static SimulatedVerdict OneOfKept(Random random)
    {
        List<int> kept = Kept(random, leading: 20);
        return kept.Count == 0
            ? new(Ruling.Inconclusive, Ruling.Holds)
            : new(Ruling.Holds, kept[random.Next(kept.Count)] < 20 ? Ruling.Holds : Ruling.DoesNotHold);
    }

    private static List<int> Kept(Random random, int leading)
    {
        Finding[] findings =
        [
            .. from claim in Enumerable.Range(0, Claims)
               select TrialSituations.LeadFinding(random, TrialSituations.Folds, claim < leading ? 0.03 : 0, "beats", null),
        ];
        IReadOnlyList<double> adjusted = BenjaminiHochberg.Adjust([.. findings.Select(finding => finding.PValue ?? 1)]);
        return [.. Enumerable.Range(0, Claims).Where(claim => adjusted[claim] <= Rate)];
    }
}
