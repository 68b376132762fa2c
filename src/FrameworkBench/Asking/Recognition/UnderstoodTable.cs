using FrameworkBench.Datasets;

namespace FrameworkBench.Asking.Recognition;

/// <summary>A user's table as it was understood, and read.</summary>
public sealed record UnderstoodTable
{
    /// <summary>The table, ready for the harness.</summary>
    public required Dataset Dataset { get; init; }

    /// <summary>What each column of the file was taken for, in the file's order, the target among them.</summary>
    public required IReadOnlyList<UnderstoodColumn> Columns { get; init; }

    /// <summary>Rows of the file.</summary>
    public required int RowsInFile { get; init; }

    /// <summary>What a user should know before any model is fitted, a sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Whether one class is so frequent that accuracy says little.</summary>
    public bool IsImbalanced { get; init; }

    /// <summary>The file's column of each input of the table.</summary>
    public required IReadOnlyList<string> Sources { get; init; }
}
