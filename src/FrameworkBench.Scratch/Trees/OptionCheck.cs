using System.Runtime.CompilerServices;

namespace FrameworkBench.Scratch.Trees;

/// <summary>Refuses options that are out of range, by name.</summary>
internal static class OptionCheck
{
    /// <summary>Throws unless the condition holds.</summary>
    /// <exception cref="ArgumentException">Always with the option's name, its value and what would be right.</exception>
    public static void Require<T>(
        bool holds, T value, string right, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!holds)
            throw new ArgumentException($"{name} is {value}; it must be {right}.", name);
    }
}
