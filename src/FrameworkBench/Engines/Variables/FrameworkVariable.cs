namespace FrameworkBench.Engines.Variables;

/// <summary>A variable in the harness's environment that frameworks read, or could.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value; null where it is withheld, since it could be a path, an address or a secret.</param>
/// <param name="Influence">What it does to the speed of a framework.</param>
/// <param name="Effect">The same as a sentence without its full stop.</param>
public sealed record FrameworkVariable(string Name, string? Value, VariableInfluence Influence, string Effect)
{
    /// <summary>What engines get instead; null when the variable reaches them as it is.</summary>
    public string? Instead { get; init; }

    /// <summary>The variable as an assignment, <c>NAME=VALUE</c>, or its name alone.</summary>
    public string Assignment => Value is null ? Name : $"{Name}={Value}";
}
