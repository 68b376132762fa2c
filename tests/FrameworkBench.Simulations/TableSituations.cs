using FrameworkBench.Claims;
using FrameworkBench.Claims.Tables;
using FrameworkBench.Experiments;

namespace FrameworkBench.Simulations;

/// <summary>Claims that are judged once over many tables.</summary>
internal static class TableSituations
{
    private const int Tables = 36, TablesOfSlice = 12, RunsOfHierarchical = 60;

    private const double Margin = TrialSituations.Margin;

    private static readonly TableSlice Small = new() { RowsBelow = 1000 }, Large = new() { RowsFrom = 2000 };

    private static IEnumerable<(string Words, bool Heavy)> Tails => [("", false), (", heavy tails", true)];

    internal static IEnumerable<Situation> All =>
    [
        .. from tail in Tails
           from share in new[] { 0.5, 0.8 }
           let claim = Claim("better_on_share") with { Margin = Margin, Share = share }
           select new Situation("better_on_share", $"exactly {100 * share:0} % of the tables lead by more than the margin, {Tables} tables{tail.Words}", random => new(Judge(random, claim, AtShare(share, tail.Heavy)))) { Bound = share == 0.5 ? 0.05 : 0.07 },
        .. AtMean("better_across", "a mean lead of exactly the margin", Claim("better_across") with { Margin = Margin }),
        .. AtMean("mean_across", "a mean of exactly the value", Claim("mean_across") with { Against = null, Value = Margin }),
        .. from tail in Tails
           let claim = Claim("larger_on") with { Against = null, Tables = Small, AgainstTables = Large }
           select new Situation("larger_on", $"equal means, {TablesOfSlice} and {TablesOfSlice} tables{tail.Words}", random => new(Judge(random, claim, Population(0, tail.Heavy), Population(0, tail.Heavy)))) { QuickRuns = 20 },
        .. Tails.Select(tail => Hierarchical($"a mean lead of exactly the margin, {Tables} tables{tail.Words}", Population(Margin, tail.Heavy), runs: 2000, Mean, NextTable, Share(0.5))),
        .. Tails.Select(tail => Hierarchical($"exactly 80 % of the tables lead by more than the margin, {Tables} tables{tail.Words}", AtShare(0.8, tail.Heavy), tail.Heavy ? 500 : 2000, Share(0.8))),
        .. Tails.Select(tail => Hierarchical($"95 % of the tables lead by more than the margin, {Tables} tables{tail.Words}", AtShare(0.95, tail.Heavy), runs: 500, NextTable)),
    ];

    internal static IEnumerable<Detection> Detections =>
    [
        new("better_on_share", $"{Tables} tables, of 50 %", "share of tables over 50 %", (random, effect) => Judge(random, Claim("better_on_share") with { Margin = Margin, Share = 0.5 }, AtShare(Math.Min(0.999, 0.5 + effect), heavy: false))),
        Seen("better_across", "lead over the margin", Claim("better_across") with { Margin = Margin }),
        Seen("mean_across", "mean over the value", Claim("mean_across") with { Against = null, Value = Margin }),
        new("larger_on", $"{TablesOfSlice} and {TablesOfSlice} tables", "difference of means", (random, effect) => Judge(random, Claim("larger_on") with { Against = null, Tables = Small, AgainstTables = Large }, Population(effect, heavy: false), Population(0, heavy: false))) { Runs = 200 },
        Seen("practically_better", "lead over the margin", Mean) with { Sizes = $"`asks: mean`, {Tables} tables", Runs = RunsOfHierarchical },
        Seen("practically_better", "lead over the margin", NextTable) with { Sizes = $"`asks: next_table`, {Tables} tables", Runs = RunsOfHierarchical },
        new("practically_better", $"`asks: share` of 50 %, {Tables} tables", "share of tables over 50 %", (random, effect) => Judge(random, Share(0.5), AtShare(Math.Min(0.999, 0.5 + effect), heavy: false))) { Runs = RunsOfHierarchical },
    ];

    private static IEnumerable<Situation> AtMean(string kind, string name, ClaimSpec claim) => Tails.Select(tail =>
        new Situation(kind, $"{name}, {Tables} tables{tail.Words}", random => new(Judge(random, claim, Population(Margin, tail.Heavy)))) { QuickRuns = 20 });

    private static Detection Seen(string kind, string effect, ClaimSpec claim) =>
        new(kind, $"{Tables} tables", effect, (random, size) => Judge(random, claim, Population(Margin + size, heavy: false))) { Runs = 200 };

    private static TablePopulation Population(double mean, bool heavy) => new(mean) { HasHeavyTails = heavy };

    // The population of which exactly this share leads by more than the margin.
    private static TablePopulation AtShare(double share, bool heavy)
    {
        TablePopulation population = Population(0, heavy);
        return population with { Mean = Margin - population.Above(share) };
    }

    // Claims that ask different questions of the same tables are judged together. A prediction is wrong when one more table, drawn from the same
    // population, contradicts it.
    private static Situation Hierarchical(string world, TablePopulation population, int runs, params ClaimSpec[] claims) => new(
        "practically_better",
        [.. claims.Select(claim => $"{Asked(claim)}, {world}")],
        random =>
        {
            TableFigure[] tables = population.Draw(random, Tables);
            Ruling next = population.Draw(random) > Margin ? Ruling.Holds : Ruling.DoesNotHold;
            IReadOnlyList<Finding> findings = ClaimKinds.FindAcrossTables("practically_better")!.Judge([.. claims.Select(claim => new TablesEvidence(claim, tables, []))]);
            return [.. findings.Zip(claims, (finding, claim) => new SimulatedVerdict(finding.Ruling, claim.Asks == TablesQuestion.NextTable ? next : null))];
        })
    {
        Runs = runs,
        QuickRuns = 8,
    };

    private static string Asked(ClaimSpec claim) => claim.Asks switch
    {
        TablesQuestion.Mean => "`asks: mean`",
        TablesQuestion.NextTable => "`asks: next_table`",
        _ => FormattableString.Invariant($"`asks: share` of {100 * claim.Share:0} %"),
    };

    private static ClaimSpec Mean => Claim("practically_better");

    private static ClaimSpec NextTable => Claim("practically_better") with { Asks = TablesQuestion.NextTable };

    private static ClaimSpec Share(double share) => Claim("practically_better") with { Asks = TablesQuestion.Share, Share = share };

    private static Ruling Judge(Random random, ClaimSpec claim, TablePopulation population) =>
        Judge(claim, population.Draw(random, Tables), []);

    private static Ruling Judge(Random random, ClaimSpec claim, TablePopulation population, TablePopulation other) =>
        Judge(claim, population.Draw(random, TablesOfSlice), other.Draw(random, TablesOfSlice));

    private static Ruling Judge(ClaimSpec claim, TableFigure[] tables, TableFigure[] others) =>
        ClaimKinds.FindAcrossTables(claim.Kind)!.Judge([new TablesEvidence(claim, tables, others)])[0].Ruling;

    private static ClaimSpec Claim(string kind) => new() { Id = "simulated", Says = "It is simulated.", Kind = kind, Model = "model", Against = "other", Metric = new MetricReference("score") };
}
