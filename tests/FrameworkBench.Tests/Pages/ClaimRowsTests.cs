using FrameworkBench.Claims;
using FrameworkBench.Claims.Register;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Claims;
using FrameworkBench.Pages.Markdown;
using FrameworkBench.Pages.Sections;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Tests.Samples;

namespace FrameworkBench.Tests.Pages;

public sealed class ClaimRowsTests
{
    private static readonly Finding Holds = new(Ruling.Holds, "seen"), NoGelu = Finding.NotJudged("no gelu"),
    NoCurve = Finding.NotJudged("no curve"), Unplanned = Finding.NotJudged("not planned");

    [Fact]
    public void What_an_engine_could_not_judge_is_reported_once_by_the_numbers_of_the_claims()
    {
        string[] rows = Rows(
            ("scratch", [Holds, Holds, Holds, Holds, Holds, Holds]),
            ("sklearn", [NoCurve, Holds, NoCurve, NoCurve, NoCurve, NoGelu]),
            ("pytorch", [Holds, NoGelu, NoCurve, Holds, NoCurve, NoCurve]),
            ("xgboost", [Unplanned, Unplanned, Unplanned, Unplanned, Unplanned, Unplanned]),
            ("mlnet", [Unplanned, Unplanned, Unplanned, Unplanned, Unplanned, Unplanned]));

        Assert.Equal(
            [
                "1. a;scratch;seen;holds", ";pytorch;seen;holds",
                "2. b;scratch;seen;holds", ";sklearn;seen;holds",
                "3. c;scratch;seen;holds",
                "4. d;scratch;seen;holds", ";pytorch;seen;holds",
                "5. e;scratch;seen;holds",
                "6. f;scratch;seen;holds",
                "*claims 1, 3 to 5*;sklearn;no curve;not judged",
                "*all claims*;xgboost, mlnet;not planned;not judged",
                "*claim 2*;pytorch;no gelu;not judged",
                "*claims 3, 5, 6*;pytorch;no curve;not judged",
                "*claim 6*;sklearn;no gelu;not judged",
            ],
            rows);
    }

    [Fact]
    public void Claims_that_no_engine_judged_share_a_row()
    {
        string[] rows = Rows(("scratch", [NoGelu, Holds, NoGelu]), ("sklearn", [NoCurve, NoCurve, NoCurve]));

        Assert.Equal(
            ["2. b;scratch;seen;holds", "1. a<br>3. c;;not judged by any engine;not judged", "*claims 1, 3*;scratch;no gelu;not judged",
                "*all claims*;sklearn;no curve;not judged"],
            rows);
    }

    [Fact]
    public void A_claim_alone_has_no_number() =>
        Assert.Equal(
            ["a;scratch;seen;holds", "*this claim*;sklearn;no curve;not judged"], Rows(("scratch", [Holds]), ("sklearn", [NoCurve])));

    private static string[] Rows(params (string Engine, Finding[] Findings)[] engines)
    {
        Experiment experiment = SampleRun.Make().Experiments[0];
        ClaimVerdicts[] claims =
        [
            .. Enumerable.Range(0, engines[0].Findings.Length).Select(i =>
            {
                ClaimSpec claim = experiment.Claims[0] with { Says = $"{(char)('a' + i)}" };
                return new ClaimVerdicts(
                    experiment, claim, "gate",
                    [.. engines.Select(engine => new Verdict(experiment.Name, claim, "gate", engine.Engine, engine.Findings[i])
                {
                    Registration = Registration.Registered,
                })]);
            }),
        ];
        var table = new MarkdownTable("claim", "engine", "evidence", "verdict");
        ClaimRows.Write(table, claims, claim => [claim.Claim.Says]);
        return
        [
            .. table.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2)
                .Select(line => string.Join(';', line.Split('|')[1..^1].Select(cell => cell.Trim()))
                    .Replace("✅\u00A0", "", StringComparison.Ordinal).Replace("–\u00A0not\u00A0", "not ", StringComparison.Ordinal)),
        ];
    }
}
