using FrameworkBench.Claims;
using FrameworkBench.Claims.Tables;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Claims;

namespace FrameworkBench.Simulations;

/// <summary>Claims that are judged once over many tables.</summary>
internal static class TableSituations
{
    private const int Tables = 36, TablesOfSlice = 12, RunsOfHierarchical = 40;

    private const double Margin = TrialSituations.Margin;

    private static readonly TableSlice Small = new() { RowsBelow = 1000 }, Large = new() { RowsFrom = 2000 };

    private static IEnumerable<(string Words, bool Heavy)> Tails => [("", false), (", heavy tails", true)];

    internal static IEnumerable<Situation> All =>
    [
        .. from tail in Tails
           from share in new[] { 0.5, 0.8 }
           let world = $"exactly {100 * share:0} % of the tables lead by more than the margin, {Tables} tables{tail.Words}"
           select Situation.AtBoundary("better_on_share", world, random => Judge(random, OnShare(share), AtShare(share, tail.Heavy)))
               with { QuickRuns = 200 },
        .. AtMean("better_across", "a mean lead of exactly the margin", Across),
        .. AtMean("mean_across", "a mean of exactly the value", MeanAcross),
        .. from tail in Tails
           let population = Population(0, tail.Heavy)
           let world = $"equal means, {TablesOfSlice} and {TablesOfSlice} tables{tail.Words}"
           select Situation.AtBoundary("larger_on", world, random => Judge(random, LargerOn, population, population)) with
           {
               QuickRuns = 200,
           },
        .. Hierarchical("a mean lead of exactly the margin", heavy => Population(Margin, heavy), Mean, NextTable, Share(0.5)),
        .. Hierarchical("exactly 80 % of the tables lead by more than the margin", heavy => AtShare(0.8, heavy), Share(0.8)),
    ];

    internal static IEnumerable<Detection> Detections =>
    [
        new("better_on_share", $"{Tables} tables, of 50 %", "share of tables over 50 %",
            (random, effect) => Judge(random, OnShare(0.5), Beyond(effect)))
            { HasMargin = false },
        Seen("better_across", $"{Tables} tables", "lead over the margin", Across),
        Seen("mean_across", $"{Tables} tables", "mean over the value", MeanAcross),
        new(
            "larger_on", $"{TablesOfSlice} and {TablesOfSlice} tables", "difference of means",
            (random, effect) => Judge(random, LargerOn, Population(effect, heavy: false), Population(0, heavy: false))) { Runs = 200 },
        Seen("practically_better", $"`asks: mean`, {Tables} tables", "lead over the margin", Mean) with { Runs = RunsOfHierarchical },
    ];

    private static ClaimSpec Across => Claim("better_across") with { Margin = Margin };

    private static ClaimSpec MeanAcross => Claim("mean_across") with { Against = null, Value = Margin };

    private static ClaimSpec LargerOn => Claim("larger_on") with { Against = null, Tables = Small, AgainstTables = Large };

    private static ClaimSpec Mean => Claim("practically_better");

    private static ClaimSpec NextTable => Claim("practically_better") with { Asks = TablesQuestion.NextTable };

    private static ClaimSpec OnShare(double share) => Claim("better_on_share") with { Margin = Margin, Share = share };

    private static ClaimSpec Share(double share) => Claim("practically_better") with { Asks = TablesQuestion.Share, Share = share };

    private static IEnumerable<Situation> AtMean(string kind, string world, ClaimSpec claim) =>
        from tail in Tails
        let population = Population(Margin, tail.Heavy)
        select Situation.AtBoundary(kind, $"{world}, {Tables} tables{tail.Words}", random => Judge(random, claim, population)) with
        {
            QuickRuns = 200,
        };

    private static Detection Seen(string kind, string sizes, string effect, ClaimSpec claim) =>
        new(kind, sizes, effect, (random, size) => Judge(random, claim, Population(Margin + size, heavy: false))) { Runs = 200 };

    // More than half of the tables lead by more than the margin.
    private static TablePopulation Beyond(double share) => AtShare(Math.Min(0.999, 0.5 + share), heavy: false);

    private static TablePopulation Population(double mean, bool heavy) => new(mean) { HasHeavyTails = heavy };

    // The population of which exactly this share leads by more than the margin.
    private static TablePopulation AtShare(double share, bool heavy)
    {
        TablePopulation population = Population(0, heavy);
        return population with { Mean = Margin - population.Above(share) };
    }

    private static IEnumerable<Situation> Hierarchical(
        string world, Func<bool, TablePopulation> population, params ClaimSpec[] claims) =>
        from tail in Tails
        let tables = population(tail.Heavy)
        select new Situation(
            "practically_better", [.. claims.Select(claim => $"{Asked(claim)}, {world}, {Tables} tables{tail.Words}")],
            random => JudgeAll(random, tables, claims))
        {
            QuickRuns = 8,
        };

    // Claims that ask different questions of the same tables are judged together. A prediction is wrong when one more table, drawn from the
    // same population, contradicts it.
    private static SimulatedVerdict[] JudgeAll(Random random, TablePopulation population, ClaimSpec[] claims)
    {
        TableFigure[] tables = population.Draw(random, Tables);
        Ruling next = population.Draw(random) > Margin ? Ruling.Holds : Ruling.DoesNotHold;
        TablesEvidence[] evidence = [.. claims.Select(claim => new TablesEvidence(claim, tables, []))];
        IReadOnlyList<Finding> findings = ClaimKinds.FindAcrossTables("practically_better")!.Judge(evidence);
        return [
            .. findings.Zip(
                claims, (finding, claim) => new SimulatedVerdict(finding.Ruling, claim.Asks == TablesQuestion.NextTable ? next : null))];
    }

    private static string Asked(ClaimSpec claim) => claim.Asks switch
    {
        TablesQuestion.Mean => "`asks: mean`",
        TablesQuestion.NextTable => "`asks: next_table`",
        _ => FormattableString.Invariant($"`asks: share` of {100 * claim.Share:0} %"),
    };

    private static Ruling Judge(Random random, ClaimSpec claim, TablePopulation population) =>
        Judge(claim, population.Draw(random, Tables), []);

    private static Ruling Judge(Random random, ClaimSpec claim, TablePopulation population, TablePopulation other) =>
        Judge(claim, population.Draw(random, TablesOfSlice), other.Draw(random, TablesOfSlice));

    private static Ruling Judge(ClaimSpec claim, TableFigure[] tables, TableFigure[] others) =>
        ClaimKinds.FindAcrossTables(claim.Kind)!.Judge([new TablesEvidence(claim, tables, others)])[0].Ruling;

    private static ClaimSpec Claim(string kind) => new()
    {
        Id = "simulated",
        Says = "It is simulated.",
        Kind = kind,
        Model = "model",
        Against = "other",
        Metric = new MetricReference("score"),
    };
}
