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
    public void Each_of_many_keys_that_stand_twice_is_told_of()
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
