using FrameworkBench.Claims;
using FrameworkBench.Experiments;

namespace FrameworkBench.Simulations;

/// <summary>Claims that are judged by the trials on one table.</summary>
internal static class TrialSituations
{
    /// <summary>The margin and least effect of interest: one percentage point of accuracy.</summary>
    internal const double Margin = 0.01;

    private const double Value = 0.9;

    /// <summary>Ten splits with five seeds each.</summary>
    internal static AdditiveModel Folds { get; } = new(Splits: 10, Seeds: 5);

    private static AdditiveModel OneSplit(int seeds) => new(Splits: 1, Seeds: seeds) { SplitDeviation = 0 };

    internal static IEnumerable<Situation> All =>
    [
        new("beats", "no lead, 10 splits × 5 seeds", random => new(Lead(random, Folds, 0, "beats", null))),
        new("beats", "a lead of exactly the margin, 10 splits × 5 seeds", random => new(Lead(random, Folds, Margin, "beats", Margin))),
        new("beats", "no lead, 10 splits × 1 seed", random => new(Lead(random, Folds with { Seeds = 1 }, 0, "beats", null))),
        new("beats", "no lead, 3 engines on 10 splits × 5 seeds", random => new(Lead(random, Folds with { Engines = 3 }, 0, "beats", null))),
        new("beats", "no lead on this split, 1 split × 20 seeds", random => new(Lead(random, OneSplit(20), 0, "beats", null))),
        new("beats", "no lead on other splits, 1 split × 20 seeds", random => new(Lead(random, OneSplit(20) with { SplitDeviation = 0.01 }, 0, "beats", null))) { Bound = 1 },
        new("equivalent", "a difference of exactly the margin of 0.02, 10 splits × 5 seeds", random => new(Lead(random, Folds, 2 * Margin, "equivalent", 2 * Margin))) { Bound = 0.06 },
        new("at_least", "a mean of exactly the value, 10 splits × 5 seeds", random => new(Mean(random, Folds, Value, "at_least"))),
        new("at_most", "a mean of exactly the value, 10 splits × 5 seeds", random => new(Mean(random, Folds, Value, "at_most"))),
        new("within", "a mean at the end of ± 0.03, 10 splits × 5 seeds", random => new(Mean(random, Folds, Value + (3 * Margin), "within", 3 * Margin))),
        .. from kind in new[] { "reaches", "never_reaches" }
           from seeds in new[] { 20, 100 }
           select new Situation(kind, $"a share of exactly 80 % on this split, 1 split × {seeds} seeds", random => new(Share(random, OneSplit(seeds), 0.8, kind))),
        new("reaches", "a share of exactly 80 % of other splits too, 10 splits × 5 seeds", random => new(Share(random, Folds, 0.8, "reaches"))),
        new("never_reaches", "a share of exactly 80 % of other splits too, 10 splits × 5 seeds", random => new(Share(random, Folds, 0.8, "never_reaches"))),
        new("plausible_run", "5 figures of one run of the code, 100 runs", random => new(PlausibleRun(random), Ruling.Holds)) { Bound = 0.07 },
    ];

    /// <summary>What each kind can see.</summary>
    internal static IEnumerable<Detection> Detections =>
    [
        new("beats", "10 splits × 5 seeds", "lead over the margin", (random, effect) => Lead(random, Folds, Margin + effect, "beats", Margin)),
        new("beats", "10 splits × 1 seed", "lead over the margin", (random, effect) => Lead(random, Folds with { Seeds = 1 }, Margin + effect, "beats", Margin)),
        new("beats", "3 engines on 10 splits × 5 seeds", "lead over the margin", (random, effect) => Lead(random, Folds with { Engines = 3 }, Margin + effect, "beats", Margin)),
        new("at_least", "10 splits × 5 seeds", "mean over the value", (random, effect) => Mean(random, Folds, Value + effect, "at_least")),
        new("at_most", "10 splits × 5 seeds", "mean below the value", (random, effect) => Mean(random, Folds, Value - effect, "at_most")),
        new("within", "10 splits × 5 seeds, the mean at the value", "margin", (random, effect) => Mean(random, Folds, Value, "within", effect)),
        new("equivalent", "10 splits × 5 seeds, no difference", "margin", (random, effect) => Lead(random, Folds, 0, "equivalent", effect)),
        new("reaches", "1 split × 100 seeds, of 80 %", "share over 80 %", (random, effect) => Share(random, OneSplit(100), Math.Min(1, 0.8 + effect), "reaches")),
        new("never_reaches", "1 split × 100 seeds, of 80 %", "share over 80 %", (random, effect) => Share(random, OneSplit(100), Math.Min(1, 0.8 + effect), "never_reaches")),
    ];

