using FrameworkBench.Engines;
using FrameworkBench.Experiments;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Results;
using FrameworkBench.Scoring;
using FrameworkBench.Tests.Experiments;
using FrameworkBench.Tests.Trials;
using FrameworkBench.Trials;
using FrameworkBench.Trials.Searches;
using FrameworkBench.Tuning;
using FrameworkBench.Writing;

namespace FrameworkBench.Tests.Tuning;

/// <summary>Searches whose candidates are bags, and ensembles of them.</summary>
public sealed class BaggedSearchTests
{
    private const string Yaml = """
        dataset: iris
        split: {k_fold: 3, stratified: true, random_state: 1, keep_duplicates_together: true}
        seeds: 1
        models:
          trees: {kind: boosted_trees, rounds: 9, patience: 3, bag: 5}
          tuned:
            like: trees
            tune: {trials: 6, space: {max_depth: {whole: [1, 11]}, learning_rate: {log_uniform: [1e-5, 0.7]}}}
          ensemble: {like: tuned, tune: {ensemble: 20}}
          smaller: {like: ensemble, tune: {ensemble: 2}}
        """;

    [Fact]
    public async Task A_bag_is_judged_on_the_rows_that_its_fits_leave_out_and_chosen_without_a_further_fit()
    {
        PlannedTrial trial = Plan("tuned")[0];
        var fitted = new List<TrialKey>();

        // The better on rows left out, the worse on test rows.
        PlannedTrial settled = await SettleAsync(
            trial, part => Predicting(part, NumberOf(part) / 10.0, 1 - (NumberOf(part) / 10.0)), fitted);

        SearchStanding standing = settled.Standing!;
        Assert.Same(standing.Candidates[5], standing.Chosen);
        Assert.True(standing.Chosen!.Candidate.IsJudgedAsFitted);
        Assert.Equal(-Math.Log(0.5), standing.Chosen.Loss!.Value, 9);
        Assert.Equal(6 * 5, fitted.Count);
        Assert.Empty(Keys(settled).Except(fitted));
        Assert.Equal(standing.Chosen.Candidate.Refit.Key, settled.Key);
        Assert.All(settled.Fits, part => Assert.Equal(standing.Chosen.Candidate.Refit.Model, part.Model));
    }

    [Fact]
    public void The_first_candidate_shares_every_fit_with_the_model_that_is_not_searched()
    {
        PlannedTrial written = Plan("trees")[0];

        Assert.Equal(Keys(written), Keys(Plan("tuned")[0].Search!.Candidates.First().Refit));
    }

    [Fact]
    public void Halving_cuts_every_fit_of_a_bag()
    {
        PlannedTrial trial = Plan("tuned", Yaml.Replace("{trials: 6,", "{strategy: halving, trials: 2,", StringComparison.Ordinal))[0];
        IReadOnlyList<SearchFit> fits = trial.Search!.Candidates.ElementAt(1).Fits;

        Assert.Equal([1 / 3.0, 1], fits.Select(fit => fit.Share));
        Assert.All(fits[0].Trial.Fits, part => Assert.Equal(3, ((BoostedTreesSpec)part.Model).Rounds));
        Assert.All(fits[1].Trial.Fits, part => Assert.Equal(9, ((BoostedTreesSpec)part.Model).Rounds));
        Assert.Equal(5, fits[0].Trial.Fits.Count());
        Assert.Empty(Keys(fits[0].Trial).Intersect(Keys(fits[1].Trial)));
    }

    [Fact]
    public async Task The_seconds_of_a_chosen_bag_count_once()
    {
        PlannedTrial trial = Plan("tuned")[0];
        Outcomes outcomes = Outcomes.None;

        PlannedTrial settled = (await SearchRun.RunAsync([trial], fits =>
        {
            outcomes = outcomes.And(Outcomes.Of(fits, part => Predicting(part, 0.5, 0.5) with { FitSeconds = 1 + NumberOf(part) }));
            return Task.FromResult(outcomes);
        }))[0];

        Assert.Equal(5 * (1 + 2 + 3 + 4 + 5 + 6), settled.Standing!.Seconds + outcomes[settled].FitSeconds, 12);
        Assert.Equal(5, outcomes[settled].FitSeconds, 12);
    }

