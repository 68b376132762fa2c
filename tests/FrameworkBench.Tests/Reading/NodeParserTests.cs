using FrameworkBench.Reading;

namespace FrameworkBench.Tests.Reading;

/// <summary>What a parser of files that others write must bear.</summary>
public sealed class NodeParserTests
{
    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    public void A_text_that_is_nested_too_deeply_is_refused_where_it_is(char bracket)
    {
        string message = ProblemOf(string.Concat(Enumerable.Repeat(bracket == '[' ? "[" : "{a: ", 100_000)));

        Assert.StartsWith("file.yaml:1:", message, StringComparison.Ordinal);
        Assert.EndsWith(": not valid YAML: more than 64 lists and mappings within one another", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_of_64_levels_is_read()
    {
        var problems = new ProblemList("file.yaml");

        Node? root = NodeParser.Parse(new string('[', 64) + new string(']', 64), "", problems);

        Assert.False(problems.Any);
        Assert.IsType<SequenceNode>(root);
    }

    [Fact]
    public void Each_of_many_keys_that_stand_twice_is_reported_of()
    {
        const int Keys = 20_000;
        string text = string.Concat(Enumerable.Range(0, 2 * Keys).Select(i => FormattableString.Invariant($"key{i % Keys}: 1\n")));
        var problems = new ProblemList("file.yaml", ProblemList.Screenful);

        var root = Assert.IsType<MappingNode>(NodeParser.Parse(text, "", problems));

        Assert.Equal(Keys, root.Entries.Count);
        Assert.Equal(Keys - ProblemList.Screenful, problems.Unlisted);
        Assert.Equal($"file.yaml:{Keys + 1}: key0: duplicate key 'key0'; the first is on line 1", problems.InOrder()[0].ToString());
    }

    [Fact]
    public void A_file_of_too_many_values_is_refused_where_they_become_too_many()
    {
        string text = string.Concat(Enumerable.Range(1, 200_000).Select(i => FormattableString.Invariant($"key{i}: 1\n")));

        Assert.Equal("file.yaml:50000:11: the 100,001th value; a file may hold 100,000", ProblemOf(text));
    }

    [Fact]
    public void A_text_that_is_too_long_is_reported_by_its_length_and_not_repeated()
    {
        string message = ProblemOf($"title: {new string('x', 1_000_000)}\n");

        Assert.Equal("file.yaml:1:8: found a text of 1,000,000 characters; must be at most 20,000", message);
    }

    [Fact]
    public void A_file_that_is_too_large_is_not_parsed() => Assert.Equal(
        "file.yaml: found 10,000,000 characters; a file may have 4,194,304", ProblemOf(new string('x', 10_000_000)));

    [Fact]
    public void A_message_shows_control_characters_and_does_not_send_them()
    {
        var problem = new Problem("a\nb.yaml", 1, null, "key", "found '\u001b[2J'; " + new string('x', 100_000));

        string text = problem.ToString();

        Assert.StartsWith("a\uFFFDb.yaml:1: key: found '\uFFFD[2J'; xxx", text, StringComparison.Ordinal);
        Assert.Equal((2000, 'x', '…'), (text.Length, text[^2], text[^1]));
    }

    [Fact]
    public void Only_the_beginning_of_a_long_value_is_quoted()
    {
        var value = new Value(new ScalarNode(1, 1, new string('x', 1_000_000), Quoted: false), "key", new ProblemList("file.yaml"));

        Assert.Equal($"found '{new string('x', 100)}…'", value.Found());
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n")]
    [InlineData("---\n")]
    public void An_empty_file_says_what_it_needs(string text) => Assert.Equal("file.yaml: the file is empty; give a name", ProblemOf(text));

    private static string ProblemOf(string text)
    {
        var problems = new ProblemList("file.yaml");

        Assert.Null(NodeParser.Parse(text, "give a name", problems));

        return Assert.Single(problems.InOrder()).ToString();
    }
}
