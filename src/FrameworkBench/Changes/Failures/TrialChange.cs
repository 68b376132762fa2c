namespace FrameworkBench.Changes.Failures;

/// <summary>Trials that no longer end as they did.</summary>
/// <param name="Experiment">The experiment's name.</param>
/// <param name="Engine">The engine.</param>
/// <param name="Models">The models, each with its data set where that is another name than the experiment's.</param>
/// <param name="Count">How many trials.</param>
/// <param name="What">What they do now: "fail", "diverge", "are not supported", "ran again".</param>
/// <param name="Reason">The reason of the first; null when there is none.</param>
/// <param name="Direction">Worse, or better for trials that failed before.</param>
public sealed record TrialChange(
    string Experiment, string Engine, IReadOnlyList<string> Models, int Count, string What, string? Reason, Direction Direction);