    [Fact]
    public void An_ensemble_tries_the_candidates_of_the_model_that_it_is_like_and_fits_nothing_of_its_own()
    {
        foreach ((PlannedTrial tuned, PlannedTrial ensemble) in Plan("tuned").Zip(Plan("ensemble")))
        {
            Assert.Equal(
                tuned.Search!.Candidates.SelectMany(candidate => Keys(candidate.Inner)),
                ensemble.Search!.Candidates.SelectMany(candidate => Keys(candidate.Inner)));
        }

        Assert.Equal([null, null, "tuned", "tuned"], Experiment(Yaml).Models.Select(model => model.Search?.DrawnAs));
    }

    [Fact]
    public async Task Within_seconds_every_fit_of_a_bag_counts_and_an_ensemble_tries_what_its_model_tries()
    {
        string yaml = Yaml.Replace("trials: 6,", "trials: 6, seconds: 11,", StringComparison.Ordinal);
        var fitted = new List<TrialKey>();

        // Candidates 1 and 5 together would be right; 5 does not count any more.
        IReadOnlyList<PlannedTrial> settled = await SearchRun.RunAsync(
            [Plan("tuned", yaml)[0], Plan("ensemble", yaml)[0]],
            fits =>
            {
                fitted.AddRange(fits.SelectMany(fit => Keys(fit)).Distinct());
                return Task.FromResult(Outcomes.Of(fits, part => Predicting(
                    part, row => NumberOf(part) is 1 or 5 ? (row % 2 == NumberOf(part) / 4 ? 0.95 : 0.1) : 0.3) with
                {
                    FitSeconds = NumberOf(part) == 0 ? 0.2 : 1,
                }));
            });

        // After one quick bag all six seem to fit in; after three the seconds are spent.
        Assert.Equal(6 * 5, fitted.Count);
        Assert.All(settled, trial => Assert.Equal(
            fitted.Take(3 * 5), trial.Standing!.Candidates.SelectMany(tried => Keys(tried.Candidate.Inner))));
        Assert.All(settled[1].Standing!.Taken, candidate => Assert.InRange(NumberOf(candidate.Candidate.Inner), 0, 2));
    }

    [Fact]
    public async Task The_page_says_how_many_candidates_were_tried_within_the_seconds_and_no_file_has_another()
    {
        string yaml = "title: Bagged\n" + Yaml.Replace("trials: 6,", "trials: 6, seconds: 11,", StringComparison.Ordinal);

        IReadOnlyList<FrameworkBench.Pages.ResultFile> files = await FilesAsync(
            yaml, part => Predicting(part, 0.5 + (0.05 * NumberOf(part)), 0.5) with
            {
                FitSeconds = NumberOf(part) == 0 ? 0.2 : part.Trial.Split == 0 ? 1 : 0.5,
            });

        string page = files.Single(file => file.Path.EndsWith("README.md", StringComparison.Ordinal)).Text;
        Assert.Contains(
            "- **tuned**: 6 candidates or 11\u00A0s per split, whichever comes first; 3 to 5 were tried.", page, StringComparison.Ordinal);
        Assert.Contains(
            "the best of at most 6 candidates in 11\u00A0s per split (3 to 5 were tried), these settings and random draws of", page,
            StringComparison.Ordinal);
        string[] search = files.Single(file => file.Path.EndsWith("/search.csv", StringComparison.Ordinal)).Text.Split('\n');
        Assert.Equal(
            ["0 0", "0 1", "0 2", "1 0", "1 1", "1 2", "1 3", "1 4", "2 0", "2 1", "2 2", "2 3", "2 4"],
            search.Select(line => line.Split(',')).Where(cells => cells.Length > 6 && cells[2] == "tuned")
                .Select(cells => $"{cells[4]} {cells[6]}"));
    }

