using System.Globalization;

namespace FrameworkBench.Experiments;

/// <summary>
/// A figure of a trial, as a claim or a table names it: a score such as <c>accuracy</c>, or a figure of the training
/// history at one epoch such as <c>loss@100</c>.
/// </summary>
/// <param name="Name">The metric's name.</param>
/// <param name="Epoch">
/// The epoch, counted from 0 as the documents print it: <c>loss@0</c> is the loss before the first update of a full
/// batch. Null for a figure of the whole trial.
/// </param>
public sealed record MetricReference(string Name, int? Epoch = null)
{
    /// <summary>What a score on the training rows begins with: <c>train_accuracy</c>.</summary>
    public const string TrainingPrefix = "train_";

    /// <summary>Accuracy of classes, R² clipped at 0 of values: the score that may be pooled over tables of every task.</summary>
    public const string Score = "score";

    /// <summary>The score on the training rows minus that on the test rows.</summary>
    public const string Overfit = "overfit";

    /// <summary>How accurately the classes of the test rows are predicted from the codes of a reconstruction.</summary>
    public const string CodeAccuracy = "code_accuracy";

    /// <summary>Whether it needs the codes of test and training rows.</summary>
    public bool NeedsCodes => Name == CodeAccuracy;

    /// <summary>Whether it needs predictions of the training rows.</summary>
    public bool NeedsTraining => Name == Overfit || NeedsCodes || Name.StartsWith(TrainingPrefix, StringComparison.Ordinal);

    /// <summary>The part of the importance of all input columns that the three most important ones have.</summary>
    public const string ImportanceOfThree = "importance_top3";

    /// <summary>Whether it needs predictions of test rows with permuted columns.</summary>
    public bool NeedsImportance => Name == ImportanceOfThree;

    /// <summary>Reads <c>name</c> or <c>name@epoch</c>; null when the text is neither.</summary>
    public static MetricReference? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int at = text.IndexOf('@', StringComparison.Ordinal);
        if (at < 0)
            return text.Length == 0 ? null : new MetricReference(text);
        return at > 0 && int.TryParse(text.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int epoch)
            ? new MetricReference(text[..at], epoch)
            : null;
    }

    /// <summary>The reference as it is written: <c>accuracy</c>, <c>loss@100</c>.</summary>
    public override string ToString() => Epoch is int epoch ? $"{Name}@{epoch.ToString(CultureInfo.InvariantCulture)}" : Name;
}
