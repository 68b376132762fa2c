using FrameworkBench.Asking;
using FrameworkBench.Claims;
using FrameworkBench.Claims.Tables;
using FrameworkBench.Results.Suite;

namespace FrameworkBench.Tests.Asking;

public sealed class PublicTablesTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void They_are_the_tables_of_the_committed_results(bool searched)
    {
        IReadOnlyList<LedTable> tables = PublicTables.Compared(searched);

        string[] lines = File.ReadAllLines(Path.Combine(RepositoryFiles.Root, "results", "trees-vs-networks", "tables.csv"));
        string[] expected =
        [
            .. from line in lines
               let cells = line.Split(',')
               where cells[2] == "scratch" && cells[3] == (searched ? "boosted-tuned" : "boosted-bagged") && cells[4] == "scratch"
               select $"{cells[6]} {cells[7]}",
        ];
        Assert.True(expected.Length > 10);
        Assert.Equal(expected, tables.Select(table => $"{table.Traits.Dataset} {table.Traits.Rows}"));
        Assert.All(tables, table => Assert.InRange(table.BestScore, 0, 1));
        Assert.Contains(tables, table => table.Lead < 0);
        Assert.Contains(tables, table => table.Lead > 0);
    }

    [Theory]
    [InlineData(500, ", and says networks here.")]
    [InlineData(1500, ", and says trees here.")]
    [InlineData(60_000, "; this table has 60,000 rows, outside their range.")]
    public void A_question_that_helps_is_asked_of_a_table_within_their_range(int rows, string end)
    {
        LedTable[] tables = [.. Enumerable.Range(1, 20).Select(table => On(100 * table, table <= 10 ? -0.01 : 0.02))];

        Assert.Equal(
            "On 20 public tables of 100 to 2,000 rows, one question tells best which family leads: networks below 1,050 rows, trees from "
            + $"1,050 rows on. It errs on 1 of 20 tables that it was not made from{end}",
            PublicTablesWords.Of(tables, On(rows, 0)));
    }

    [Fact]
    public void Where_no_question_helps_the_side_that_led_more_often_is_named()
    {
        LedTable[] tables = [.. Enumerable.Range(1, 20).Select(table => On(100 * table, table % 5 == 0 ? 0.02 : -0.01))];

        Assert.Equal(
            "On 20 public tables of 100 to 2,000 rows, networks led on 16, each family by its strongest model; no property of a table "
            + "predicts better which one leads.",
            PublicTablesWords.Of(tables, On(500, 0)));
    }

    [Fact]
    public void A_few_tables_say_nothing() =>
        Assert.Null(PublicTablesWords.Of([.. Enumerable.Range(1, 9).Select(table => On(100 * table, 0.01))], On(500, 0)));

    private static LedTable On(int rows, double lead) => new(
        new TableTraits(new TableFacts($"t{rows}", rows, 5, IsMixed: false, IsClassification: true), IsSmooth: null), 0.9, lead);
}
