using FrameworkBench.Reading;

namespace FrameworkBench.Experiments.Expansion;

/// <summary>
/// Bounds what the axes of a file write out, before it is written: a few lines with <c>vary</c> or <c>for_each</c> could fill the memory.
/// </summary>
/// <param name="problems">Gathers what is wrong.</param>
internal sealed class WritingBudget(ProblemList problems)
{
    // Of all models and claims together. The largest experiment of the project writes out less than a hundredth.
    private const long MostCharacters = 20_000_000;

    private long left = MostCharacters;

    /// <summary>Whether a body may be written out once for each combination of some axes; notes that it may not.</summary>
    /// <param name="body">The body.</param>
    /// <param name="axes">The axes, whose values stand for the body's placeholders.</param>
    /// <param name="place">Where the axes stand.</param>
    /// <param name="path">Their path.</param>
    public bool Allows(Node body, IReadOnlyList<VariedAxis> axes, Node place, string path)
    {
        long combinations = axes.Aggregate(1L, (product, axis) => product * axis.Values.Count);
        long longest = axes.SelectMany(axis => axis.Values).Max(value => value.Place.Size() + value.Title.Length + value.Body.Size());
        long size = combinations * (body.Size() + longest + (PlaceholdersIn(body) * longest));
        left -= size;
        if (left >= 0)
            return true;
        problems.Add(place, path, FormattableString.Invariant($"{combinations:N0} combinations write out up to {size:N0} characters; ")
            + FormattableString.Invariant($"all that a file writes out must be at most {MostCharacters:N0}"));
        return false;
    }

    private static long PlaceholdersIn(Node node) => node switch
    {
        ScalarNode scalar => scalar.Text.Count(letter => letter == '{'),
        SequenceNode sequence => sequence.Items.Sum(PlaceholdersIn),
        MappingNode mapping => mapping.Entries.Sum(entry => PlaceholdersIn(entry.Value)),
        _ => throw new InvalidOperationException(node.GetType().Name),
    };
}
