using FrameworkBench.Asking;
using FrameworkBench.Asking.Recognition;
using FrameworkBench.Datasets;
using FrameworkBench.Trials;

namespace FrameworkBench.Tests.Asking;

public sealed class AnswerPageTests : IDisposable
{
    private const string Hostile = "<img src=x onerror=alert(1)>](javascript:alert(1))|`";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_page_says_the_answer_the_scores_and_how_the_table_was_read()
    {
        (string markdown, string html, string columns) = AnswerFiles.Write(Result("area", "price"), folder.Path);

        string text = File.ReadAllText(markdown), page = File.ReadAllText(html);
        Assert.Contains("area: number", File.ReadAllLines(columns));
        Assert.Equal(Path.Combine(folder.Path, "houses.md"), markdown);
        Assert.Contains("Trees predict 'price' best: boosted, with an expected R² of 0.810 [", text, StringComparison.Ordinal);
        Assert.Contains("MAE 1,000, RMSE 1,235, in the unit of 'price'.", text, StringComparison.Ordinal);
        Assert.Contains("| boosted | trees | 0.810 |", text, StringComparison.Ordinal);
        Assert.Contains("| area | number |", text, StringComparison.Ordinal);
        Assert.Contains("<img src=\"data:image/svg+xml", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http://", page.Replace("http://www.w3.org", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Trees_are_not_called_better_than_networks_whose_strong_model_had_no_time()
    {
        var words = new AnswerWords(Result("area", "price", hasStrong: false));

        Assert.Matches(
            @"^No answer yet: of the models that fit the time, trees predict 'price' best \(boosted, with an expected R² of 0\.810 "
                + @"\[.*\] on new rows\), but the strongest network had no time\.$", words.Headline);
        Assert.Equal(["For a surer answer, give it more time: --time 300s"], words.Next);
    }

    [Fact]
    public void Hostile_names_are_harmless()
    {
        (string markdown, string html, _) = AnswerFiles.Write(Result(Hostile, Hostile + "y"), folder.Path);

        Assert.DoesNotMatch("<img (?!src=\"data:image/svg)", File.ReadAllText(html));
        string text = File.ReadAllText(markdown);
        Assert.DoesNotContain("](javascript", text.Replace("\\](", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("<img", text.Replace("\\<", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_the_user_is_left_alone_and_an_earlier_answer_is_not()
    {
        folder.Write("houses.md", "my notes");

        (string first, _, _) = AnswerFiles.Write(Result("area", "price"), folder.Path);
        (string second, _, _) = AnswerFiles.Write(Result("area", "price"), folder.Path);

        Assert.Equal((Path.Combine(folder.Path, "houses-answer.md"), first), (first, second));
        Assert.Equal("my notes", File.ReadAllText(Path.Combine(folder.Path, "houses.md")));
    }

    [Fact]
    public void A_linear_model_that_no_family_beats_is_enough()
    {
        AskedResult result = Result("area", "price", linear: [0.81, 0.83, 0.82, 0.80, 0.84]);

        var words = new AnswerWords(result);
        Assert.StartsWith("A linear model is enough: its expected R² on new rows is 0.820 [", words.Headline, StringComparison.Ordinal);
        Assert.Contains("Start with the linear model: nothing is clearly better, and it is interpretable.", words.Next);
    }

    [Fact]
    public void Where_no_model_beats_guessing_that_is_the_answer()
    {
        AskedResult result = Result("area", "price", constant: [0.84, 0.78, 0.86, 0.75, 0.85]);

        Assert.StartsWith("Nothing predicts 'price' better than guessing", new AnswerWords(result).Headline, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_only_the_linear_model_beats_guessing_it_is_enough()
    {
        AskedResult result = Result(
            "area", "price", linear: [0.93, 0.91, 0.95, 0.92, 0.94], constant: [0.84, 0.78, 0.86, 0.75, 0.85]);

        var words = new AnswerWords(result);
        Assert.StartsWith("A linear model is enough: its expected R² on new rows is 0.930", words.Headline, StringComparison.Ordinal);
        Assert.StartsWith("Start with the linear model", words.Next[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_scores_as_guessing_on_every_split_has_no_interval_without_width()
    {
        AskedResult result = Result("area", "price", constant: [0.80, 0.82, 0.81, 0.79, 0.83]);

        Assert.Contains(
            new AnswerWords(result).Sentences,
            sentence => sentence.StartsWith("Lead over guessing: none on any split; over a linear", StringComparison.Ordinal));
    }

    [Fact]
    public void A_linear_model_that_is_no_better_than_guessing_is_not_advised()
    {
        // It is so uneven that trees, which are better than guessing, do not lead it beyond chance.
        AskedResult result = Result("area", "price", linear: [0.9, -3, 0.8, -0.5, 0.85]);

        Assert.StartsWith("Take boosted; --save", new AnswerWords(result).Next[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-3, "Take boosted: the difference may be chance, but networks may be no better than guessing.")]
    [InlineData(0.5, "Take boosted: the difference may be chance, and it is cheaper to fit.")]
    public void A_family_that_may_be_no_better_than_guessing_is_not_advised_for_its_cost(double worst, string expected)
    {
        AskedResult result = Result("area", "price", linear: [0, 0.1, 0, -0.1, 0], network: [0.9, worst, 0.8, 0.7, 0.85]);

        Assert.Equal(FamilyVerdict.TooClose, result.Answer!.Verdict);
        Assert.Equal(expected, new AnswerWords(result).Next[0]);
    }

    [Fact]
    public void Families_that_score_the_same_on_every_split_have_no_interval_without_width()
    {
        AskedResult result = Result("area", "price", network: [0.80, 0.82, 0.81, 0.79, 0.83], linear: [0.80, 0.82, 0.81, 0.79, 0.83]);

        IReadOnlyList<string> sentences = new AnswerWords(result).Sentences;
        Assert.Equal("Trees (boosted) and networks (network) reach the same R² on each of 5 splits.", sentences[0]);
        Assert.EndsWith("; over a linear model: none on any split.", sentences[1], StringComparison.Ordinal);
        Assert.DoesNotContain(sentences, sentence => sentence.Contains("[0.000, 0.000]", StringComparison.Ordinal));
    }

    [Fact]
    public void Probabilities_that_rank_rows_are_worth_something_although_accuracy_is_that_of_guessing()
    {
        double[] guessing = [0.80, 0.82, 0.81, 0.79, 0.83];
        AskedResult result = Result("area", "sold", linear: guessing, constant: guessing, network: guessing) with
        {
            Ranker = FamilyAnswerTests.ScoresOf("linear", [0.71, 0.72, 0.69, 0.70, 0.73]),
        };

        var words = new AnswerWords(result);
        Assert.StartsWith("By R², nothing predicts 'sold' better than guessing", words.Headline, StringComparison.Ordinal);
        Assert.StartsWith(
            "But rows can be ranked: the expected ROC AUC on new rows is 0.710 [", words.Sentences[0], StringComparison.Ordinal);
        Assert.StartsWith("If a ranking is enough", words.Next[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("boosted-strong", false)]
    [InlineData("boosted-tuned", true)]
    public void Settings_that_were_tried_are_counted_where_a_tuned_model_was_finished(string model, bool counted)
    {
        AskedResult result = Result("area", "price", trees: model);
        var experiment = new AskedExperiment(result.Used, 1, new PlannedEngine("absent", null, "not installed")) { Candidates = 8 };

        string page = string.Join(
            '\n', AnswerPage.Sections(result with { Experiment = experiment }).SelectMany(section => section.Sentences));
        Assert.Equal(counted, page.Contains("The tuned models have the best of 8 settings", StringComparison.Ordinal));
    }

    private static AskedResult Result(
        string column, string target, double[]? linear = null, double[]? constant = null, string trees = "boosted",
        double[]? network = null, bool hasStrong = true)
    {
        Dataset dataset = Datasets.Tables.OfValues([1, 2, 3, 4, 5]) with { Name = "houses", TargetName = target };
        return new AskedResult
        {
            Table = new UnderstoodTable
            {
                Dataset = dataset,
                Columns = [new(column, ColumnReading.Number), new(target, ColumnReading.Number)],
                RowsInFile = 5,
                Sources = [column],
            },
            Used = dataset,
            Limit = TimeSpan.FromSeconds(60),
            Weights = [new(column, 1, 1, [0])],
            Answer = FamilyAnswer.Of(
            [
                FamilyAnswerTests.ScoresOf("constant", constant ?? [0, 0, 0, 0, 0]),
                FamilyAnswerTests.ScoresOf("linear", linear ?? [0.5, 0.5, 0.5, 0.5, 0.5]),
                FamilyAnswerTests.ScoresOf(trees, [0.80, 0.82, 0.81, 0.79, 0.83]),
                FamilyAnswerTests.ScoresOf("network", network ?? [0.70, 0.73, 0.70, 0.70, 0.73]),
                .. hasStrong ? [FamilyAnswerTests.ScoresOf("realmlp", [-9, -9, -9, -9, -9])] : Array.Empty<ModelScores>(),
            ]),
            Unfinished = hasStrong ? [] : ["RealMLP"],
        };
    }
}
