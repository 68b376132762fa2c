using FrameworkBench.Pages.Markdown;

namespace FrameworkBench.Tests.Pages;

public class MarkdownTests
{
    [Theory]
    [InlineData("a | b", "a \\| b")]
    [InlineData("two\nlines", "two lines")]
    [InlineData("two\r\n  lines\r\n", "two lines")]
    [InlineData("\u009b2J", "\\u009B2J")]
    public void A_cell_stays_one_cell_on_one_line(string markdown, string cell)
    {
        var table = new MarkdownTable("x");
        table.Add(markdown);

        Assert.Equal($"| x |\n| --- |\n| {cell} |\n", table.ToString());
    }

    [Fact]
    public void Numbers_are_flush_right_and_missing_cells_empty()
    {
        var table = new MarkdownTable("model", ">score");
        table.Add("net");

        Assert.Equal("| model | score |\n| --- | ---: |\n| net | |\n", table.ToString());
    }

    [Fact]
    public void A_row_with_too_many_cells_is_refused() =>
        Assert.Throws<ArgumentException>(() => new MarkdownTable("x").Add("1", "2"));

    [Theory]
    [InlineData("2 * 3 < 7", "2 \\* 3 \\< 7")]
    [InlineData("log_loss", "log_loss")]
    [InlineData("_private_", "\\_private\\_")]
    [InlineData("0.5 [0.4, 0.6]", "0.5 [0.4, 0.6]")]
    [InlineData("[1](x) [^2]", "[1\\](x) \\[^2]")]
    [InlineData("`code` C:\\x", "\\`code\\` C:\\\\x")]
    [InlineData("a\nb", "a b")]
    [InlineData("a\r\nb", "a b")]
    [InlineData("\u001b[31mred", "\\\\u001B[31mred")]
    public void Plain_text_is_read_as_plain_text(string text, string markdown) =>
        Assert.Equal(markdown, MarkdownText.Escape(text));

    [Fact]
    public void A_link_target_with_spaces_and_brackets_ends_where_it_should() =>
        Assert.Equal("[x](a%20%28b%29.md)", MarkdownText.Link("x", "a (b).md"));

    [Theory]
    [InlineData("x", "`x`")]
    [InlineData("a`b", "`` a`b ``")]
    public void Code_with_a_backtick_has_a_longer_fence(string text, string markdown) =>
        Assert.Equal(markdown, MarkdownText.Code(text));

    [Fact]
    public void Blocks_stand_apart_and_empty_ones_leave_no_trace() =>
        Assert.Equal(
            "# Title\n\nText.\n\n- one\n- two\n",
            new MarkdownDocument().Heading(1, "Title").Paragraph("").List().Table(new MarkdownTable("x")).Paragraph("Text.")
                .List("one", "two").ToString());
}
