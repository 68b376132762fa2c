using FrameworkBench.Asking;
using FrameworkBench.Asking.Recognition;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Protocol.Models.Tabular;
using FrameworkBench.Tests.Trials;
using FrameworkBench.Trials;

namespace FrameworkBench.Tests.Asking;

/// <summary>The order of the fits, on an engine that is made up: a model's predictions are off by an amount of its own.</summary>
public sealed class AskedRunTests : IDisposable
{
    private static readonly PlannedEngine Engine = new("scratch", Able(), null);

    private readonly TemporaryFolder folder = new();
    private readonly List<string> steps = [];

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_first_answer_comes_before_the_strong_models_and_repeats_follow_while_there_is_time()
    {
        var firsts = new List<FamilyAnswer>();

        AskedResult result = await RunAsync(Table("a,b,y"), planned => 1 - QualityOf(planned), first: firsts.Add);

        Assert.Equal(
            ["pilot", "first look", "columns", "one column alone", "strong models", "tuned models", "tuned models, best settings",
                "repeat 2", "repeat 2, tuned models"],
            steps.Take(9));
        Assert.Equal("boosted", firsts.Single().Best[Family.Trees].Name);
        Assert.Equal((FamilyVerdict.Trees, "boosted-strong"), (result.Answer!.Verdict, result.Answer.Best[Family.Trees].Name));
        Assert.True(result.Answer.Splits > 5);
        Assert.Empty(result.Unfinished);
    }

    [Fact]
    public async Task R2_is_one_less_the_mean_of_all_squared_errors_over_the_variance_of_all_targets()
    {
        AskedResult result = await RunAsync(Table("a,b,y"), planned => 1 - QualityOf(planned));

        double[] targets = result.Used.Values;
        double variance = targets.Average(target => Math.Pow(target - targets.Average(), 2));
        Assert.NotEmpty(result.Answer!.Models);
        Assert.All(
            result.Answer.Models, model => Assert.Equal(1 - (model.Others["mse"] / variance), model.Scores.Values.Average(), 10));
        Assert.All(result.Answer.Models, model => Assert.True(model.AreDetermination));
    }

    [Fact]
    public async Task What_is_not_finished_in_the_time_is_told()
    {
        AskedResult result = await RunAsync(
            Table("a,b,y"), planned => planned.Model is RealMlpSpec && steps[^1] != "pilot" ? null : 1 - QualityOf(planned));

        Assert.Equal(["RealMLP, bagged"], result.Unfinished);
        Assert.Equal("network", result.Answer!.Best[Family.Networks].Name);
    }

