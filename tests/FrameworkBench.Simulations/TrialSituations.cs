using FrameworkBench.Claims;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Claims;

namespace FrameworkBench.Simulations;

/// <summary>Claims that are judged by the trials on one table.</summary>
internal static class TrialSituations
{
    /// <summary>The margin and least effect of interest: one percentage point of accuracy.</summary>
    internal const double Margin = 0.01;

    private const double Value = 0.9;

    /// <summary>Ten splits with five seeds each.</summary>
    internal static AdditiveModel Folds { get; } = new(Splits: 10, Seeds: 5);

    private static AdditiveModel OneSeed => Folds with { Seeds = 1 };

    private static AdditiveModel FiveFoldsTwice => Folds with { Folds = 5 };

    private static AdditiveModel ThreeEngines => Folds with { Engines = 3 };

    private static AdditiveModel OneSplit(int seeds) => new(Splits: 1, Seeds: seeds) { SplitDeviation = 0 };

    internal static IEnumerable<Situation> All =>
    [
        Beats("no lead, 10 splits × 5 seeds", Folds, 0, null),
        Beats("a lead of exactly the margin, 10 splits × 5 seeds", Folds, Margin, Margin),
        Beats("no lead, 5 folds twice × 5 seeds", FiveFoldsTwice, 0, null),
        Beats("no lead, 10 splits × 1 seed", OneSeed, 0, null),
        Beats("no lead, 3 engines on 10 splits × 5 seeds", ThreeEngines, 0, null),
        Beats("no lead on this split, 1 split × 20 seeds", OneSplit(20), 0, null),
        Beats("no lead on other splits, 1 split × 20 seeds", OneSplit(20) with { SplitDeviation = 0.01 }, 0, null) with { Bound = 1 },
        Situation.AtBoundary(
            "equivalent", "a difference of exactly the margin of 0.02, 10 splits × 5 seeds",
            random => Lead(random, Folds, 2 * Margin, "equivalent", 2 * Margin)),
        Situation.AtBoundary("at_least", "a mean of exactly the value, 10 splits × 5 seeds", random => Mean(random, Value, "at_least")),
        Situation.AtBoundary("at_most", "a mean of exactly the value, 10 splits × 5 seeds", random => Mean(random, Value, "at_most")),
        Situation.AtBoundary(
            "within", "a mean at the end of ± 0.03, 10 splits × 5 seeds",
            random => Mean(random, Value + (3 * Margin), "within", 3 * Margin)),
        .. from kind in new[] { "reaches", "never_reaches" }
           from seeds in new[] { 20, 100 }
           select Reaches(kind, $"on this split, 1 split × {seeds} seeds", OneSplit(seeds)),
        Reaches("reaches", "of other splits too, 10 splits × 5 seeds", Folds),
        Reaches("never_reaches", "of other splits too, 10 splits × 5 seeds", Folds),
        new("plausible_run", "5 figures of one run of the code, 100 runs", random => new(PlausibleRun(random), Ruling.Holds)),
    ];

    /// <summary>What each kind can see.</summary>
    internal static IEnumerable<Detection> Detections =>
    [
        BeatsBy("10 splits × 5 seeds", Folds),
        BeatsBy("5 folds twice × 5 seeds", FiveFoldsTwice),
        BeatsBy("10 splits × 1 seed", OneSeed),
        BeatsBy("3 engines on 10 splits × 5 seeds", ThreeEngines),
        new("at_least", "10 splits × 5 seeds", "mean over the value", (random, effect) => Mean(random, Value + effect, "at_least")),
        new("at_most", "10 splits × 5 seeds", "mean below the value", (random, effect) => Mean(random, Value - effect, "at_most")),
        new("within", "10 splits × 5 seeds, the mean at the value", "margin", (random, effect) => Mean(random, Value, "within", effect))
        {
            HasMargin = false,
        },
        new("equivalent", "10 splits × 5 seeds, no difference", "margin", (random, effect) => Lead(random, Folds, 0, "equivalent", effect))
        {
            HasMargin = false,
        },
        .. from kind in new[] { "reaches", "never_reaches" }
           select new Detection(
               kind, "1 split × 100 seeds, of 80 %", "share over 80 %",
               (random, effect) => Share(random, OneSplit(100), Math.Min(1, 0.8 + effect), kind)) { HasMargin = false },
    ];

