using System.Xml.Linq;

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

    [Theory]
    [InlineData("frameworkbench")]
    [InlineData("frameworkbench.ps1")]
    public void A_script_that_builds_knows_every_file_outside_src_that_a_build_reads(string script)
    {
        string text = File.ReadAllText(Path.Combine(Invocation.Root, script));
        string source = Path.Combine(Invocation.Root, "src");
        string[] outside =
        [
            .. from project in Directory.GetFiles(source, "*.csproj", SearchOption.AllDirectories)
               from included in XDocument.Load(project).Descendants().Attributes("Include")
               where included.Value.StartsWith("../", StringComparison.Ordinal)
               let path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(project)!, included.Value))
               where !path.StartsWith(source, StringComparison.Ordinal)
               select Path.GetRelativePath(Invocation.Root, path).Replace('\\', '/'),
        ];

        Assert.NotEmpty(outside);
        Assert.All(outside, path => Assert.Contains(path, text, StringComparison.Ordinal));
    }
}