    [Fact]
    public async Task A_tuned_model_is_the_candidate_that_the_training_rows_prefer()
    {
        // Trees with more than 20 leaves are right, others are not, so that only a search finds them.
        AskedResult result = await RunAsync(
            Table("a,b,y"), planned => planned.Model is BoostedTreesSpec { MaxLeaves: > 20 } ? 0.01 : 1 - QualityOf(planned));

        ModelScores best = result.Answer!.Best[Family.Trees];
        Assert.Equal(("boosted-tuned", FamilyVerdict.Trees), (best.Name, result.Answer.Verdict));
        Assert.InRange(best.Scores.Values.Min(), 0.99, 1);
        Assert.Equal(20, result.Experiment!.Candidates);
        Assert.StartsWith("Take boosted trees, tuned, bagged; --save", new AnswerWords(result).Next[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_process_takes_once_is_not_taken_for_the_cost_of_an_epoch()
    {
        AskedResult result = await RunAsync(
            Table("a,b,y"), planned => 1 - QualityOf(planned),
            seconds: planned => steps[^1] == "pilot" && planned.Model is RealMlpSpec network ? 2 + (0.004 * network.Epochs) : 0.001);

        Assert.True(result.Experiment!.IsBagged);
    }

    [Theory]
    [InlineData(2, 0.001, null)]
    [InlineData(2, 60, "For a surer answer, with the strong models' settings searched, give it more time: --time 3000s")]
    [InlineData(1, 60, null)]
    public async Task The_next_step_is_one_that_the_file_allows(int repeats, double strongSeconds, string? more)
    {
        AskedResult result =
            await RunAsync(
                Table("a,b,y"), planned => 1 - QualityOf(planned), repeats: repeats,
                seconds: _ => steps[^1] == "strong models" ? strongSeconds : 0.001);

        Assert.Equal("boosted-strong", result.Answer!.Best[Family.Trees].Name);
        Assert.Equal(
            new[] { $"Take {result.Answer.Best[Family.Trees].Title}; --save FILE.fb keeps it.", more }.OfType<string>(),
            new AnswerWords(result).Next);
    }

    [Fact]
    public async Task A_search_that_is_not_finished_leaves_the_other_models_as_they_are()
    {
        AskedResult result = await RunAsync(
            Table("a,b,y"),
            planned => steps[^1].Contains("tuned", StringComparison.Ordinal) && planned.Trial.Split == 3 ? null : 1 - QualityOf(planned));

        Assert.Equal(["RealMLP, tuned, bagged", "boosted trees, tuned, bagged"], result.Unfinished);
        Assert.Equal("boosted-strong", result.Answer!.Best[Family.Trees].Name);
        Assert.Empty(result.Failures);
    }

    [Theory]
    [InlineData(60, 1, 20)]
    [InlineData(60, 2, 10)]
    [InlineData(60, 4, null)]
    [InlineData(600, 30, 6)]
    public void Settings_are_tried_as_far_as_two_repeats_fit_the_time(double left, double strong, int? candidates) =>
        Assert.Equal(candidates, AskedRun.CandidatesWithin(TimeSpan.FromSeconds(left), TimeSpan.FromSeconds(strong)));

    [Fact]
    public async Task Without_any_time_there_is_no_answer_and_no_exception()
    {
        AskedResult result = await RunAsync(Table("a,b,y"), _ => null);

        Assert.Null(result.Answer);
        Assert.Equal("No answer: no family finished in time.", new AnswerWords(result).Headline);
        Assert.Equal(7, result.Unfinished.Count);
    }

    [Fact]
    public async Task A_fit_that_fails_is_told_with_its_reason()
    {
        AskedResult result = await RunAsync(
            Table("a,b,y"), planned => planned.Trial.Model.Name == "forest" ? double.NaN : 1 - QualityOf(planned));

        Assert.Equal(["random forest: broken"], result.Failures);
        Assert.NotNull(result.Answer);
    }

    [Fact]
    public async Task Columns_that_hide_behind_a_leak_are_found_when_it_is_left_out_and_the_best_honest_one_is_none()
    {
        // Trees look at the first copy that is there. Without copies, all that is known is half known, from 'a'.
        string text = "copy1,copy2,copy3,a,b,y\n" + string.Concat(
            Enumerable.Range(0, 60).Select(row => $"{row % 20}.25,{row % 20}.26,{row % 20}.27,{row % 20}.1,{row * 7 % 11},{row % 20}.5\n"));
        AskedResult result = await RunAsync(
            TableReader.Read(new TableQuestion(folder.Write("own.csv", text), "y")), Error, sees: "copy");

        Assert.Equal(["copy1", "copy2", "copy3"], result.Leaks.Select(leak => leak.Column));
        Assert.StartsWith("Without 'copy1', 'copy2' and 'copy3': ", new AnswerWords(result).Headline, StringComparison.Ordinal);
        Assert.Equal(3, steps.Count(step => step == "without the suspected leak"));

        static double? Error(PlannedTrial planned)
        {
            string[] columns = [.. planned.Input.Dataset.Columns.Select(column => column.Name)];
            return planned.Trial.Model.Name == "constant" ? 1
                : Array.Exists(columns, name => name.StartsWith("copy", StringComparison.Ordinal)) ? 0.01 : columns.Contains("a") ? 0.4 : 1;
        }
    }

    [Fact]
    public async Task A_column_that_gives_the_target_away_is_named_and_the_answer_is_without_it()
    {
        // Whoever sees 'tax' is right; a permuted 'tax' makes boosted trees wrong.
        AskedResult result = await RunAsync(
            Table("a,tax,y"), Error, sees: "tax");

        SuspectedLeak leak = Assert.Single(result.Leaks);
        Assert.Equal("tax", leak.Column);
        Assert.InRange(result.WithLeaks!.Expected[Family.Trees].Difference, 0.9, 1);
        Assert.InRange(result.Answer!.Expected[Family.Trees].Difference, -1, 0.5);
        Assert.StartsWith("Without 'tax': ", new AnswerWords(result).Headline, StringComparison.Ordinal);
        Assert.Contains("one column alone", steps);
        Assert.DoesNotContain(result.Weights, column => column.Column == "tax");

        static double? Error(PlannedTrial planned) =>
            planned.Trial.Model.Name != "constant" && planned.Input.Dataset.Columns.Any(column => column.Name == "tax") ? 0.01 : 1;
    }

    [Fact]
    public async Task A_column_that_is_known_in_time_is_kept()
    {
        AskedResult result = await RunAsync(
            Table("a,tax,y"), planned => planned.Trial.Model.Name == "constant" ? 1 : 0.01, sees: "tax", keeps: ["tax"]);

        Assert.Empty(result.Leaks);
        Assert.Null(result.WithLeaks);
        Assert.Equal(2, result.Experiment!.Dataset.Columns.Count);
    }

    [Fact]
    public async Task Where_leaks_could_not_be_looked_for_the_answer_says_so()
    {
        AskedResult result = await RunAsync(
            Table("a,tax,y"), planned => planned.Trial.Model.Name == "tree" ? null : 1 - QualityOf(planned), sees: "tax");

        Assert.Empty(result.Leaks);
        Assert.Contains("There was no time to check whether a column gives 'y' away.", new AnswerWords(result).Sentences);
    }

    [Fact]
    public async Task Root_mean_squared_error_is_that_of_all_rows()
    {
        // Rows of the first split are far off: the mean of each fold's own root is smaller than the root of the mean.
        AskedResult result = await RunAsync(Table("a,b,y"), planned => planned.Trial.Split == 0 ? 3 : 0.1);

        ModelScores trees = result.Answer!.Best[Family.Trees];
        Assert.Equal(Math.Sqrt(trees.Others["mse"]), trees.Others["rmse"], 1e-9);
    }

    [Fact]
    public async Task The_last_fifth_by_a_date_is_tested_by_models_of_the_rows_before()
    {
        AskedResult result = await RunAsync(
            Dated(), planned => (planned.Input.Dataset.Times is null ? 1 : 0.1) * (1 - QualityOf(planned)), sees: "day: days");

        Assert.Equal("first look", steps[steps.IndexOf("later rows") - 1]);
        LaterRows later = result.Later!;
        Assert.Equal(("day", new DateTime(2020, 2, 18), 12), (later.Column, later.From, later.TestRows));
        Assert.Equal(AskedModels.Defaults.Order(), later.Scores.Keys.Order());
        ModelScores trees = later.BestOf(result.Answer!, Family.Trees)!, networks = later.BestOf(result.Answer!, Family.Networks)!;
        Assert.Equal(("boosted", "network"), (trees.Name, networks.Name));
        string said = new AnswerWords(result).Sentences[0];
        Assert.StartsWith(
            "Trained on the rows before 2020-02-18 and tested on the 12 from then on (column 'day'): R² ", said, StringComparison.Ordinal);
        Assert.Empty(result.Leaks);
        Assert.Empty(result.Unfinished);
        Assert.False(later.IsGuessing);
    }

    [Fact]
    public async Task Where_no_model_is_of_use_on_later_rows_the_next_step_is_to_take_the_trend_out()
    {
        AskedResult result = await RunAsync(Dated(), planned => planned.Input.Dataset.Times is null ? 0.1 : 3);

        Assert.True(result.Later!.IsGuessing);
        Assert.StartsWith("Do not use these models for later dates", new AnswerWords(result).Next[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_on_later_rows_that_is_not_finished_is_told()
    {
        AskedResult result = await RunAsync(
            Dated(), planned => planned.Input.Dataset.Times is null ? 1 - QualityOf(planned) : null);

        Assert.Null(result.Later);
        Assert.Contains("The test on the last rows by 'day' was not finished.", new AnswerWords(result).Sentences);
    }

    [Theory]
    [InlineData(3, false)] // the models are wrong on later rows: what the date tells is a trend
    [InlineData(0.01, true)]
    public async Task A_date_gives_the_target_away_only_where_later_rows_confirm_it(double offLater, bool isLeak)
    {
        AskedResult result = await RunAsync(Dated(), Error, sees: "day: days");

        Assert.Equal(isLeak ? ["day"] : [], result.Leaks.Select(leak => leak.Column));

        double? Error(PlannedTrial planned) =>
            planned.Trial.Model.Name == "constant" || planned.Input.Dataset.Columns.All(column => column.Name != "day: days") ? 1
            : planned.Input.Dataset.Times is null ? 0.01 : offLater;
    }

    [Fact]
    public async Task Later_rows_of_one_class_test_nothing()
    {
        UnderstoodTable table = Dated(row => row < 45 && row % 2 == 0 ? "a" : "b");

        AskedResult result = await RunAsync(table, _ => null);

        Assert.DoesNotContain("later rows", steps);
        Assert.Equal(
            "Not tested on the last rows by 'day': they, or the rows before, are all of one class.", new AnswerWords(result).Sentences[0]);
    }

    [Fact]
    public async Task A_sample_that_fits_the_time_has_enough_rows_of_a_rare_class()
    {
        string text = "a,y\n" + string.Concat(
            Enumerable.Range(0, 20_000).Select(row => $"{row * 7 % 9_973},{(row % 1_000 == 3 ? "fraud" : "fine")}\n"));
        UnderstoodTable table = TableReader.Read(new TableQuestion(folder.Write("own.csv", text), "y"));

        AskedResult result = await RunAsync(table, _ => 0, seconds: planned => planned.Input.TrainingRows);

        Assert.Equal((1_000, 20), (result.Used.Rows, result.Used.ClassCounts().Min()));
        Assert.NotNull(result.Answer);
        Assert.Empty(result.Failures);
        Assert.Contains(
            new AnswerWords(result).Sentences,
            sentence => sentence.EndsWith(
                " The sample has all 20 rows of 'fraud', more than chance would draw, so accuracy and log loss are not those of all rows.",
                StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_a_class_is_too_rare_to_tell_the_next_step_is_to_collect_more_of_it()
    {
        string text = "a,y\n" + string.Concat(Enumerable.Range(0, 100).Select(row => $"{row},{(row % 25 == 3 ? "fraud" : "fine")}\n"));
        UnderstoodTable table = TableReader.Read(new TableQuestion(folder.Write("own.csv", text), "y"));

        AskedResult result = await RunAsync(table, _ => 1);

        Assert.True(result.Answer!.IsGuessing);
        Assert.Equal(
            "Collect more rows of 'fraud': these are too few to tell a model that finds them from guessing.",
            new AnswerWords(result).Next[0]);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task Where_accuracy_sees_nothing_the_rank_of_the_probabilities_may(double off, bool ranks)
    {
        string text = "a,y\n" + string.Concat(Enumerable.Range(0, 200).Select(row => $"{row},{(row * 7 % 10 < 3 ? "no" : "yes")}\n"));
        UnderstoodTable table = TableReader.Read(new TableQuestion(folder.Write("own.csv", text), "y"));

        AskedResult result = await RunAsync(table, planned => planned.Trial.Model.Name == "linear" ? off : 1);

        Assert.True(result.Answer!.IsGuessing);
        Assert.Equal(ranks ? "linear" : null, result.Ranker?.Name);
    }

    [Fact]
    public void The_last_fifth_is_of_the_rows_and_not_of_the_dates()
    {
        // Days 20 to 29 have five rows each, those before one.
        string text = "day,a,y\n" + string.Concat(Enumerable.Range(0, 70).Select(row =>
            $"{new DateOnly(2020, 1, 1).AddDays(row < 20 ? row : 20 + ((row - 20) / 5)):yyyy-MM-dd},{row % 11},{row * 7 % 20}.5\n"));
        UnderstoodTable table = TableReader.Read(new TableQuestion(folder.Write("own.csv", text), "y"));

        IReadOnlyList<PlannedTrial> later = new AskedExperiment(table.Dataset, 1, Engine).Later();

        Assert.Equal(10, later[0].Input.Split.TestRows.Length);
        Assert.Equal(60, later[0].Input.Split.TrainRows.Length + later[0].Input.Split.ValidationRows.Length);
    }

    [Fact]
    public void Too_few_dates_are_left_in_a_small_sample() =>
        Assert.Empty(new AskedExperiment(Dated().Dataset.Sample(19, 1), 1, Engine).Later());

    [Theory]
    [InlineData(131)]
    [InlineData(7)] // so few different inputs that they would link all groups
    public async Task Rows_of_one_group_never_train_and_test(int inputs)
    {
        string text = "who,a,y\n" + string.Concat(Enumerable.Range(0, 120).Select(row => $"P{row % 30},{row % inputs},{row % 20}.5\n"));
        UnderstoodTable table = TableReader.Read(new TableQuestion(folder.Write("own.csv", text), "y")
        {
            Readings = new Dictionary<string, ColumnReading> { ["who"] = ColumnReading.Group },
        });
        int mixed = 0;

        AskedResult result = await RunAsync(table, planned =>
        {
            TrialInput input = planned.Input;
            bool isTest = steps[^1] != "pilot" && input.Dataset.Columns.Count == 1;
            if (isTest && input.Split.TestRows.Select(row => row % 30).Intersect(input.Split.TrainRows.Select(row => row % 30)).Any())
                mixed++;
            return 1 - QualityOf(planned);
        });

        Assert.Equal(0, mixed);
        Assert.Contains("on rows of a new 'who'", new AnswerWords(result).Headline, StringComparison.Ordinal);
        Assert.Contains(
            inputs > 30 ? "; rows of one 'who' and rows with equal inputs share a fold." : "; rows of one 'who' share a fold.",
            AnswerPage.Sections(result).Single(section => section.Heading == "How it was judged").Sentences[0], StringComparison.Ordinal);

        // The model that is kept is fitted on all rows, and no part of its bag has rows of a group that stops another part.
        PlannedTrial whole = new AskedExperiment(result.Used, 1, Engine) { IsBagged = true }.Whole("realmlp");
        Assert.Equal(120, whole.Input.Split.TrainRows.Length + whole.Input.Split.ValidationRows.Length);
        Assert.NotEmpty(whole.Fits);
        Assert.All(whole.Fits, part => Assert.Empty(
            part.Input.Split.ValidationRows.Select(row => row % 30).Intersect(part.Input.Split.TrainRows.Select(row => row % 30))));
    }

    private UnderstoodTable Dated(Func<int, string>? target = null)
    {
        string text = "day,a,y\n" + string.Concat(Enumerable.Range(0, 60).Select(row =>
            $"{new DateOnly(2020, 1, 1).AddDays(row):yyyy-MM-dd},{row * 7 % 11},{(target is null ? $"{row % 20}.5" : target(row))}\n"));
        return TableReader.Read(new TableQuestion(folder.Write("own.csv", text), "y"));
    }

    private async Task<AskedResult> RunAsync(
        UnderstoodTable table,
        Func<PlannedTrial, double?> error,
        string? sees = null,
        Action<FamilyAnswer>? first = null,
        int repeats = 2,
        Func<PlannedTrial, double>? seconds = null,
        string[]? keeps = null)
    {
        var limits = new AskedLimits(TimeSpan.FromSeconds(600), 3, 2, TimeProvider.System, TimeProvider.System.GetTimestamp())
        {
            MostRepeats = repeats,
        };
        return await new AskedRun(table, Engine, limits, FitAsync) { First = first, Keeps = keeps ?? [] }.RunAsync();

        Task<Outcomes> FitAsync(string what, IReadOnlyList<PlannedTrial> plan, TimeSpan limit)
        {
            Assert.True(limit <= limits.Limit);
            steps.Add(what);
            return Task.FromResult(Outcomes.Of(
                from fit in plan.SelectMany(planned => planned.Fits)
                let off = error(fit)
                where off is not null
                select KeyValuePair.Create(
                    fit.Key, Fit(fit, off!.Value, sees) with { FitSeconds = seconds?.Invoke(fit) ?? 0.001 })));
        }
    }

    // Every predicted row is off by so much of the target's spread, in a direction of its own.
    private static Outcome Fit(PlannedTrial planned, double off, string? sees)
    {
        if (double.IsNaN(off))
            return Outcome.Without(TrialStatus.Failed, "broken");
        TrialInput input = planned.Input;
        var random = new Random(planned.Trial.Split);
        if (input.Dataset.IsClassification)
            return Ranked(input, off, random);
        int[] rows = [.. input.Split.TestRows, .. input.LeftOut];
        double[] values = new double[input.Layout.Rows];
        int seen = input.Dataset.Columns.ToList().FindIndex(
            column => sees is not null && column.Name.StartsWith(sees, StringComparison.Ordinal));
        FrameworkBench.Datasets.FeatureMatrix inputs = input.PredictedInputs();
        for (int row = 0; row < values.Length; row++)
        {
            double right = row < rows.Length ? input.Dataset.Values[rows[row]]
                : seen >= 0 ? inputs[row, seen] : input.Dataset.Values[rows[row % input.Split.TestRows.Length]];
            values[row] = right + (off * 20 * (random.NextDouble() - 0.5));
        }

        return new Outcome { Status = TrialStatus.Done, Predictions = new Predictions(values.Length, 1, values) };
    }

    // All rows get the most frequent class; where nothing is off, its probability is higher on the rows that have it.
    private static Outcome Ranked(TrialInput input, double off, Random random)
    {
        int[] rows = [.. input.Split.TestRows, .. input.LeftOut];
        int usual = Array.IndexOf(input.Dataset.ClassCounts(), input.Dataset.ClassCounts().Max());
        double[] values = new double[2 * input.Layout.Rows];
        for (int row = 0; row < input.Layout.Rows; row++)
        {
            bool isUsual = input.Dataset.Labels[rows[row % rows.Length]] == usual;
            values[(2 * row) + usual] = 0.8 + (off == 0 ? isUsual ? 0.1 : 0 : 0.1 * random.NextDouble());
            values[(2 * row) + 1 - usual] = 1 - values[(2 * row) + usual];
        }

        return new Outcome { Status = TrialStatus.Done, Predictions = new Predictions(input.Layout.Rows, 2, values) };
    }

    private static double QualityOf(PlannedTrial planned) => planned.Trial.Model.Name switch
    {
        "constant" => 0,
        "linear" => 0.2,
        "forest" => 0.5,
        "boosted" => 0.6,
        "network" => 0.3,
        _ when planned.Model is RealMlpSpec => 0.4,
        "tree" => 0.1,
        _ => 0.7,
    };

    private UnderstoodTable Table(string header)
    {
        string text = header + "\n" + string.Concat(Enumerable.Range(0, 60).Select(row => $"{row * 7 % 11},{row % 20}.25,{row % 20}.5\n"));
        return TableReader.Read(new TableQuestion(folder.Write("own.csv", text), "y"));
    }

    private static HelloReply Able()
    {
        HelloReply hello = SearchPlans.Hello("scratch");
        return hello with
        {
            Capabilities = hello.Capabilities with
            {
                Models = [.. hello.Capabilities.Models, "constant", "linear", "realmlp", "tree"],
                MissingValues = true,
                Categories = true,
            },
        };
    }
}
