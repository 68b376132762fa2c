namespace FrameworkBench.Scratch.Perceptrons;

/// <summary>How a perceptron's training went.</summary>
/// <param name="Errors">Wrong answers in each pass, counted as they happen, before each nudge.</param>
/// <param name="FirstErrorFreeEpoch">
/// The first pass, from 0, without an error: as many passes as it took to learn. Null when there was none. After it
/// nothing changes any more.
/// </param>
public sealed record PerceptronResult(IReadOnlyList<int> Errors, int? FirstErrorFreeEpoch)
{
    /// <summary>Passes that were made.</summary>
    public int Epochs => Errors.Count;

    /// <summary>Whether there was a pass without an error.</summary>
    public bool HasLearned => FirstErrorFreeEpoch is not null;
}
