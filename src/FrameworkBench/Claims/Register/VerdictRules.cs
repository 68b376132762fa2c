namespace FrameworkBench.Claims.Register;

/// <summary>The version of all that turns outcomes into verdicts.</summary>
public static class VerdictRules
{
    /// <summary>
    /// Part of every frozen claim. Count it up when a change of the code could change a verdict of the same outcomes: the test of a kind of
    /// claim, how engines are pooled, a score, or how rows are divided. Every claim must then be frozen again.
    /// </summary>
    public const int Version = 2;
}
