using FrameworkBench.Engines.Variables;

namespace FrameworkBench.Wording;

/// <summary>Sentences about the variables of a run's environment.</summary>
internal static class VariableWords
{
    /// <summary>The variables that slow a framework.</summary>
    internal static IReadOnlyList<FrameworkVariable> Slowing(IEnumerable<FrameworkVariable> variables) =>
        [.. variables.Where(variable => variable.Influence == VariableInfluence.Slows)];

    /// <summary>What a slowing variable does and how to run without it, for a terminal.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="powerShell">Whether the command is PowerShell's, else a POSIX shell's.</param>
    internal static string Notice(FrameworkVariable variable, bool powerShell)
    {
        string command = powerShell ? $"Remove-Item Env:{variable.Name}" : $"unset {variable.Name}";
        return $"{variable.Assignment} is set: {variable.Effect}. To run without it: {command}";
    }

    /// <summary>Whether a variable reaches the engines as it is.</summary>
    internal static string Reach(FrameworkVariable variable) => variable.Instead is null ? "yes" : "no";
}