    private static Situation Beats(string world, AdditiveModel model, double lead, double? margin) =>
        Situation.AtBoundary("beats", world, random => Lead(random, model, lead, "beats", margin));

    private static Situation Reaches(string kind, string world, AdditiveModel model) =>
        Situation.AtBoundary(kind, $"a share of exactly 80 % {world}", random => Share(random, model, 0.8, kind));

    private static Detection BeatsBy(string sizes, AdditiveModel model) =>
        new("beats", sizes, "lead over the margin", (random, effect) => Lead(random, model, Margin + effect, "beats", Margin));

    /// <summary>Judges a lead of one model over another.</summary>
    internal static Ruling Lead(Random random, AdditiveModel model, double lead, string kind, double? margin) =>
        LeadFinding(random, model, lead, kind, margin).Ruling;

    /// <summary>What is found of a lead of one model over another.</summary>
    internal static Finding LeadFinding(Random random, AdditiveModel model, double lead, string kind, double? margin)
    {
        List<Observation> own = model.Draw(random, lead);
        Observation[] other = [.. own.Select(trial => trial with { Figure = 0 })];
        return Judge(Claim(kind) with { Against = "other", Margin = margin }, own, other, model);
    }

    private static Ruling Mean(Random random, double mean, string kind, double? margin = null) =>
        Judge(Claim(kind) with { Value = Value, Margin = margin }, Folds.Draw(random, mean), [], Folds).Ruling;

    // A trial reaches 0 when mean, split and seed together do; the mean makes this happen to the share of all trials.
    private static Ruling Share(Random random, AdditiveModel model, double share, string kind)
    {
        double deviation = Math.Sqrt(Math.Pow(model.SplitDeviation, 2) + Math.Pow(model.SeedDeviation, 2));
        double mean = share >= 1 ? 1 : deviation * MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, share);
        ClaimSpec claim = Claim(kind) with { Value = 0, Share = 0.8 };
        return Judge(claim, model.Draw(random, kind == "reaches" ? mean : -mean), [], model).Ruling;
    }

    private static Finding Judge(
        ClaimSpec claim, IReadOnlyList<Observation> model, IReadOnlyList<Observation> against, AdditiveModel design) =>
        ClaimKinds.Find(claim.Kind).Judge(new ClaimEvidence(claim, model, against, HigherIsBetter: true, design.TestTrainRatio));

    // Five figures of a run that go together, as losses of five epochs do.
    private static Ruling PlausibleRun(Random random)
    {
        const int Runs = 100, FiguresOfRun = 5;
        double[][] runs = [.. Enumerable.Range(0, Runs + 1).Select(_ => RunOf(random, FiguresOfRun))];
        PrintedFigure[] printed = [.. runs[^1].Select((figure, epoch) => new PrintedFigure(new MetricReference("loss", epoch), figure))];
        ClaimSpec claim = Claim("plausible_run") with { Printed = printed };
        var evidence = new ClaimEvidence(claim, [], [], HigherIsBetter: false, Folds.TestTrainRatio)
        {
            Printed =
            [
                .. from figure in Enumerable.Range(0, FiguresOfRun)
                   select runs[..^1].Select((run, seed) => new Observation(0, seed, run[figure])).ToArray(),
            ],
        };
        return ClaimKinds.Find("plausible_run").Judge(evidence).Ruling;
    }

    private static double[] RunOf(Random random, int figures)
    {
        double common = MathNet.Numerics.Distributions.Normal.Sample(random, 0, 1);
        return [.. Enumerable.Range(0, figures).Select(_ => common + MathNet.Numerics.Distributions.Normal.Sample(random, 0, 1))];
    }

    private static ClaimSpec Claim(string kind) =>
        new() { Id = "simulated", Says = "It is simulated.", Kind = kind, Model = "model", Metric = new MetricReference("accuracy") };
}
