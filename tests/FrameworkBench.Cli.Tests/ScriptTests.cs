namespace FrameworkBench.Cli.Tests;

/// <summary>What the shells of some machine would not understand.</summary>
public sealed class ScriptTests
{
    public static TheoryData<string> PowerShell =>
        [.. Directory.GetFiles(Invocation.Root, "*.ps1").Select(script => Path.GetFileName(script))];

    public static TheoryData<string> Bash => ["frameworkbench", "run-all.sh", ".ci/run"];

    [Theory]
    [MemberData(nameof(PowerShell))]
    public void Windows_PowerShell_would_misread_what_is_not_ASCII(string script)
    {
        string[] lines = File.ReadAllLines(Path.Combine(Invocation.Root, script));

        Assert.NotEmpty(lines);
        Assert.All(
            lines, line => Assert.All(line, character => Assert.True(char.IsAscii(character), $"{script}: '{character}' in: {line}")));
    }

    [Theory]
    [MemberData(nameof(Bash))]
    public void Bash_takes_no_carriage_return(string script)
    {
        string text = File.ReadAllText(Path.Combine(Invocation.Root, script));

        Assert.StartsWith("#!/usr/bin/env bash\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
    }
}
