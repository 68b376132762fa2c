using FrameworkBench.Experiments;
using FrameworkBench.Reporting;
using FrameworkBench.Scoring;

namespace FrameworkBench.Tests.Reporting;

public sealed class ScoreSectionTests
{
    [Fact]
    public void Figures_that_span_powers_of_ten_are_drawn_as_boxes_of_all_trials() =>
        Assert.Contains("A box holds the middle half of the trials.", Picture(seed => Math.Pow(10, -seed)), StringComparison.Ordinal);

    [Theory]
    [InlineData(0.01)]
    [InlineData(-0.01)]
    public void Figures_that_lie_together_or_reach_zero_are_drawn_as_means(double step) =>
        Assert.DoesNotContain("A box holds", Picture(seed => 0.05 + (step * seed)), StringComparison.Ordinal);

    private static string Picture(Func<long, double> figure)
    {
        RunResult run = SampleRun.Make();
        Experiment gate = run.Experiments[0];
        Experiment measured = gate with { Report = gate.Report with { Metric = new MetricReference("gradient_error") } };
        TrialResult[] results =
        [
            .. run.Results.Where(result => result.Trial.Experiment == gate).Select(result => result with
            {
                Trial = result.Trial with { Experiment = measured },
                Outcome = result.Outcome with { Measures = new Dictionary<string, double>(StringComparer.Ordinal) { ["gradient_error"] = figure(result.Trial.Seed) } },
            }),
        ];
        return ResultsWriter.Make(run with { Experiments = [measured], Results = results, Verdicts = [] }).Single(file => file.Path == "charts/gate-scores.svg").Text;
    }
}
