using FrameworkBench.Claims;
using FrameworkBench.Experiments;
using FrameworkBench.Reporting.Markdown;
using FrameworkBench.Reporting.Pages;
using FrameworkBench.Reporting.Summaries;
using FrameworkBench.Reporting.Wording;

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
        Assert.Equal(expected, Together(rulings).Overall);
    }

    [Fact]
    public void Claims_that_engines_decide_differently_are_not_counted_as_undecided()
    {
        ClaimVerdicts[] claims =
        [
            Together(Ruling.Holds, Ruling.Inconclusive), Together(Ruling.DoesNotHold), Together(Ruling.Holds, Ruling.DoesNotHold), Together(Ruling.Inconclusive), Together(Ruling.Inconclusive, Ruling.NotJudged),
            Together(Ruling.NotJudged),
        ];

        ClaimTally tally = ClaimTally.Of(claims);

        Assert.Equal(new ClaimTally(6, Hold: 1, DoNotHold: 1, Undecided: 2, Disputed: 1, NotJudged: 1), tally);
        Assert.Equal(
            "6 claims: 1 holds by every engine that decides, 1 does not, 2 are undecided, 1 is decided differently by different engines, 1 is not judged",
            TallyWords.Of(tally, engines: 2));
        Assert.Equal("3 claims: none holds, 3 do not", TallyWords.Of(new ClaimTally(3, 0, 3, 0, 0, 0), engines: 2));
        Assert.Equal("2 claims: 2 hold", TallyWords.Of(new ClaimTally(2, 2, 0, 0, 0, 0), engines: 1));
    }

    [Fact]
    public void A_page_begins_with_what_does_not_hold_and_where_engines_differ()
    {
        var page = new MarkdownDocument();

        VerdictAnswer.Write(page, Results(["scratch", "sklearn"], [Ruling.DoesNotHold, Ruling.DoesNotHold], [Ruling.Holds, Ruling.DoesNotHold], [Ruling.Holds, Ruling.NotJudged]));

        Assert.Equal(
            "**3 claims: 1 holds by every engine that decides, 1 does not, 1 is decided differently by different engines.** Judged by scratch and sklearn.\n\n"
                + "- ❌ *Claim 1.* Seen by scratch: this.\n- ⚖️ *Claim 2.* It holds by scratch, not by sklearn.\n",
            page.ToString());
    }

    [Theory]
    [InlineData(4, 4, null)]
    [InlineData(6, 4, "- 3 more do not hold; see the claims below.")]
    public void Of_many_refuted_claims_a_page_names_the_first_ones(int refuted, int lines, string? last)
    {
        var page = new MarkdownDocument();

        VerdictAnswer.Write(page, Results(["scratch"], [.. Enumerable.Repeat<Ruling[]>([Ruling.DoesNotHold], refuted)]));

        string[] list = [.. page.ToString().Split('\n').Where(line => line.StartsWith("- ", StringComparison.Ordinal))];
        Assert.Equal(lines, list.Length);
        Assert.Equal(last ?? "- ❌ *Claim 4.* Seen by scratch: this.", list[^1]);
    }

    private static ExperimentResults Results(string[] engines, params Ruling[][] claims)
    {
        Experiment experiment = SampleRun.Make().Experiments[0];
        return new ExperimentResults(
            experiment, [],
            [
                .. from number in Enumerable.Range(1, claims.Length)
                   let claim = experiment.Claims[0] with { Id = $"claim-{number}", Says = $"Claim {number}." }
                   from judged in engines.Zip(claims[number - 1])
                   select new Verdict(experiment.Name, claim, "gate", judged.First, new Finding(judged.Second, "this")),
            ],
            []);
    }

    private static ClaimVerdicts Together(params Ruling[] rulings)
    {
        Experiment experiment = SampleRun.Make().Experiments[0];
        ClaimSpec claim = experiment.Claims[0];
        return new ClaimVerdicts(experiment, claim, null, [.. rulings.Select((ruling, engine) => new Verdict(experiment.Name, claim, "gate", $"engine-{engine}", new Finding(ruling, "")))]);
    }
}
