using FrameworkBench.Claims;
using FrameworkBench.Experiments;
using FrameworkBench.Reporting.Summaries;

namespace FrameworkBench.Tests.Reporting;

public sealed class ClaimVerdictsTests
{
    [Theory]
    [InlineData(Ruling.Holds, new[] { Ruling.Holds, Ruling.Inconclusive, Ruling.NotJudged })]
    [InlineData(Ruling.DoesNotHold, new[] { Ruling.Inconclusive, Ruling.DoesNotHold })]
    [InlineData(Ruling.Inconclusive, new[] { Ruling.Holds, Ruling.DoesNotHold })]
    [InlineData(Ruling.Inconclusive, new[] { Ruling.Inconclusive, Ruling.NotJudged })]
    [InlineData(Ruling.NotJudged, new[] { Ruling.NotJudged, Ruling.NotJudged })]
    public void Engines_that_decide_settle_a_claim_together(Ruling expected, Ruling[] rulings)
    {
        Experiment experiment = SampleRun.Make().Experiments[0];
        ClaimSpec claim = experiment.Claims[0];
        var together = new ClaimVerdicts(experiment, claim, null, [.. rulings.Select((ruling, engine) => new Verdict(experiment.Name, claim, "gate", $"engine-{engine}", new Finding(ruling, "")))]);

        Assert.Equal(expected, together.Overall);
    }
}
