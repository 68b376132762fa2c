using System.Globalization;
using System.Text.RegularExpressions;
using FrameworkBench.Experiments;
using FrameworkBench.Pages;
using FrameworkBench.Results;
using FrameworkBench.Scoring;
using FrameworkBench.Tests.Samples;
using FrameworkBench.Trials.Searches;
using FrameworkBench.Writing;

namespace FrameworkBench.Tests.Pages;

public sealed partial class SuitePageTests
{
    private static readonly IReadOnlyList<ResultFile> Files = SampleSuite.Files;

    private static readonly string Page = Text(Files, "many/README.md");

    [Fact]
    public void Every_file_is_as_approved() =>
        ApprovedResults.Hold(
            [.. Files.Where(
                file => file.Path.StartsWith("many/", StringComparison.Ordinal) && Path.GetExtension(file.Path) is ".md" or ".svg" or ".csv"
                && file.Path is not ("many/scores.csv" or "many/times.csv" or "many/search.csv" or "many/search-times.csv"))],
                "approved-suite");

    [Fact]
    public void The_summary_repeats_the_answer_of_the_page_and_counts_its_claims()
    {
        string[] answer = [.. Page.Split('\n').SkipWhile(line => line != "## Answer").TakeWhile(line => line != "## All tables together")
            .Where(line => line.StartsWith("- ", StringComparison.Ordinal))];
        string[] summary = [.. Text(Files, "README.md").Split('\n').SkipWhile(line => !line.StartsWith("**[", StringComparison.Ordinal))
            .Where(line => line.StartsWith("- ", StringComparison.Ordinal))];

        Assert.Equal(
            ["**Who wins.**", "**How large, how certain.**", "**When it changes.**", "**What it depends on.**"],
            answer.Select(line => line[2..(line.IndexOf(".**", StringComparison.Ordinal) + 3)]));
        Assert.Equal(answer, summary[..4]);
        Assert.StartsWith("- **What the documents say.** 3 claims: ", summary[4], StringComparison.Ordinal);
    }

    [Fact]
    public void Times_change_the_page_of_costs_and_the_data_only()
    {
        var other = ResultsWriter.Make(SampleSuite.Make(slowness: 7)).ToDictionary(file => file.Path, file => file.Text);

        string[] changed = [.. Files.Where(file => other[file.Path] != file.Text).Select(file => file.Path)];

        Assert.Equal(["many/cost.md", "many/cost-pareto.svg", "many/times.csv", "many/search-times.csv"], changed);
    }

    [Fact]
    public void A_longer_time_leaves_every_ratio_of_times_as_it_is()
    {
        static string[] Ratios(string page) =>
            [.. page.Split('\n').SkipWhile(line => !line.Contains("Cost ratios", StringComparison.Ordinal))
                .TakeWhile(line => !line.StartsWith("## Score", StringComparison.Ordinal))];

        Assert.Equal(Ratios(Text(Files, "many/cost.md")), Ratios(Text(ResultsWriter.Make(SampleSuite.Make(slowness: 7)), "many/cost.md")));
    }