    [Fact]
    public async Task An_ensemble_is_the_mean_of_its_candidates_weighted_by_how_often_each_was_added()
    {
        PlannedTrial trial = Plan("ensemble")[0];
        Outcomes outcomes = Outcomes.None;

        PlannedTrial settled = (await SearchRun.RunAsync([trial], fits => Task.FromResult(outcomes = outcomes.And(
            Outcomes.Of(fits, Divided)))))[0];

        // Candidates 1 and 2 are each sure of one half of the rows and lost on the other: together they are right.
        SearchStanding standing = settled.Standing!;
        Assert.Equal([(1, 0.5), (2, 0.5)], standing.Ensemble.Select(member => (NumberOf(member.Candidate.Candidate.Inner), member.Weight)));
        Assert.Equal([1, 2], standing.Taken.Select(candidate => NumberOf(candidate.Candidate.Inner)));
        Outcome outcome = outcomes[settled];
        Assert.All(settled.Input.Split.TestRows.Index(), row =>
            Assert.Equal((0.95 + 0.1) / 2, Probability(outcome.Predictions!, row.Index, settled.Input.Dataset.Labels[row.Item]), 12));
        Assert.Equal(
            (0.95 + 0.1) / 2, Probability(outcome.OutOfFold!, 0, settled.Input.Dataset.Labels[settled.Input.Split.TrainRows[0]]), 12);
        Assert.Equal(10, settled.Fits.Count());
        Assert.Equal(2 * 5, outcome.FitSeconds);
        Assert.Equal(6 * 5, standing.Seconds + outcome.FitSeconds);
        Assert.True(TrialResult.Of(settled, outcome).OutOfFold!["log_loss"] < standing.Chosen!.Loss);

        static Outcome Divided(PlannedTrial part)
        {
            int number = NumberOf(part);
            return Predicting(part, row => number is 1 or 2 ? (row % 2 == number % 2 ? 0.95 : 0.1) : 0.3) with { FitSeconds = 1 };
        }
    }

    [Fact]
    public async Task An_ensemble_takes_no_more_additions_than_it_may_and_no_candidate_that_failed()
    {
        PlannedTrial settled = await SettleAsync(
            Plan("smaller")[0],
            part => NumberOf(part) > 3 ? Outcome.Without(TrialStatus.Failed, "out of memory")
                : Predicting(part, row => row % 4 == NumberOf(part) ? 0.9 : 0.2), []);

        Assert.Equal([0.5, 0.5], settled.Standing!.Ensemble.Select(member => member.Weight));
        Assert.All(settled.Standing.Ensemble, member => Assert.InRange(NumberOf(member.Candidate.Candidate.Inner), 0, 3));
    }

    [Fact]
    public async Task When_every_candidate_of_an_ensemble_fails_the_default_settings_remain()
    {
        PlannedTrial trial = Plan("ensemble")[0];
        Outcomes outcomes = Outcomes.None;

        PlannedTrial settled = (await SearchRun.RunAsync([trial], fits => Task.FromResult(outcomes = outcomes.And(
            Outcomes.Of(fits, _ => Outcome.Without(TrialStatus.Failed, "out of memory"))))))[0];

        Assert.Empty(settled.Standing!.Ensemble);
        Assert.Same(settled.Standing.Candidates[0], settled.Standing.Chosen);
        Assert.Equal("part 1 of 5: out of memory", outcomes[settled].Reason);
    }

    [Fact]
    public void Tuning_leaves_ensembles_out_and_says_so_when_one_is_requested()
    {
        Assert.Equal(
            ["trees", "tuned"], TuningExperiment.Of(Experiment(Yaml), new TuningRequest()).Models.Select(model => model.Name));
        Assert.Equal(
            "bagged.yaml: models.ensemble: is an ensemble of candidates and has no best settings; tune 'tuned'",
            Assert.Throws<ExperimentException>(() => TuningExperiment.Of(Experiment(Yaml), new TuningRequest { Models = ["ensemble"] }))
                .Message);
    }

