namespace FrameworkBench.Wording;

/// <summary>Names of data sets inside a title.</summary>
internal static class DatasetTitle
{
    private static readonly string[] Gates = ["and", "or", "xor", "not", "nand", "nor"];

    /// <summary>The name as it is, but gates in capitals: "Accuracy on and" reads as a sentence that breaks off.</summary>
    internal static string Of(string dataset) => Gates.Contains(dataset, StringComparer.Ordinal) ? dataset.ToUpperInvariant() : dataset;
}
