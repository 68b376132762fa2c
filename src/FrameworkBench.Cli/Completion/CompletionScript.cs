namespace FrameworkBench.Cli.Completion;

/// <summary>
/// What a shell runs to complete a command line. It asks the program itself, by the directive <c>[suggest:POSITION]</c>, and gives it the
/// line without the program's name.
/// </summary>
internal static class CompletionScript
{
    private const string Program = "PROGRAM";

    private const string Bash = """
        _frameworkbench() {
          local line="${COMP_LINE:0:COMP_POINT}"
          line="${line#* }"
          local IFS=$'\n'
          COMPREPLY=($(compgen -W "$(dotnet "PROGRAM" "[suggest:${#line}]" "$line" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _frameworkbench frameworkbench ./frameworkbench
        """;

    private const string Zsh = """
        _frameworkbench() {
          local line="${BUFFER[1,CURSOR]}"
          line="${line#* }"
          local -a found
          found=("${(@f)$(dotnet "PROGRAM" "[suggest:${#line}]" "$line" 2>/dev/null)}")
          compadd -- $found
        }
        compdef _frameworkbench frameworkbench ./frameworkbench
        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName frameworkbench, frameworkbench.ps1 -ScriptBlock {
            param($word, $command, $cursor)
            $line = ($command.ToString() + ' ').Substring(0, [Math]::Min($cursor, $command.ToString().Length + 1)) -replace '^\S+\s', ''
            dotnet "PROGRAM" "[suggest:$($line.Length)]" $line | Where-Object { $_ -like "$word*" } |
                ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
        }
        """;

    /// <summary>The shells.</summary>
    public static IReadOnlyList<string> Shells { get; } = ["bash", "zsh", "powershell"];

    /// <summary>The script of a shell.</summary>
    /// <param name="shell">One of <see cref="Shells"/>.</param>
    /// <param name="program">The program's file, which <c>dotnet</c> starts.</param>
    public static string Of(string shell, string program) =>
        (shell switch { "bash" => Bash, "zsh" => Zsh, _ => PowerShell }).Replace(Program, program, StringComparison.Ordinal);
}
