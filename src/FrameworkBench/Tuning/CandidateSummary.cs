namespace FrameworkBench.Tuning;

/// <summary>How some settings did in the searches that tried them.</summary>
/// <param name="Number">Its number in each search; 0 is the model with its own settings.</param>
/// <param name="Settings">What was drawn, by key; empty for the model's own settings.</param>
/// <param name="Loss">Mean loss of the whole fits; null unless every search of the model fitted it whole.</param>
/// <param name="Lead">
/// By how much its longest fit's loss is below that of the model with default settings, fitted whole on the same rows: the mean over the
/// searches that tried it. Null when no fit gave predictions.
/// </param>
/// <param name="Standing">
/// Where it stands among the candidates, from 0 for the worst to 1 for the best: by how long a fit it got, and then by that
/// fit's loss; a failed fit comes last. The mean over the searches that tried it.
/// </param>
public sealed record CandidateSummary(
    int Number, IReadOnlyDictionary<string, string> Settings, double? Loss, double? Lead, double Standing);
