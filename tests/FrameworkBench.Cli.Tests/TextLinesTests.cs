using FrameworkBench.Cli.Display;

namespace FrameworkBench.Cli.Tests;

public sealed class TextLinesTests
{
    [Fact]
    public void A_paragraph_breaks_at_spaces_and_goes_on_set_in() => Assert.Equal(
        ["the quick brown fox", "  jumps over the lazy", "  dog"], TextLines.Of("the quick brown fox jumps over the lazy dog", 21, 2));

    [Fact]
    public void What_fits_is_left_as_it_is() => Assert.Equal(["a  b"], TextLines.Of("a  b", 20, 2));

    [Fact]
    public void A_word_that_is_longer_than_a_line_stays_whole() => Assert.Equal(
        ["see", "  /a/path/that/is/longer/than/a/line", "  please"], TextLines.Of("see /a/path/that/is/longer/than/a/line please", 20, 2));

    [Fact]
    public void A_text_that_is_set_in_stays_so() => Assert.Equal(
        ["    | one two three", "four"], TextLines.Of("    | one two three four", 20, 0));
}
