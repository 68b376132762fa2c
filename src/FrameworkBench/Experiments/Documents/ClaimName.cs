namespace FrameworkBench.Experiments.Documents;

/// <summary>The name of a claim among those of all experiments.</summary>
/// <param name="Experiment">Name of the experiment.</param>
/// <param name="Id">The claim's name in it.</param>
public sealed record ClaimName(string Experiment, string Id)
{
    /// <summary>Reads <c>experiment/claim</c>; null when the text is something else.</summary>
    public static ClaimName? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('/') is [{ Length: > 0 } experiment, { Length: > 0 } id] ? new ClaimName(experiment, id) : null;
    }

    /// <summary>The name as files write it: <c>experiment/claim</c>.</summary>
    public override string ToString() => $"{Experiment}/{Id}";
}
