using FrameworkBench.Claims;
using FrameworkBench.Claims.Register;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Claims;
using FrameworkBench.Pages.Ledger;
using FrameworkBench.Pages.Markdown;
using FrameworkBench.Pages.Sections;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Tests.Samples;

namespace FrameworkBench.Tests.Results;

public sealed class ClaimVerdictsTests
{
    [Fact]
    public void The_engines_together_give_the_verdict_of_a_claim()
    {
        ClaimVerdicts claim = Judged([Ruling.DoesNotHold, Ruling.Inconclusive, Ruling.NotJudged], together: Ruling.Holds);

        Assert.Equal(Ruling.Holds, claim.Overall);
        Assert.Equal(["engine-0"], claim.Contradicting.Select(verdict => verdict.Engine));
    }

    [Fact]
    public void The_only_engine_that_could_judge_a_claim_gives_its_verdict()
    {
        Assert.Equal(Ruling.DoesNotHold, Judged([Ruling.NotJudged, Ruling.DoesNotHold]).Overall);
        Assert.Equal(Ruling.NotJudged, Judged([Ruling.NotJudged]).Overall);
        Assert.Empty(Judged([Ruling.NotJudged, Ruling.DoesNotHold]).Contradicting);
    }

    [Fact]
    public void An_engine_contradicts_no_claim_that_is_inconclusive() =>
        Assert.Empty(Judged([Ruling.Holds, Ruling.DoesNotHold], together: Ruling.Inconclusive).Contradicting);

    [Fact]
    public void Claims_are_counted_once_by_their_verdict_and_those_by_construction_apart()
    {
        ClaimVerdicts[] claims =
        [
            Judged([Ruling.Holds, Ruling.Inconclusive], Ruling.Holds), Judged([Ruling.DoesNotHold]),
            Judged([Ruling.Holds, Ruling.DoesNotHold], Ruling.DoesNotHold),
            Judged([Ruling.Inconclusive]), Judged([Ruling.ByConstruction, Ruling.ByConstruction], Ruling.ByConstruction),
            Judged([Ruling.NotJudged]),
        ];

        var tally = ClaimTally.Of(claims);

        Assert.Equal(new ClaimTally(6, Hold: 1, DoNotHold: 2, Undecided: 1, ByConstruction: 1, NotJudged: 1, Contradicted: 1), tally);
        Assert.Equal("6 claims: 1 holds, 2 do not, 1 is inconclusive, 1 is true by construction, 1 is not judged", TallyWords.Of(tally));
        Assert.Equal("3 claims: none holds, 3 do not", TallyWords.Of(new ClaimTally(3, 0, 3, 0, 0, 0, 0)));
    }

    [Fact]
    public void A_ledger_says_how_many_verdicts_chance_may_have_made()
    {
        ClaimVerdicts[] claims =
        [
            Judged([Ruling.Holds], pValue: 0.001), Judged([Ruling.DoesNotHold], pValue: 0.02), Judged([Ruling.Holds], pValue: 0.045),
            Judged([Ruling.Inconclusive], pValue: 0.6), Judged([Ruling.Inconclusive], pValue: 0.9), Judged([Ruling.ByConstruction]),
        ];

        var errors = LedgerErrors.Of(claims);

        // The adjusted p values are 0.005, 0.05 and 0.075 of the first three.
        Assert.Equal((5, 2, 1, 1), (errors.Tested, errors.Surviving.Count, errors.Lost.Count, errors.ExpectedWrong));
        Assert.Equal(
            "Each test has an error rate of 5 %: if every claim lay exactly at its threshold, about 0 of 5 claims would get a wrong "
                + "verdict by chance. "
                + "Controlling the false discovery rate at 5 % (Benjamini and Hochberg) keeps 2 verdicts of *holds* or *does not hold*, "
                + "of which at most 1 is expected to be wrong. "
                + $"It drops 1 verdict: `{claims[2].Experiment.Name}/{claims[2].Claim.Id}`.",
            ErrorWords.Of(errors));
    }