    [Fact]
    public async Task The_page_says_which_candidates_an_ensemble_took_and_shows_their_search_once()
    {
        IReadOnlyList<FrameworkBench.Pages.ResultFile> files = await FilesAsync(
            "title: Bagged\n" + Yaml,
            part => Predicting(part, row => part.Trial.Model.Name.EndsWith(row % 2 == 0 ? '1' : '2') ? 0.95 : 0.1));

        string page = files.Single(file => file.Path.EndsWith("README.md", StringComparison.Ordinal)).Text;
        Assert.Contains(
            "| `iris` | **ensemble** | scratch | 0 | candidate 1 (0.50), candidate 2 (0.50) |", page, StringComparison.Ordinal);
        Assert.Contains("| | **ensemble** | scratch |", page, StringComparison.Ordinal);
        Assert.Contains("| the mean of 2 candidates |", page, StringComparison.Ordinal);
        Assert.Contains("chosen by log loss within the training rows", page, StringComparison.Ordinal);
        Assert.Contains(
            "a bag: the mean of 5 fits, each leaving out a different fold of the training rows as its validation", page,
            StringComparison.Ordinal);
        Assert.Contains("candidates-iris-tuned.svg", page, StringComparison.Ordinal);
        Assert.DoesNotContain("candidates-iris-ensemble.svg", page, StringComparison.Ordinal);
        string[] search = files.Single(file => file.Path.EndsWith("search.csv", StringComparison.Ordinal)).Text.Split('\n');
        Assert.StartsWith("searched,iris,ensemble,scratch,0,0,1,yes,0.5,done,,1,log_loss,1.", search[8], StringComparison.Ordinal);
        Assert.StartsWith("searched,iris,ensemble,scratch,0,0,0,no,,done,,1,log_loss,2.", search[7], StringComparison.Ordinal);
    }

    // What is written of a run whose fits give these outcomes; those of the models as they are written count as candidate 0.
    private static async Task<IReadOnlyList<FrameworkBench.Pages.ResultFile>> FilesAsync(
        string yaml, Func<PlannedTrial, Outcome> outcome)
    {
        var scratch = new PlannedEngine("scratch", SearchPlans.Hello("scratch"), null);
        IReadOnlyList<PlannedTrial> plan = SearchPlans.Plan([scratch], yaml);
        Outcomes outcomes = Outcomes.None;
        Task<Outcomes> FitAsync(IReadOnlyList<PlannedTrial> trials) =>
            Task.FromResult(outcomes = Outcomes.Of(trials.Where(trial => outcomes.Find(trial) is null), outcome).And(outcomes));
        plan = await SearchRun.RunAsync(plan, FitAsync);
        await FitAsync(plan);
        var run = new RunResult
        {
            Profile = Profile.Default,
            Experiments = [plan[0].Trial.Experiment],
            Engines =
                [new EngineStatus(EngineCatalog.Find("scratch")!, new EngineCommand("scratch", []), scratch.Hello, null)],
            Results = [.. plan.Select(planned => TrialResult.Of(planned, outcomes[planned]))],
            Verdicts = [],
            Machine = new Machine("Example CPU", 2, 8L << 30, "Example OS 12, X64", ".NET 10.0.0", "0123456789ab"),
        };
        return TuningWriter.Make(run, []);
    }

    private static async Task<PlannedTrial> SettleAsync(PlannedTrial trial, Func<PlannedTrial, Outcome> outcome, List<TrialKey> fitted) =>
        (await SearchRun.RunAsync([trial], fits =>
        {
            fitted.AddRange(fits.SelectMany(Keys));
            return Task.FromResult(Outcomes.Of(fits, outcome));
        }))[0];

    private static Experiment Experiment(string yaml) => new ExperimentLoader(TestVocabulary.Real).Parse("bagged.yaml", yaml);

    private static IReadOnlyList<PlannedTrial> Plan(string model, string yaml = Yaml) =>
        [.. SearchPlans.Plan([SearchPlans.Able], yaml).Where(planned => planned.Trial.Model.Name == model)];

    private static IEnumerable<TrialKey> Keys(PlannedTrial planned) => planned.Fits.Select(part => part.Key);

    private static int NumberOf(PlannedTrial candidate) => SearchPlans.NumberOf(candidate);

    private static double Probability(Predictions predictions, int row, int label) => predictions.Values[(row * 3) + label];

    private static Outcome Predicting(PlannedTrial part, double leftOut, double test)
    {
        HashSet<int> tested = [.. part.Input.Split.TestRows];
        return Predicting(part, row => tested.Contains(row) ? test : leftOut);
    }

    // The probability that a part gives to the true class of each row that it predicts.
    private static Outcome Predicting(PlannedTrial part, Func<int, double> right)
    {
        int[] rows = [.. part.Input.Split.TestRows, .. part.Input.LeftOut];
        double[] values =
        [
            .. rows.SelectMany(row => Enumerable.Range(0, 3)
                .Select(label => part.Input.Dataset.Labels[row] == label ? right(row) : (1 - right(row)) / 2)),
        ];
        return new Outcome { Status = TrialStatus.Done, Predictions = new Predictions(rows.Length, 3, values) };
    }
}
