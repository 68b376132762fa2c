using FrameworkBench.Claims;

namespace FrameworkBench.Simulations;

/// <summary>A world in which claims of one kind are judged again and again.</summary>
/// <param name="Kind">The claims' kind, or what else is judged.</param>
/// <param name="Claims">The claims, each with its world in words.</param>
/// <param name="Judge">One run: what is found of results that are drawn, a verdict a claim.</param>
internal sealed record Situation(string Kind, IReadOnlyList<string> Claims, Func<Random, SimulatedVerdict[]> Judge)
{
    /// <summary>A world with one claim.</summary>
    public Situation(string kind, string claim, Func<Random, SimulatedVerdict> judge)
        : this(kind, [claim], random => [judge(random)])
    {
    }

    /// <summary>A world with one claim, whose truth lies at the boundary.</summary>
    public static Situation AtBoundary(string kind, string claim, Func<Random, Ruling> judge) =>
        new(kind, claim, random => new SimulatedVerdict(judge(random)));

    /// <summary>The runs of a full pass.</summary>
    public int Runs { get; init; } = 2000;

    /// <summary>The runs of a quick pass; as many as of a full one where a run takes no time.</summary>
    public int QuickRuns { get; init; } = 2000;

    /// <summary>What the upper end of the wrong verdicts' interval must not exceed.</summary>
    public double Bound { get; init; } = 0.05;

    /// <summary>The rows of the table that it makes.</summary>
    public IEnumerable<string> Keys => Claims.Select(claim => $"`{Kind}` | {claim}");

    /// <summary>The generator of a run, the same on every machine.</summary>
    public Random Generator(int run) => Generator($"{Kind}/{Claims[0]}", run);

    /// <summary>The generator of a run of what has some name.</summary>
    public static Random Generator(string name, int run)
    {
        uint hash = 2166136261;
        foreach (char character in $"{name}/{run}")
            hash = (hash ^ character) * 16777619;
        return new Random((int)(hash & int.MaxValue));
    }
}
