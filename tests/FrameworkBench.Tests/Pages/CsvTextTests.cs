using FrameworkBench.Pages.Data;

namespace FrameworkBench.Tests.Pages;

public sealed class CsvTextTests
{
    [Theory]
    [InlineData("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0")]
    [InlineData("+1+1", "'+1+1")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("＝1", "'＝1")]
    [InlineData("-0.5", "-0.5")]
    [InlineData("+1e-07", "+1e-07")]
    [InlineData("1=1", "1=1")]
    [InlineData("'quoted'", "'quoted'")]
    public void No_cell_is_a_formula_and_numbers_stay(string cell, string written)
    {
        string text = CsvText.Of(["reason"], [[cell]]);

        Assert.Equal($"reason\n{written}\n", text);
        Assert.Equal(cell, CsvText.Read(written));
    }

    [Fact]
    public void Escapes_are_shown() => Assert.Equal("reason\n\\u001B[2J\n", CsvText.Of(["reason"], [["\u001b[2J"]]));

    [Fact]
    public void A_long_table_in_parts_is_the_same_as_one_as_a_whole()
    {
        int[] rows = [.. Enumerable.Range(0, 10_000)];
        string[] headings = ["number", "text"];

        string[] parts = [.. CsvText.Parts(headings, rows, Cells)];

        Assert.Equal(CsvText.Of(headings, rows.Select(Cells)), string.Concat(parts));
        Assert.All(parts, part => Assert.EndsWith("\n", part, StringComparison.Ordinal));
        Assert.Equal("number,text\n", string.Concat(CsvText.Parts(headings, Array.Empty<int>(), Cells)));

        static string[] Cells(int row) => [CsvText.Cell(row), $"row {row}, with a comma"];
    }
}
