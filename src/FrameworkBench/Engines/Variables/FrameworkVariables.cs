using System.Collections;
using System.Text.RegularExpressions;
using FrameworkBench.Engines.Kernels;

namespace FrameworkBench.Engines.Variables;

/// <summary>
/// Finds the variables of the harness's environment that the libraries under the frameworks read: those of OpenBLAS, MKL,
/// OpenMP's runtimes and .NET. Variables of other families are never looked at.
/// </summary>
public static partial class FrameworkVariables
{
    /// <summary>What the names of a family's variables begin with.</summary>
    internal static readonly string[] Families = ["OPENBLAS_", "MKL_", "OMP_", "KMP_", "DOTNET_"];

    /// <summary>Reads the environment of this process.</summary>
    /// <param name="processor">The processor's vector instructions, or null.</param>
    public static IReadOnlyList<FrameworkVariable> OfThisProcess(VectorInstructions? processor) => Of(
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", StringComparer.Ordinal),
        processor);

    /// <summary>Reads an environment.</summary>
    /// <param name="environment">Values by name; an empty value counts as none.</param>
    /// <param name="processor">The processor's vector instructions, or null.</param>
    /// <returns>The variables of the families, by name.</returns>
    public static IReadOnlyList<FrameworkVariable> Of(IReadOnlyDictionary<string, string> environment, VectorInstructions? processor)
    {
        ArgumentNullException.ThrowIfNull(environment);
        return
        [
            .. from entry in environment
               where entry.Value.Length > 0 && Families.Any(family => entry.Key.StartsWith(family, StringComparison.OrdinalIgnoreCase))
               orderby entry.Key.ToUpperInvariant(), entry.Key
               select Describe(entry.Key, entry.Value, processor),
        ];
    }

    private static FrameworkVariable Describe(string name, string value, VectorInstructions? processor)
    {
        if (EngineVariables.InsteadOf(name) is { } instead)
        {
            string overridden = $"No effect: the harness sets it to {instead}";
            return new FrameworkVariable(name, Shown(value), VariableInfluence.Neutral, overridden) { Instead = instead };
        }

        if (VariableEffects.Of(name, value, processor) is not var (influence, effect))
            return new FrameworkVariable(name, Number().IsMatch(value) ? value : null, VariableInfluence.Unknown, "Effect unknown");
        return new FrameworkVariable(name, influence == VariableInfluence.None ? null : Shown(value), influence, effect);
    }

    // The settings of known variables are numbers, words and short lists of them; what looks otherwise is kept to oneself.
    private static string? Shown(string value) => Setting().IsMatch(value) ? value : null;

    [GeneratedRegex(@"\A([+-]?[0-9]{1,9}(\.[0-9]{1,9})?|0x[0-9A-Fa-f]{1,8}|(?i:true|false|yes|no|on|off))\z")]
    private static partial Regex Number();

    [GeneratedRegex(@"\A[A-Za-z0-9_.,:;=+*{}() -]{1,60}\z")]
    private static partial Regex Setting();
}
