using FrameworkBench.Asking.Recognition;
using FrameworkBench.Datasets;
using FrameworkBench.Keeping;

namespace FrameworkBench.Tests.Keeping;

/// <summary>New rows are read as those that the model was fitted on.</summary>
public sealed class NewRowsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly string path;
    private readonly UnderstoodTable table;
    private readonly KeptModel model;

    public NewRowsTests()
    {
        (path, table) = SmallTable.Write(folder);
        (model, _) = KeptFits.Keep(table, "linear");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_rows_of_the_table_itself_give_the_same_cells()
    {
        var rows = NewRows.Read(path, model);

        Assert.Equal(table.Dataset.Features.Values, rows.Cells.Values);
        Assert.Equal(table.Dataset.Values, rows.Targets);
        Assert.StartsWith("The model was fitted on these rows", Assert.Single(rows.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_are_found_by_name_in_any_order_and_others_are_not_used()
    {
        string other = folder.Write("new.csv", "Notiz,Datum,Garten,Stadt,Lage,Fläche\nx,1.2.2016,ja,Stadt 3,B,\"12,5\"\n");

        var rows = NewRows.Read(other, model);

        Assert.Null(rows.Targets);
        Assert.Equal("1 column not used: 'Notiz'.", Assert.Single(rows.Notes));
        Assert.Equal(12.5, rows.Cells[0, 0]);
    }

    [Fact]
    public void A_target_that_cannot_be_read_is_reported()
    {
        string[] lines = File.ReadAllLines(path);
        int target = Array.IndexOf(lines[0].Split(';'), model.Target.Name);
        string[] fields = lines[1].Split(';');
        fields[target] = "viel";

        var rows = NewRows.Read(folder.Write("new.csv", $"{lines[0]}\n{string.Join(';', fields)}\n"), model);

        Assert.Equal($"1 row with a '{model.Target.Name}' that cannot be read, taken as missing: 'viel'.", Assert.Single(rows.Notes));
        Assert.Equal([double.NaN], rows.Targets!);
    }

    [Fact]
    public void Durations_and_numbers_with_a_unit_are_read_as_in_training_also_by_a_model_from_a_file()
    {
        string own = folder.Write("own.csv", "time,weight,y\n" + string.Join('\n', Enumerable.Range(1, 60).Select(
            row => $"{row}:{row % 60:00},{row * 17 % 60} kg,{row * 2}.5 cm")));
        (KeptModel fitted, _) = KeptFits.Keep(TableReader.Read(new TableQuestion(own, "y")), "linear");
        string file = folder.Write("own.fb", "");
        using (FileStream stream = File.Create(file))
            KeptModelFile.Write(stream, fitted);
        string other = folder.Write("new.csv", "time,weight,y\n1:30,12 kg,5 cm\n0:45,7 lb,6\n");

        var rows = NewRows.Read(other, KeptModelFile.Read(file));

        Assert.Equal([90, 12, 45, double.NaN], rows.Cells.Values);
        Assert.Equal([5, double.NaN], rows.Targets!);
        Assert.Equal(
        [
            "1 row with a 'weight' that cannot be read, taken as missing: '7 lb'.",
            "1 row with a 'y' that cannot be read, taken as missing: '6'.",
        ], rows.Notes);
    }

    [Fact]
    public void A_sign_between_thousands_that_no_training_row_had_may_separate_decimals_and_is_refused()
    {
        string other = folder.Write(
            "new.csv", "Fläche;Lage;Stadt;Garten;Datum\n12,5;A;Stadt 3;ja;2.2.2016\n12.500;A;Stadt 3;ja;2.2.2016\n");

        Assert.Equal(
            $"{other}:3: 'Fläche': '12.500' has a '.', which no training row had; expected ',' before decimals and no sign between "
                + "thousands", Assert.Throws<DatasetException>(() => NewRows.Read(other, model)).Message);
    }

    [Fact]
    public void What_cannot_be_read_counts_as_missing_or_unknown_and_is_reported()
    {
        string other = folder.Write(
            "new.csv", "Fläche;Lage;Stadt;Garten;Datum\nviel;Z;Stadt 3;vielleicht;heute\n?;A;Stadt 3;ja;2.2.2016\n");

        var rows = NewRows.Read(other, model);

        Assert.Equal(
        [
            "1 row with a 'Fläche' that cannot be read, taken as missing: 'viel'.",
            "1 row with a 'Lage' that no training row has: 'Z'.",
            "1 row with a 'Garten' that cannot be read, taken as missing: 'vielleicht'.",
            "1 row with a 'Datum' that cannot be read, taken as missing: 'heute'.",
        ], rows.Notes);
        Assert.Equal((double.NaN, 3, double.NaN), (rows.Cells[0, 0], rows.Cells[0, 1], rows.Cells[1, 0]));
    }

    [Theory]
    [InlineData("Lage;Stadt;Datum\nA;B;1.1.2016\n",
        "no columns 'Fläche', 'Garten', which the model needs; found 'Lage', 'Stadt', 'Datum'")]
    [InlineData("", "the file is empty; expected a header line and rows")]
    [InlineData("Fläche;Lage;Stadt;Garten;Datum\n", "only a header; expected rows")]
    [InlineData("Fläche;Lage;Stadt;Garten;Datum\n1;A;Stadt 1;ja;1.1.2016\n1;A\n", "3: found 2 fields, expected 5 as in the header")]
    public void A_file_that_is_no_such_table_is_refused_in_plain_words(string text, string expected)
    {
        string other = folder.Write("new.csv", text);

        var wrong = Assert.Throws<DatasetException>(() => NewRows.Read(other, model));

        Assert.EndsWith($"new.csv:{(char.IsAsciiDigit(expected[0]) ? "" : " ")}{expected}", wrong.Message, StringComparison.Ordinal);
    }
}
