using System.Diagnostics;
using FrameworkBench.Cli.Completion;

namespace FrameworkBench.Cli.Tests;

public sealed class CompletionTests
{
    [Theory]
    [InlineData("li", "list")]
    [InlineData("claims v", "verify")]
    [InlineData("run xo", "xor")]
    [InlineData("run xor --engine scr", "scratch")]
    [InlineData("run xor --see", "--seeds")]
    public void Commands_options_and_names_are_completed(string line, string expected) =>
        Assert.Contains(CommandLine.Make().Parse(line).GetCompletions(line.Length), item => item.Label == expected);

    [Fact]
    public async Task Bash_completes_a_word_in_the_middle_of_a_line_by_the_script()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no Bash");
        Invocation script = await Invocation.RunAsync("completion", "bash");
        string asked = script.Output + """
            COMP_LINE='./frameworkbench claims ver --json' COMP_POINT=27 COMP_WORDS=(./frameworkbench claims ver --json) COMP_CWORD=2
            _frameworkbench
            printf '%s\n' "${COMPREPLY[@]}"
            """;
        using Process bash =
            Process.Start(new ProcessStartInfo("bash", ["-c", asked]) { RedirectStandardOutput = true, UseShellExecute = false })!;

        string found = await bash.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Equal("verify\n", found);
    }

    [Fact]
    public void Every_shell_is_reported_where_the_program_is() => Assert.All(
        CompletionScript.Shells, shell => Assert.Contains("\"/there/it.dll\"", CompletionScript.Of(shell, "/there/it.dll"),
            StringComparison.Ordinal));
}
