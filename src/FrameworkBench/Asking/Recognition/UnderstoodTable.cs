using FrameworkBench.Datasets;
using FrameworkBench.Scoring;

namespace FrameworkBench.Asking.Recognition;

/// <summary>A user's table as it was understood, and read.</summary>
public sealed record UnderstoodTable
{
    /// <summary>The deciding metric where accuracy says little.</summary>
    internal const string Area = "roc_auc";

    /// <summary>The table, ready for the harness.</summary>
    public required Dataset Dataset { get; init; }

    /// <summary>What each column of the file was taken for, in the file's order, the target among them.</summary>
    public required IReadOnlyList<UnderstoodColumn> Columns { get; init; }

    /// <summary>SHA-256 of the file's decompressed bytes, in lower-case hexadecimal.</summary>
    public string FileChecksum { get; init; } = "";

    /// <summary>Rows of the file.</summary>
    public required int RowsInFile { get; init; }

    /// <summary>What a user should know before any model is fitted, a sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Whether one class is so frequent that accuracy says little.</summary>
    public bool IsImbalanced { get; init; }

    /// <summary>Whether ROC AUC decides for that reason: not where a class is so rare that a fold may have none of it.</summary>
    public bool IsJudgedByArea { get; init; }

    /// <summary>The primary metric: accuracy of classes, ROC AUC where one is much more frequent, R² of values.</summary>
    public string Metric => IsJudgedByArea ? Area : MetricRegistry.UsualFor(Dataset.Task);

    /// <summary>The date of each place in the table's order of time; none where it has no order, or one that was named.</summary>
    public IReadOnlyList<DateTime> Dates { get; init; } = [];

    /// <summary>The file's column of each input of the table.</summary>
    public required IReadOnlyList<string> Sources { get; init; }
}
