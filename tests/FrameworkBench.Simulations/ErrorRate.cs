using FrameworkBench.Claims;
using FrameworkBench.Statistics;

namespace FrameworkBench.Simulations;

/// <summary>How often a claim was judged wrongly.</summary>
/// <param name="Key">The first cells of its row: the kind, and the claim with its world.</param>
/// <param name="Runs">The number of runs.</param>
/// <param name="Holds">Runs whose verdict was that it holds.</param>
/// <param name="Fails">Runs whose verdict was that it does not hold.</param>
/// <param name="Wrong">
/// Runs with a wrong verdict; at the boundary the more frequent of the two, either of which is wrong on one side of it.
/// </param>
internal sealed record ErrorRate(string Key, int Runs, int Holds, int Fails, int Wrong)
{
    /// <summary>Wilson's interval of the share of wrong verdicts, of 95 %.</summary>
    public Interval Interval => Proportion.Of(Wrong, Runs).Interval;

    /// <summary>Runs a situation; an error rate a claim.</summary>
    public static IReadOnlyList<ErrorRate> Of(Situation situation, int runs)
    {
        SimulatedVerdict[][] verdicts = [.. Enumerable.Range(0, runs).Select(run => situation.Judge(situation.Generator(run)))];
        return [.. situation.Keys.Select((key, claim) => Of(key, [.. verdicts.Select(run => run[claim])]))];
    }

    /// <summary>The row of the table.</summary>
    public string Row() => $"| {Key} | {Runs} | {Percent(Holds)} | {Percent(Fails)} | {Percent(Wrong)} | {Text(Interval.High)} "
        + $"| {(Interval.High > 0.05 ? "no" : "yes")} |";

    private static ErrorRate Of(string key, SimulatedVerdict[] verdicts)
    {
        int holds = Count(verdict => verdict.Ruling == Ruling.Holds), fails = Count(verdict => verdict.Ruling == Ruling.DoesNotHold);
        int contradicted = Count(verdict => verdict.Truth is { } truth && verdict.Ruling != truth && IsDecided(verdict.Ruling));
        bool isAtBoundary = Array.Exists(verdicts, verdict => verdict.Truth is null);
        return new(key, verdicts.Length, holds, fails, isAtBoundary ? Math.Max(holds, fails) : contradicted);

        int Count(Predicate<SimulatedVerdict> which) => Array.FindAll(verdicts, which).Length;
    }

    private static bool IsDecided(Ruling ruling) => ruling is Ruling.Holds or Ruling.DoesNotHold;

    private string Percent(int count) => Text((double)count / Runs);

    private static string Text(double share) => FormattableString.Invariant($"{100 * share:0.0} %");
}
