namespace FrameworkBench.Changes.Times;

/// <summary>Models whose fits by one engine take longer, or less long, beyond spread.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="Compared">How many of its models were compared.</param>
/// <param name="Fits">Those that changed, the largest change first.</param>
/// <param name="Drift">By how much everything on the machine got slower, which is not counted.</param>
/// <param name="Direction">
/// Worse when half of the models take longer, or one takes three times as long; less is weaker, for trials run side by side.
/// </param>
public sealed record TimeChange(string Engine, int Compared, IReadOnlyList<FitTimes> Fits, double Drift, Direction Direction);
