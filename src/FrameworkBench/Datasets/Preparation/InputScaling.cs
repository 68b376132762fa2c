using System.Text.Json.Serialization;

namespace FrameworkBench.Datasets.Preparation;

/// <summary>How numeric inputs are scaled, by what the training rows say.</summary>
public enum InputScaling
{
    /// <summary>Not at all.</summary>
    Raw,

    /// <summary>To mean 0 and population standard deviation 1.</summary>
    [JsonStringEnumMemberName("standardise")]
    Standardize,

    /// <summary>The smallest value to 0 and the largest to 1.</summary>
    MinMax,

    /// <summary>By rank to a standard normal distribution.</summary>
    Quantile,

    /// <summary>
    /// The median to 0 and the interquartile range to 1, then smoothly into ±3 (Holzmüller, Grinsztajn and Steinwart 2024); columns of 0
    /// and 1 too.
    /// </summary>
    Robust,
}
