namespace FrameworkBench.Engines.Timing;

/// <summary>How thoroughly fits are timed.</summary>
/// <param name="Repeats">Warm fits of each model by each engine, at most.</param>
/// <param name="Budget">Seconds that the repeats of one model by one engine may take together; at least one is done.</param>
/// <param name="AllCores">Whether there is a second track in which an engine may use every processor.</param>
public sealed record TimingOptions(int Repeats = 5, double Budget = 2, bool AllCores = true);
