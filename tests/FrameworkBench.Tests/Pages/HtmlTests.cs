using FrameworkBench.Pages.Html;
using FrameworkBench.Pages.Markdown;

namespace FrameworkBench.Tests.Pages;

public class HtmlTests
{
    private const string Hostile = "<img src=x onerror=alert(1)>](javascript:alert(1))|`\"'&";

    [Theory]
    [InlineData("**a** *b* `c`", "<strong>a</strong> <em>b</em> <code>c</code>")]
    [InlineData("[a *b*](../x/README.md#y)", "<a href=\"x/README.md#y\">a <em>b</em></a>")]
    [InlineData("[a](#claims)", "<a href=\"xor/README.md#claims\">a</a>")]
    [InlineData("[a](loss.svg)", "<a href=\"xor/loss.svg\">a</a>")]
    [InlineData("[a](../../docs/statistics.md)", "<a href=\"../docs/statistics.md\">a</a>")]
    [InlineData("[a](https://example.org)", "<a href=\"https://example.org\">a</a>")]
    [InlineData("0.5 [0.4, 0.6] of (two)", "0.5 [0.4, 0.6] of (two)")]
    [InlineData("[\\[1\\]](#d) one", "<a href=\"xor/README.md#d\">[1]</a> one")]
    [InlineData("a<br>b", "a<br>b")]
    [InlineData("**a *b", "<strong>a <em>b</em></strong>")]
    [InlineData("``a`b``", "<code>a`b</code>")]
    [InlineData("a ` b", "a ` b")]
    [InlineData("a\\", "a\\")]
    public void A_line_of_markdown_becomes_html(string markdown, string html) =>
        Assert.Equal(html, MarkdownSpans.ToHtml(markdown, "xor/README.md"));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("/etc/passwd")]
    [InlineData("//example.org")]
    [InlineData("http://example.org")]
    [InlineData("x\\y")]
    public void A_link_that_leads_nowhere_known_is_its_text(string target) =>
        Assert.Equal("a", MarkdownSpans.ToHtml($"[a]({target.Replace("(", "%28").Replace(")", "%29")})", "README.md"));

    [Fact]
    public void Escaped_text_comes_back_as_it_was() =>
        Assert.Equal(HtmlText.Encode(Hostile), MarkdownSpans.ToHtml(MarkdownText.Escape(Hostile), "README.md"));

    [Fact]
    public void Markup_that_is_not_escaped_is_text_too() =>
        Assert.Equal("&lt;img src=x onerror=alert(1)&gt;", MarkdownSpans.ToHtml("<img src=x onerror=alert(1)>", "README.md"));

    [Fact]
    public void A_page_becomes_html_block_by_block()
    {
        var table = new MarkdownTable("model", ">score");
        table.Add("a | b", "1");
        string page = new MarkdownDocument().Heading(2, "Title").Paragraph("text").Warning("few").List("one", "two").Numbered(["three"])
            .Table(table).CodeBlock("sh", "a < b").Picture("words", "x.svg").Details("more", open: false, more => more.Paragraph("p"))
            .ToString();
        var html = new HtmlWriter();

        MarkdownHtml.Write(html, page, "xor/README.md", deeper: 1);

        Assert.Equal(
            """
            <h3>Title</h3>
            <p>text</p>
            <p class="warning">⚠ few</p>
            <ul>
            <li>one</li>
            <li>two</li>
            </ul>
            <ol>
            <li>three</li>
            </ol>
            <div class="scroll">
            <table>
            <thead><tr><th scope="col">model</th><th scope="col" class="number">score</th></tr></thead>
            <tbody>
            <tr><td>a | b</td><td class="number">1</td></tr>
            </tbody>
            </table>
            </div>
            <pre><code>a &lt; b</code></pre>
            <p class="file"><a href="xor/x.svg">words</a></p>
            <details><summary>more</summary>
            <p>p</p>
            </details>

            """,
            html.ToString());
    }
}
