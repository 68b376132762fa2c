using FrameworkBench.Experiments.Claims;
using FrameworkBench.Statistics;
using FrameworkBench.Wording;

namespace FrameworkBench.Claims.Kinds;

/// <summary>
/// The figures that a document prints could be those of one run of the model: among the runs they are not one of the strangest. One run is
/// held against other runs, and not against their mean, around which runs lie at random.
/// </summary>
internal sealed class PlausibleRun : IClaimKind
{
    public string Name => "plausible_run";

    public ClaimTerm Term { get; } = new(["model", "printed"], ["confidence", "dataset"]);

    public Finding Judge(ClaimEvidence evidence)
    {
        IReadOnlyList<PrintedFigure> printed = evidence.Claim.Printed;
        double[][] runs = Runs(evidence.Printed);
        if (runs.Length == 0)
            return Finding.NotJudged(evidence.WhyNoFigure);

        var found = OutlyingPoint.Of(runs, [.. printed.Select(figure => figure.Value)]);
        int independent = IndependentRuns(evidence.Printed);
        double p = (1 + ((double)found.AsFar * independent / runs.Length)) / (independent + 1);
        double least = (1 - evidence.Claim.Confidence) / 2; // what an interval of that confidence leaves on one side
        Ruling ruling = 1.0 / (independent + 1) > least ? Ruling.Inconclusive : p <= least ? Ruling.DoesNotHold : Ruling.Holds;
        int without = evidence.Printed[0].Count - runs.Length;
        string sentence = $"{found.AsFar} of {Counting.Of(runs.Length, "run")} of {evidence.ModelTitle.Quoted()} "
            + $"{(found.AsFar == 1 ? "lies" : "lie")} as far from the others as "
            + $"{Titles(printed)}: p {Figures.PValue(p)}, "
            + $"squared Mahalanobis distance {Distance(found.Distance)} (of the runs: up to {Distance(found.LargestOfRuns)})"
            + (independent < runs.Length ? $"; runs of one seed by several engines count as one, {independent} in all" : "")
            + (without > 0 ? $"; {Counting.Of(without, "run")} without the figures" : "")
            + (ruling == Ruling.Inconclusive ? $"; a verdict needs at least {Figures.Fixed(Math.Ceiling(1 / least) - 1, 0)} runs" : "");
        return new Finding(ruling, sentence, found.Distance, PValue: Math.Min(1, 2 * p));
    }

    // One row a trial that has all figures. Trials of several engines are all runs of the same code.
    private static double[][] Runs(IReadOnlyList<IReadOnlyList<Observation>> figures) =>
    [
        .. Enumerable.Range(0, figures[0].Count)
            .Where(trial => figures.All(figure => figure[trial].Figure is not null))
            .Select(trial => figures.Select(figure => figure[trial].Figure!.Value).ToArray()),
    ];

    // Engines that start alike run alike: trials of one split and seed count as one, which is the worst case.
    private static int IndependentRuns(IReadOnlyList<IReadOnlyList<Observation>> figures) =>
        figures[0].Where((_, trial) => figures.All(figure => figure[trial].Figure is not null))
            .Select(trial => (trial.Split, trial.Seed)).Distinct().Count();

    private static string Titles(IReadOnlyList<PrintedFigure> printed) => printed.Count == 1
        ? $"the printed {MetricWords.Title(printed[0].Metric)} of {Figures.Number(printed[0].Value)}"
        : $"the {printed.Count} printed figures";

    private static string Distance(double squared) => double.IsFinite(squared) ? Figures.Fixed(squared, squared < 10 ? 1 : 0) : "infinite";
}
