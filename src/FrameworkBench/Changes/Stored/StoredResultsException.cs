using FrameworkBench.Reading;

namespace FrameworkBench.Changes.Stored;

/// <summary>Results that cannot be compared: there are none, or a file of them is damaged.</summary>
/// <param name="problem">What is wrong, and where.</param>
public sealed class StoredResultsException(Problem problem) : InputException([problem])
{
    internal StoredResultsException(string file, int? line, string? key, string message)
        : this(new Problem(file, line, null, key, message))
    {
    }
}
