using System.Text.Json.Serialization;

namespace FrameworkBench.Datasets.Preparation;

/// <summary>How the target of a regression is scaled before a model sees it.</summary>
public enum TargetScaling
{
    /// <summary>Not at all.</summary>
    Raw,

    /// <summary>
    /// To mean 0 and population standard deviation 1 on the training rows; predictions are scaled back before they are scored.
    /// </summary>
    [JsonStringEnumMemberName("standardise")]
    Standardize,
}