    /// <summary>Judges a lead of one model over another.</summary>
    internal static Ruling Lead(Random random, AdditiveModel model, double lead, string kind, double? margin) => LeadFinding(random, model, lead, kind, margin).Ruling;

    /// <summary>What is found of a lead of one model over another.</summary>
    internal static Finding LeadFinding(Random random, AdditiveModel model, double lead, string kind, double? margin)
    {
        List<Observation> own = model.Draw(random, lead);
        var evidence = new ClaimEvidence(Claim(kind) with { Against = "other", Margin = margin }, own, [.. own.Select(trial => trial with { Figure = 0 })], HigherIsBetter: true, model.TestTrainRatio);
        return ClaimKinds.Find(kind).Judge(evidence);
    }

    private static Ruling Mean(Random random, AdditiveModel model, double mean, string kind, double? margin = null)
    {
        ClaimSpec claim = Claim(kind) with { Value = Value, Margin = margin };
        return ClaimKinds.Find(kind).Judge(new ClaimEvidence(claim, model.Draw(random, mean), [], HigherIsBetter: true, model.TestTrainRatio)).Ruling;
    }

    // A trial reaches 0 when mean, split and seed together do; the mean makes this happen to the share of all trials.
    private static Ruling Share(Random random, AdditiveModel model, double share, string kind)
    {
        double deviation = Math.Sqrt(Math.Pow(model.SplitDeviation, 2) + Math.Pow(model.SeedDeviation, 2));
        double mean = share >= 1 ? 1 : deviation * MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, share);
        ClaimSpec claim = Claim(kind) with { Value = 0, Share = 0.8 };
        return ClaimKinds.Find(kind).Judge(new ClaimEvidence(claim, model.Draw(random, kind == "reaches" ? mean : -mean), [], HigherIsBetter: true, model.TestTrainRatio)).Ruling;
    }

    // Five figures of a run that go together, as losses of five epochs do.
    private static Ruling PlausibleRun(Random random)
    {
        const int Runs = 100, FiguresOfRun = 5;
        double[][] runs = [.. Enumerable.Range(0, Runs + 1).Select(_ => RunOf(random, FiguresOfRun))];
        ClaimSpec claim = Claim("plausible_run") with { Printed = [.. runs[^1].Select((figure, epoch) => new PrintedFigure(new MetricReference("loss", epoch), figure))] };
        var evidence = new ClaimEvidence(claim, [], [], HigherIsBetter: false, Folds.TestTrainRatio)
        {
            Printed = [.. Enumerable.Range(0, FiguresOfRun).Select(figure => runs[..^1].Select((run, seed) => new Observation(0, seed, run[figure])).ToArray())],
        };
        return ClaimKinds.Find("plausible_run").Judge(evidence).Ruling;
    }

    private static double[] RunOf(Random random, int figures)
    {
        double common = MathNet.Numerics.Distributions.Normal.Sample(random, 0, 1);
        return [.. Enumerable.Range(0, figures).Select(_ => common + MathNet.Numerics.Distributions.Normal.Sample(random, 0, 1))];
    }

    private static ClaimSpec Claim(string kind) => new() { Id = "simulated", Says = "It is simulated.", Kind = kind, Model = "model", Metric = new MetricReference("accuracy") };
}
