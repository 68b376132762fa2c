using FrameworkBench.Experiments;

namespace FrameworkBench.Tests.Experiments;

/// <summary>
/// Each broken file of the fixtures has its messages beside it, word for word, in a file of the same name that ends in <c>.expected</c>.
/// </summary>
public sealed class BrokenExperimentTests
{
    private static readonly string Folder = RepositoryFiles.Fixture("experiments");

    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Folder, "*.yaml").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_broken_file_gets_all_its_messages_word_for_word(string name) => Assert.Equal(Expected(name), MessageOf(name, Text(name)));

    [Theory]
    [MemberData(nameof(Files))]
    public void The_line_ends_of_Windows_change_no_message(string name) =>
        Assert.Equal(Expected(name), MessageOf(name, Text(name).ReplaceLineEndings("\r\n")));

    [Fact]
    public void A_missing_file_is_named()
    {
        ExperimentException exception =
            Assert.Throws<ExperimentException>(() => new ExperimentLoader(TestVocabulary.Instance).Load("no/such.yaml"));

        Assert.StartsWith("no/such.yaml: the file cannot be read: ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_problems_of_several_files_are_reported_together()
    {
        string[] paths = [.. new[] { "missing.yaml", "like.yaml" }.Select(name => Path.Combine(Folder, name))];

        ExperimentException exception =
            Assert.Throws<ExperimentException>(() => new ExperimentLoader(TestVocabulary.Instance).LoadAll(paths));

        Assert.Equal(paths, exception.Problems.Select(problem => problem.File).Distinct());
    }

    private static string Text(string name) => File.ReadAllText(Path.Combine(Folder, name));

    private static string Expected(string name) => Text(Path.ChangeExtension(name, ".expected")).TrimEnd('\n');

    private static string MessageOf(string name, string text) =>
        Assert.Throws<ExperimentException>(() => new ExperimentLoader(TestVocabulary.Instance).Parse(name, text)).Message;
}