    [Fact]
    public void The_sections_come_in_the_order_of_the_argument()
    {
        string[] headings = [.. Page.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..])];

        Assert.Equal(
            ["Answer", "All tables together", "Pictures", "Every reasonable way to ask", "Calibration and other measures",
                "Table by table", "Where networks won", "Where a contestant falls below the baselines", "By size and kind", "Claims",
                "Failures and ranks", "Method", "Setup", "Threats to validity"],
            headings);
    }

    [Fact]
    public void Counts_of_the_pooled_table_are_those_of_the_data()
    {
        var rows = CsvRows.Of(Text(Files, "many/tables.csv")).Where(row => row["engine"] == "scratch" && row["comparison"] == "defaults")
            .ToList();
        int Ahead(Func<double, bool> side) => rows.Count(row => side(double.Parse(row["difference"], CultureInfo.InvariantCulture)));
        int Verdicts(string side) => rows.Count(row => row["verdict"] == side);

        string line = Page.Split('\n')
            .Single(
                line => line.StartsWith(
                    "| **defaults**: boosted trees, defaults − network, defaults | scratch |", StringComparison.Ordinal));

        Assert.Equal(SampleSuite.Tables, rows.Count);
        Assert.Contains(
            $"| {rows.Count} | {Ahead(lead => lead > 1e-12)}\u00A0:\u00A01\u00A0:\u00A0{Ahead(lead => lead < -1e-12)} | "
                + $"{Verdicts("first")}\u00A0:\u00A0{Verdicts("second")} |",
            line,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_share_of_the_way_is_the_difference_over_the_way_in_the_data()
    {
        var rows = CsvRows.Of(Text(Files, "many/tables.csv")).ToList();

        Assert.All(rows, row =>
        {
            Assert.Equal(Number(row, "difference") / Number(row, "way"), Number(row, "share"), 1e-12);
            Assert.Equal(Number(row, "high") / Number(row, "way"), Number(row, "share_high"), 1e-12);
        });

        static double Number(OrderedDictionary<string, string> row, string column) =>
            double.Parse(row[column], CultureInfo.InvariantCulture);
    }

    [Fact]
    public void A_table_of_leads_as_shares_of_the_way_stands_beside_the_raw_one()
    {
        string[] lines =
            [.. Page.Split('\n').SkipWhile(line => line != "### As a share of the way").TakeWhile(line => line != "## Pictures")];

        Assert.Contains(lines, line => line.Contains("The margin is 2\u00A0% of the way, which is 0.01 on a table with a way of 0.5.",
            StringComparison.Ordinal));
        Assert.Equal(5, lines.Count(line => Row().IsMatch(line)));
    }

    [Fact]
    public void A_run_without_a_constant_model_has_no_shares_of_the_way()
    {
        RunResult run = SampleSuite.Make();
        var files = ResultsWriter.Make(
            run with { Results = [.. run.Results.Where(result => result.Trial.Model.Name != "constant")] });

        Assert.DoesNotContain("As a share of the way", Text(files, "many/README.md"), StringComparison.Ordinal);
        Assert.All(CsvRows.Of(Text(files, "many/tables.csv")), row => Assert.Equal(("", ""), (row["way"], row["share"])));
    }

    [Fact]
    public void Other_measures_of_a_handful_of_tables_get_no_interval()
    {
        string few = Text(ResultsWriter.Make(SampleSuite.Make(tables: 4)), "many/README.md");

        Assert.Matches(
            @"\| \| calibration error \(lower is better\) \| 18 \| [^|]+ \| −0\.\d{3} \[−0\.\d{3},\u00A0−0\.\d{3}\] \|", Page);
        Assert.Matches(@"\| \| calibration error \(lower is better\) \| 3 \| [^|]+ \| −0\.\d{3} \|", few);
        Assert.Matches(@"\| \| RMSE, ratio \(lower is better\) \| 1 \| [^|]+ \| \d\.\d{3} \|", few);
        Assert.Matches(@"\| \*\*network, tuned\*\* \| 3 \| 0\.\d{3} \| 0\.\d{3} \|", few);
    }

    [Fact]
    public void A_failed_trial_leaves_its_table_out_of_complete_ranks_and_comes_last_in_the_others()
    {
        Assert.Contains("over the 23 tables where every trial gave a score, and over all 24 ", Page, StringComparison.Ordinal);
        Assert.Contains(
            "**network, tuned** on t07, scratch: 1 trial failed (split/seed 2/0): the engine died", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void An_engine_with_one_side_only_has_rows_with_the_main_engine()
    {
        Assert.Contains("| xgboost : scratch | 24 |", Page, StringComparison.Ordinal);
        Assert.DoesNotContain("| xgboost |", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Few_tables_are_said_to_prove_nothing()
    {
        Assert.DoesNotContain("A statement about tables in general", Page, StringComparison.Ordinal);
        Assert.Contains(
            "This run has 4 tables. A statement about tables in general needs at least 20",
            Text(ResultsWriter.Make(SampleSuite.Make(tables: 4)), "many/README.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_engines_that_have_both_sides_the_page_is_the_usual_one()
    {
        RunResult run = SampleSuite.Make();
        Experiment experiment = run.Experiments[0];
        RunResult oneSided = run with
        {
            Results = [.. run.Results.Where(result => !result.Trial.Model.Name.StartsWith("network", StringComparison.Ordinal))],
        };

        string page = Text(ResultsWriter.Make(oneSided), $"{experiment.Name}/README.md");

        Assert.Contains("## Scores", page, StringComparison.Ordinal);
        Assert.DoesNotContain("## The answer", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_budget_of_seconds_is_said_with_the_candidates_that_each_model_tried()
    {
        RunResult run = SampleSuite.Make();
        string page = Text(ResultsWriter.Make(run with { Results = [.. run.Results.Select(Timed)] }), "many/README.md");

        Assert.Contains(
            "- **Budget.** 5 candidates or 20\u00A0s per split, whichever comes first, each for *network, tuned* and "
            + "*boosted trees, tuned*: the default settings and random draws from the search space. The seconds are those of the "
            + "candidates' fits, so another machine may try another number. Tried here: 2 to 4 for *network, tuned* and 4 for "
            + "*boosted trees, tuned*. On each split,",
            page, StringComparison.Ordinal);
        Assert.Contains("- **Budget.** At most 5 candidates and one published search space", page, StringComparison.Ordinal);
        Assert.Contains(
            "the best of at most 5 candidates in 20\u00A0s per split (2 to 4 were tried), these settings and random draws", page,
            StringComparison.Ordinal);

        static TrialResult Timed(TrialResult result)
        {
            if (result.Search is not { } search)
                return result;
            CandidateStanding[] all = [.. search.Candidates];
            var planned = new PlannedSearch(5, _ => all[0].Candidate) { Seconds = 20 };
            int tried = result.Trial.Model.Name == "network-tuned" && result.Trial.Split == 1 ? 2 : 4;
            var race = new RaceStanding(all[..tried], all[..tried], 0);
            return result with { Search = new SearchStanding(planned, [race]) { Chosen = all[0] } };
        }
    }

    [GeneratedRegex(
        @"^\|[^|]*\| (scratch|sklearn|xgboost : scratch) \| 24 \| [+−]?[\d.]+\u00A0% \["
        + @"[^|]*\| [^|]*%[^|]*\| [^|]*% \| [+−]?[\d.]+\u00A0% \[[^|]*\|$")]
    private static partial Regex Row();

    private static string Text(IReadOnlyList<ResultFile> files, string path) => files.Single(file => file.Path == path).Text;
}
