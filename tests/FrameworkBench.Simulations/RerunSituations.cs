namespace FrameworkBench.Simulations;

/// <summary>What <c>diff</c> says of results that were only run again, and of one model whose accuracy fell.</summary>
internal static class RerunSituations
{
    // About as many models as the quick run has, a run by one engine, and all committed results.
    private const int Quick = 60, OneEngine = 300, All = 2000;

    private static RerunWorld OneSplit { get; } = new(Splits: 1, Seeds: 20);

    private static RerunWorld Folds { get; } = new(Splits: 10, Seeds: 1);

    private static RerunWorld FoldsTwice { get; } = new(Splits: 10, Seeds: 2);

    /// <summary>Results that are compared.</summary>
    internal static IReadOnlyList<Rerun> Pairs =>
    [
        Nothing("1 split × 20 seeds", OneSplit),
        Nothing("10 splits × 1 seed", Folds),
        Nothing("10 splits × 2 seeds", FoldsTwice),
        Nothing("1 split × 20 seeds, the same again", OneSplit with { KeepsSeeds = true }),
        Nothing("1 split × 20 seeds, log loss with a long tail", OneSplit with { IsLoss = true }),
        Nothing("10 splits × 1 seed, log loss with a long tail", Folds with { IsLoss = true }),
        Nothing("accuracies near 1, on 4 to 30 test rows, of 3 to 20 trials", [.. Coarse]),
        .. from deviation in new[] { 0.004, 0.006, 0.008, 0.01, 0.014 }
           select Fall(deviation, Quick, "20 seeds", OneSplit),
        Fall(0.006, OneEngine, "20 seeds", OneSplit),
        Fall(0.006, All, "20 seeds", OneSplit) with { Runs = 200, QuickRuns = 2 },
        Fall(0.006, Quick, "the same 20 seeds", OneSplit with { KeepsSeeds = true }),
        Fall(0.006, Quick, "10 splits × 2 seeds", FoldsTwice),
    ];

    // Few test rows have few possible accuracies, and equal ones have no spread.
    private static IEnumerable<RerunWorld> Coarse =>
        from design in new RerunWorld[] { Folds, OneSplit, new(Splits: 5, Seeds: 1), new(Splits: 1, Seeds: 5), new(Splits: 1, Seeds: 3) }
        from table in new (int Rows, double Mean, double Deviation)[]
        {
            (4, 0.9, 0.2), (15, 0.99, 0.03), (30, 0.97, 0.02), (30, 0.995, 0.004),
        }
        select design with { TestRows = table.Rows, Mean = table.Mean, SeedDeviation = table.Deviation };

    private static Rerun Nothing(string world, params IReadOnlyList<RerunWorld> worlds) =>
        new($"{OneEngine} models, only run again: {world}", OneEngine, worlds);

    private static Rerun Fall(double deviation, int models, string trials, RerunWorld world) => new(
        FormattableString.Invariant($"one of {models} models falls by 0.02: {trials}, deviation {deviation:0.000}"), models - 1, [OneSplit])
    {
        Fallen = world with { SeedDeviation = deviation },
        MustBeFound = deviation < 0.01,
    };
}
