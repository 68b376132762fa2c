using System.Globalization;
using FrameworkBench.Asking.Recognition;
using FrameworkBench.Datasets;

namespace FrameworkBench.Tests.Asking.Recognition;

public sealed class TargetRecognitionTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("two numbers far apart", 40, "0 1000")]
    [InlineData("codes", 30, "1 2 3")]
    [InlineData("codes of which one is unused", 70, "1 2 3 5 6 7")]
    [InlineData("signs", 40, "-1 0 1")]
    [InlineData("digits", 200, "0 1 2 3 4 5 6 7 8 9")]
    public void Few_whole_numbers_with_several_rows_each_are_classes(string what, int rows, string numbers)
    {
        UnderstoodColumn target = Target(rows, numbers);

        Assert.True(target.Reading == ColumnReading.Category, what);
        Assert.Equal(["whole numbers taken as classes; --as y=number predicts the number"], target.Notes);
    }

    [Fact]
    public void One_of_three_codes_may_be_rare() =>
        Assert.Equal(ColumnReading.Category, Target(200, "0 1 2", isRare: true).Reading);

    [Theory]
    [InlineData("grades", 30, "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15")]
    [InlineData("doses", 100, "0 50 100 150 200")]
    [InlineData("counts of which the largest are rare", 43, "0 1 2 3 4")]
    [InlineData("eleven numbers", 1100, "0 1 2 3 4 5 6 7 8 9 10")]
    public void Other_whole_numbers_are_values_and_a_note_tells_how_to_have_classes(string what, int rows, string numbers)
    {
        UnderstoodColumn target = Target(rows, numbers, isRare: what.EndsWith("rare", StringComparison.Ordinal));

        Assert.True(target.Reading == ColumnReading.Number, what);
        Assert.Equal(["whole numbers taken as values; --as y=category predicts classes"], target.Notes);
    }

    [Fact]
    public void Weights_of_a_few_rows_are_values_and_nothing_is_said_of_classes_that_they_cannot_be()
    {
        UnderstoodColumn target = Target(25, "63 78 71 55 49 80 66 91 59 62 74 84 77 58 69 70");

        Assert.Equal((ColumnReading.Number, 0), (target.Reading, target.Notes.Count));
    }

    [Fact]
    public void Of_too_many_texts_that_are_numbers_the_way_to_predict_them_is_told()
    {
        string Some(int row) => row % 5 == 0 ? $"<{row}" : $"{row}.5";
        string found = "'y' has 60 different texts in 60 rows, such as ";

        Assert.Equal(
            $"{found}'<0'; too many to be classes. 48 are numbers: --as y=number predicts them, without the other rows",
            Message(Some));
        Assert.Equal(
            $"{found}'1'; too many to be classes. All are numbers: --as y=number predicts them",
            Message(row => $"{row + 1}", ColumnReading.Category));
    }

    [Fact]
    public void Two_numbers_with_a_unit_are_classes_and_more_are_values()
    {
        UnderstoodColumn two = Read(60, row => row % 2 == 0 ? "36 months" : "60 months", null);

        Assert.Equal(ColumnReading.Category, two.Reading);
        Assert.Equal(["unit 'months'", "numbers taken as classes; --as y=number predicts the number"], two.Notes);
        Assert.Equal(ColumnReading.Number, Read(60, row => $"{row % 7} months", null).Reading);
    }

    private string Message(Func<int, string> text, ColumnReading? reading = null) => Assert.Single(
        Assert.Throws<DatasetException>(() => Read(60, text, reading)).Problems).Message;

    private UnderstoodColumn Target(int rows, string numbers, bool isRare = false)
    {
        string[] all = numbers.Split(' ');
        return Read(rows, row => isRare && row >= 3 ? all[row % (all.Length - 1)] : all[^((row % all.Length) + 1)], null);
    }

    private UnderstoodColumn Read(int rows, Func<int, string> text, ColumnReading? reading)
    {
        string path = folder.Write("own.csv", "a,y\n" + string.Join(
            '\n', Enumerable.Range(0, rows).Select(row => string.Create(CultureInfo.InvariantCulture, $"{row * row}.5,{text(row)}"))));
        return TableReader.Read(new TableQuestion(path, "y")
        {
            Readings = reading is { } asked ? new Dictionary<string, ColumnReading> { ["y"] = asked } : [],
        }).Columns[^1];
    }
}
