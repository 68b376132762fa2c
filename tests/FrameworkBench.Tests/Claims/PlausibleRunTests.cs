using FrameworkBench.Claims;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Claims;

namespace FrameworkBench.Tests.Claims;

public sealed class PlausibleRunTests
{
    private static readonly ClaimSpec Claim = new()
    {
        Id = "claim",
        Says = "the document prints it",
        Kind = "plausible_run",
        Model = "net",
        Metric = new MetricReference("loss", 0),
        Printed = [new(new MetricReference("loss", 0), 1.1), new(new MetricReference("loss", 100), 0.5)],
    };

    [Fact]
    public void A_run_that_lies_among_the_others_is_plausible_although_it_is_far_from_their_mean()
    {
        Finding finding = Judge(Claim, 40, start => start - 0.6);

        Assert.Equal(Ruling.Holds, finding.Ruling);
        Assert.InRange(finding.PValue!.Value, 0.05, 1);
    }

    [Fact]
    public void Figures_that_are_each_ordinary_and_together_never_seen_are_no_run()
    {
        // Every run ends 0.9 below its start; the printed one ends 0.6 below, at a value that other runs have.
        Finding finding = Judge(Claim, 40, start => start - 0.9);

        Assert.Equal(Ruling.DoesNotHold, finding.Ruling);
        Assert.StartsWith(
            "0 of 40 runs of “net” lie as far from the others as the 2 printed figures: p = 0.024, squared Mahalanobis distance ",
            finding.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_handful_of_runs_proves_nothing()
    {
        Finding finding = Judge(Claim, 38, start => start - 0.9);

        Assert.Equal(Ruling.Inconclusive, finding.Ruling);
        Assert.EndsWith("; a verdict needs at least 39 runs", finding.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void Printed_figures_are_read_with_their_metrics()
    {
        Experiment experiment = new ExperimentLoader(Experiments.TestVocabulary.Real).Parse(
            "run.yaml",
            """
            dataset: wine
            models: {net: {kind: network, hidden: [4], train: {epochs: 10}}}
            claims:
              - {id: a, says: It prints this., kind: plausible_run, model: net, printed: [{metric: loss@0, value: 1}, {metric: accuracy, value: 0.9}]}
            """);

        ClaimSpec claim = Assert.Single(experiment.Claims);
        Assert.Equal(new MetricReference("loss", 0), claim.Metric);
        Assert.Equal([new(new MetricReference("loss", 0), 1), new(new MetricReference("accuracy"), 0.9)], claim.Printed);
    }

    [Theory]
    [InlineData(
        "[{metric: loss@10, value: 1}]",
        "run.yaml:4: claims[0].printed[0].metric: epoch 10 is beyond the model's 10; epochs count from 0, so the last is 9")]
    [InlineData("[{metric: accuracy}]", "run.yaml:4: claims[0].printed[0]: 'value' is missing; give what the document prints")]
    [InlineData(
        "[{metric: accuracy, value: 1}, {metric: accuracy, value: 0.9}]",
        "run.yaml:4: claims[0].printed[1].metric: duplicate metric 'accuracy'")]
    public void What_is_wrong_with_a_printed_figure_is_said_at_its_line(string printed, string message)
    {
        string yaml = "dataset: wine\nmodels: {net: {kind: network, hidden: [4], train: {epochs: 10}}}\nclaims:\n  - {id: a, "
            + $"says: It prints this., kind: plausible_run, model: net, printed: {printed}}}\n";

        Assert.Equal(
            message,
            Assert.Throws<ExperimentException>(
                () => new ExperimentLoader(Experiments.TestVocabulary.Real).Parse("run.yaml", yaml)).Message);
    }

    [Fact]
    public void Engines_that_run_alike_count_as_one()
    {
        var one = Enumerable.Range(0, 50).Select(seed => new Observation(0, seed, Math.Sin(seed * 12.9898), "a")).ToList();
        var two = one.Concat(one.Select(run => run with { Engine = "b" })).ToList();
        ClaimSpec claim = Claim with { Printed = [new PrintedFigure(Claim.Printed[0].Metric, 2)] };

        Finding alone = Judge(one), together = Judge(two);
        Assert.Equal((Ruling.DoesNotHold, 2 / 51.0), (alone.Ruling, alone.PValue!.Value));
        Assert.Equal((alone.Ruling, alone.PValue), (together.Ruling, together.PValue));
        Assert.Contains("; runs of one seed by several engines count as one, 50 in all", together.Evidence, StringComparison.Ordinal);

        Finding Judge(List<Observation> runs) =>
            ClaimKinds.Find(claim.Kind).Judge(new ClaimEvidence(claim, runs, [], false, 0.25) { Printed = [runs] });
    }

    private static Finding Judge(ClaimSpec claim, int runs, Func<double, double> end)
    {
        double[] starts = [.. Enumerable.Range(0, runs).Select(seed => 1.1 + (0.3 * Math.Sin(seed * 12.9898)))];
        var first = starts.Select((start, seed) => new Observation(0, seed, start)).ToList();
        var last = starts.Select((start, seed) => new Observation(0, seed, end(start) + (0.01 * Math.Sin(seed * 78.233)))).ToList();
        return ClaimKinds.Find(claim.Kind).Judge(new ClaimEvidence(claim, first, [], false, 0.25) { Printed = [first, last] });
    }
}