    [Fact]
    public void A_page_begins_with_what_does_not_hold_and_what_an_engine_contradicts()
    {
        var page = new MarkdownDocument();

        VerdictAnswer.Write(page, Results(
            ["scratch", "sklearn", Verdict.AllEngines],
            [Ruling.DoesNotHold, Ruling.DoesNotHold, Ruling.DoesNotHold], [Ruling.Holds, Ruling.DoesNotHold, Ruling.Holds],
            [Ruling.Holds, Ruling.NotJudged]));

        Assert.Equal(
            "**3 claims: 2 hold, 1 does not.** Judged on scratch and sklearn.\n\n"
                + "- ❌ *Claim 1.* Found on all engines: this.\n- ⚖️ *Claim 2.* It holds over all engines, but sklearn alone contradicts "
                + "that.\n",
            page.ToString());
    }

    [Fact]
    public void A_page_says_how_many_engines_could_judge_a_claim_where_some_could_not()
    {
        var page = new MarkdownDocument();

        VerdictAnswer.Write(page, Results(
            ["scratch", "sklearn", "mlnet", Verdict.AllEngines],
            [Ruling.DoesNotHold, Ruling.DoesNotHold, Ruling.NotJudged, Ruling.DoesNotHold],
            [Ruling.Holds, Ruling.DoesNotHold, Ruling.NotJudged, Ruling.Holds]));

        Assert.EndsWith(
            "- ❌ *Claim 1.* Found on all 2 engines that could judge it: this.\n"
                + "- ⚖️ *Claim 2.* It holds over all 2 engines that could judge it, but sklearn alone contradicts that.\n",
            page.ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_says_how_many_claims_are_exploratory_and_why_besides_those_that_need_no_evidence()
    {
        ExperimentResults results =
            Results(
                ["scratch"], [Ruling.Holds], [Ruling.Holds], [Ruling.Inconclusive], [Ruling.DoesNotHold], [Ruling.ByConstruction],
                [Ruling.NotJudged]);
        Registration[] registrations =
            [Registration.AfterResults, Registration.Registered, Registration.AfterResults, Registration.Changed, Registration.NotFrozen,
                Registration.NotFrozen];
        results = results with
        {
            Verdicts = [.. results.Verdicts.Zip(registrations, (verdict, registration) => verdict with { Registration = registration })],
        };

        Assert.Equal(
            "3 of 4 claims are *exploratory*: 2 frozen after results, 1 changed since frozen. "
            + "An exploratory verdict may fit data that was seen before. To test it, freeze the claim and run it with fresh seeds and "
            + "splits.",
            RegistrationSummary.Of(ClaimVerdicts.Of(results)));
        Assert.Equal(
            ["✅\u00A0holds, *exploratory*", "✅\u00A0holds", "❔\u00A0inconclusive, *exploratory*",
                "❌\u00A0does\u00A0not\u00A0hold, *exploratory*"],
            results.Verdicts.Take(4).Select(VerdictWords.Mark));
        Assert.All(
            results.Verdicts.Skip(4), verdict => Assert.Equal(VerdictWords.Mark(verdict.Finding.Ruling), VerdictWords.Mark(verdict)));
    }

    [Theory]
    [InlineData(9, 9, null)]
    [InlineData(12, 9, "- 4 more do not hold; see the claims below.")]
    public void Of_many_refuted_claims_a_page_names_the_first_ones(int refuted, int lines, string? last)
    {
        var page = new MarkdownDocument();

        VerdictAnswer.Write(page, Results(["scratch"], [.. Enumerable.Repeat<Ruling[]>([Ruling.DoesNotHold], refuted)]));

        string[] list = [.. page.ToString().Split('\n').Where(line => line.StartsWith("- ", StringComparison.Ordinal))];
        Assert.Equal(lines, list.Length);
        Assert.Equal(last ?? "- ❌ *Claim 9.* Found on scratch: this.", list[^1]);
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
                   select new Verdict(experiment.Name, claim, "gate", judged.First, new Finding(judged.Second, "this"))
                   {
                       Registration = Registration.Registered,
                   },
            ],
            []);
    }

    private static ClaimVerdicts Judged(Ruling[] rulings, Ruling? together = null, double? pValue = null)
    {
        Experiment experiment = SampleRun.Make().Experiments[0];
        ClaimSpec claim = experiment.Claims[0];
        return new ClaimVerdicts(experiment, claim, null, [.. rulings.Select((ruling, engine) => Of($"engine-{engine}", ruling))])
        {
            Together = together is { } whole ? Of(Verdict.AllEngines, whole) : null,
        };

        Verdict Of(string engine, Ruling ruling) => new(experiment.Name, claim, "gate", engine, new Finding(ruling, "", PValue: pValue));
    }
}
