namespace FrameworkBench.Wording;

/// <summary>What a figure that is no score is an amount of. Less of it is better.</summary>
/// <param name="Unit">"epochs", "milliseconds per epoch".</param>
/// <param name="Less">How less of it is said: "fewer", "less".</param>
internal sealed record MetricAmount(string Unit, string Less);
