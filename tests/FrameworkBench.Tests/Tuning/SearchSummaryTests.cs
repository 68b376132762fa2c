using FrameworkBench.Experiments.Searches;
using FrameworkBench.Pages;
using FrameworkBench.Results;
using FrameworkBench.Scoring;
using FrameworkBench.Tests.Samples;
using FrameworkBench.Tuning;
using FrameworkBench.Writing;

namespace FrameworkBench.Tests.Tuning;

public sealed class SearchSummaryTests
{
    [Fact]
    public async Task The_best_settings_are_those_with_the_lowest_mean_loss_over_all_splits()
    {
        SearchSummary forest = await ForestAsync(new TuningRequest());

        CandidateSummary best = forest.Best!;
        double[] distances = [.. forest.Drawn.Select(candidate => Math.Abs(Share(candidate) - 0.5))];
        Assert.Equal(10, forest.Searches.Count);
        Assert.Equal(24, forest.Candidates.Count);
        Assert.Equal(distances.Min(), Math.Abs(Share(best) - 0.5), 12);
        Assert.Equal(forest.Candidates.Max(candidate => candidate.Lead), best.Lead);
        Assert.Equal(0, forest.Candidates[0].Lead);
    }

    [Fact]
    public async Task The_history_goes_on_by_one_fit_a_candidate_and_ends_at_the_best()
    {
        SearchSummary forest = await ForestAsync(new TuningRequest());

        Assert.Equal(Enumerable.Range(1, 24).Select(fits => (double)fits), forest.History.Select(step => step.Fits));
        Assert.Equal(forest.History.Select(step => step.Best).OrderDescending(), forest.History.Select(step => step.Best));
        Assert.Equal(forest.Best!.Loss!.Value, forest.History[^1].Best, 2);
    }

    [Fact]
    public async Task The_history_of_halving_counts_parts_of_fits_and_then_the_winners_that_met()
    {
        SearchSummary forest = await ForestAsync(new TuningRequest { Trials = 4, Strategy = SearchStrategy.Halving });
        double[] met =
            [.. forest.Searches.Select(
                search => search.Candidates.Except(search.Races[0].Remaining).Count(candidate => candidate.Fits[^1].Score is not null))];

        // 27, 9, 3 and 1 candidates at a 27th, 9th, third and the whole: 4 fits; and the model as written at each.
        const int InRace = 28 + 10 + 4 + 2;
        double spent = 4 + 1 + (1 / 3.0) + (1 / 9.0) + (1 / 27.0);
        Assert.True(met.Max() > 0, string.Join(", ", met));
        Assert.Equal(InRace + met.Max(), forest.History.Count);
        Assert.Equal(spent, forest.History[InRace - 1].Fits, 12);
        Assert.Equal(spent + met.Average(), forest.History[^1].Fits, 12);
        Assert.NotEqual(0, forest.Best!.Number);
        Assert.NotNull(forest.Best.Loss);
    }

    [Fact]
    public async Task The_setting_that_decides_is_reported_from_those_that_do_not()
    {
        IReadOnlyList<SettingImportance> importance = SettingImportance.Of(await ForestAsync(new TuningRequest()));

        Assert.Equal("feature_share", importance[0].Setting.Name);
        Assert.True(importance[0].Explained > 0.5, $"{importance[0].Explained}");
        Assert.All(importance.Skip(1), other => Assert.True(other.Explained < 0.2, $"{other.Setting.Name} {other.Explained}"));
    }

    [Fact]
    public async Task A_failed_candidate_stands_last_and_has_no_lead()
    {
        SearchSummary network = (await SummariesAsync(new TuningRequest()))[1];

        CandidateSummary[] failed =
            [.. network.Drawn.Where(
                candidate =>
                    double.Parse(candidate.Settings["train.learning_rate"], System.Globalization.CultureInfo.InvariantCulture) > 0.05)];
        Assert.NotEmpty(failed);
        Assert.All(failed, candidate => Assert.Equal((null, null), (candidate.Lead, candidate.Loss)));
        Assert.True(failed.Max(candidate => candidate.Standing) < network.Candidates.Except(failed).Min(candidate => candidate.Standing));
    }

    [Fact]
    public async Task Lists_of_one_value_become_two_settings_and_words_become_names()
    {
        SearchSummary network = (await SummariesAsync(new TuningRequest()))[1];

        IReadOnlyList<SettingColumn> columns = SettingColumn.Of(network.Model.Search!.Settings, network.Drawn);

        Assert.Equal(["train.learning_rate", "activation", "hidden: each", "hidden: number"], columns.Select(column => column.Name));
        Assert.Equal(["relu", "tanh"], columns[1].Names);
        Assert.Equal([true, false, false, false], columns.Select(column => column.IsWide));
        Assert.All(columns[3].Values, value => Assert.Contains(value, new double[] { 1, 2, 3 }));
    }

    [Fact]
    public void A_word_that_is_left_out_is_no_word()
    {
        CandidateSummary[] candidates =
            [.. new[] { "relu", "null", "tanh", "relu" }.Select(
                (word, number) => new CandidateSummary(number, new Dictionary<string, string> { ["activation"] = word }, null, null, 0))];

        SettingColumn column = SettingColumn.Of(["activation"], candidates)[0];

        Assert.Equal(["relu", "tanh"], column.Names);
        Assert.Equal([0, double.NaN, 1, 0], column.Values);
        Assert.Equal(
            "tanh, or framework default",
            SettingImportance.Of(
                new SettingColumn("activation", [0, double.NaN, 1, 0, 0, 0, 0, 0], ["relu", "tanh"]),
                [0, 9, 8, 0, 0, 0, 0, 0]).BestQuarter);
    }

    [Fact]
    public async Task Experiments_with_models_of_one_name_are_summed_up_apart()
    {
        TrialResult[] results = [.. (await SampleTuning.RunAsync(new TuningRequest { Folds = 2 })).Results];
        TrialResult[] others = [.. results.Select(result => result with
        {
            Trial = result.Trial with { Experiment = result.Trial.Experiment with { Name = "another" } },
        })];

        Assert.Equal([2, 2, 2, 2], SearchSummary.Of([.. results, .. others]).Select(search => search.Searches.Count));
    }

    [Fact]
    public void Values_are_grouped_by_size_with_equal_ones_and_unset_ones_together()
    {
        double[] values = [1, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, double.NaN];

        Assert.Equal([0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, -1], SettingImportance.GroupsOf(new SettingColumn("rate", values, null)));
        Assert.Equal([0, 1, 1, -1, 2], SettingImportance.GroupsOf(new SettingColumn("batch", [16, 32, 32, double.NaN, 64], null)));
    }

    [Fact]
    public async Task The_page_is_as_approved()
    {
        RunResult run = await SampleTuning.RunAsync(new TuningRequest());

        ApprovedResults.Hold(TuningWriter.Make(run, [new ResultFile("flowers-tuned.yaml", "models: {}\n")]), "approved-tuning");
    }

    private static double Share(CandidateSummary candidate) =>
        double.Parse(candidate.Settings["feature_share"], System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<SearchSummary> ForestAsync(TuningRequest request) => (await SummariesAsync(request))[0];

    private static async Task<IReadOnlyList<SearchSummary>> SummariesAsync(TuningRequest request) =>
        SearchSummary.Of((await SampleTuning.RunAsync(request)).Results);
}
