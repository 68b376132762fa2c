using System.CommandLine;
using System.Globalization;
using FrameworkBench.Cli.Help;

namespace FrameworkBench.Cli.Tests;

/// <summary>
/// Whatever stands on a command line, it is understood or refused in plain words. The variable FRAMEWORKBENCH_WRONG_FILES asks for another
/// number of lines than the usual one, FRAMEWORKBENCH_WRONG_FILES_FROM for other seeds.
/// </summary>
public sealed class HostileCommandLineTests
{
    private const int UsualLines = 1_000;
    private const int MostWords = 8;

    private static readonly string[] Odd =
    [
        "", " ", "-", "--", "---", "-x", "--=", "--=x", "=", "@", "@file", "@/etc/passwd", "[suggest]", "[", "]", "\0",
        "\n", "\u202e", "é", "'", "\"", "\"unclosed", "0", "-1", "1e999", "NaN", "99999999999999999999", "1.5", "8 GB", "-8 GB",
        "true", "../..", "/dev/zero", "C:\\",
        "--help", "-h", "-?", "--version", "*", "$(id)", "`id`", ";", "|", new('x', 10_000), new('-', 1_000),
    ];

    [Fact]
    public void A_command_line_is_understood_or_refused_in_plain_words()
    {
        RootCommand root = CommandLine.Make();
        string[] names = [.. WordsOf(root).Distinct()];
        string[] words = [.. names, .. names.Where(name => name.StartsWith('-')).Select(name => name + "=x"), .. Odd];
        int lines = Asked("FRAMEWORKBENCH_WRONG_FILES") ?? UsualLines, first = Asked("FRAMEWORKBENCH_WRONG_FILES_FROM") ?? 0;
        int refused = 0;
        for (int seed = first; seed < first + lines; seed++)
        {
            string[] line = LineOf(words, new Random(seed));
            try
            {
                IReadOnlyList<string> errors = CommandLineErrors.Of(root.Parse(line));
                refused += errors.Count > 0 ? 1 : 0;
                Assert.DoesNotContain(errors, error => error.Contains("Exception", StringComparison.Ordinal) || error.Trim().Length == 0);
            }
            catch (Exception error) when (error is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"seed {seed}: {string.Join(' ', line)}\n{error}");
            }
        }

        Assert.InRange(refused, lines / 2, lines);
    }

    [Theory]
    [InlineData("tune", "iris", "--target")]
    [InlineData("tune", "--table", "--target")]
    [InlineData("run", "--quick=maybe", "--full")]
    [InlineData("run", "--limit-memory")]
    [InlineData("run", "--shard")]
    [InlineData("run", "--shard", "0/2", "--json=maybe")]
    public void An_option_without_a_sound_value_is_reported(params string[] line) =>
        Assert.NotEmpty(CommandLineErrors.Of(CommandLine.Make().Parse(line)));

    private static int? Asked(string variable) => Environment.GetEnvironmentVariable(variable) is { } asked
        ? int.Parse(asked, CultureInfo.InvariantCulture) : null;

    // Words of a command mostly, and in half of all lines the command first.
    private static string[] LineOf(string[] words, Random random)
    {
        string[] line = [.. Enumerable.Range(0, random.Next(MostWords + 1)).Select(_ => words[random.Next(words.Length)])];
        return random.Next(2) == 0 ? line : [.. line.OrderBy(word => word.StartsWith('-'))];
    }

    private static IEnumerable<string> WordsOf(Command command) =>
        command.Options.SelectMany(option => option.Aliases.Prepend(option.Name)).Prepend(command.Name)
            .Concat(command.Subcommands.SelectMany(WordsOf));
}
