namespace FrameworkBench.Trials.Searches;

/// <summary>
/// The candidates among which the model of one trial is chosen. Those that start together are a race: all with the least resource, then
/// fewer and fewer with more of it.
/// </summary>
public sealed class PlannedSearch
{
    private readonly Draws draws;

    /// <summary>Plans a search with one race.</summary>
    /// <param name="count">How many candidates are tried; at least 1. Fewer are when there are no more, or no seconds left.</param>
    /// <param name="make">
    /// The candidate of a number; number 0 has the model's default settings. Called once for each number, in their order; null when there
    /// is none that was not tried.
    /// </param>
    public PlannedSearch(int count, Func<int, SearchCandidate?> make)
        : this(new Draws(make), [], count)
    {
    }

    private PlannedSearch(Draws draws, IReadOnlyList<IReadOnlyList<SearchCandidate>> races, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        this.draws = draws;
        SearchCandidate[] added = [.. draws.From(races.Sum(race => race.Count)).Take(count)];
        Races = added.Length == 0 ? races : [.. races, added];
        IsExhausted = added.Length < count;
    }

    /// <summary>The races, each with the candidates that start in it.</summary>
    public IReadOnlyList<IReadOnlyList<SearchCandidate>> Races { get; }

    /// <summary>All candidates; the first has the model's default settings.</summary>
    public IEnumerable<SearchCandidate> Candidates => Races.SelectMany(race => race);

    /// <summary>Whether more candidates were wanted than there are.</summary>
    public bool IsExhausted { get; }

    /// <summary>
    /// Seconds that its fits may take before no further candidate counts, as <see cref="SecondsBudget"/> says; null for no limit.
    /// </summary>
    public double? Seconds { get; init; }

    /// <summary>
    /// This search with a race of further candidates; the same races when there are no more, or when it has seconds of its own.
    /// </summary>
    /// <param name="count">How many; at least 1.</param>
    public PlannedSearch Grown(int count) => IsExhausted || Seconds is not null ? this : new PlannedSearch(draws, Races, count);

    /// <summary>All candidates that there are, each made when it is first wanted.</summary>
    private sealed class Draws(Func<int, SearchCandidate?> make)
    {
        private readonly List<SearchCandidate> made = [];
        private bool ended;

        public IEnumerable<SearchCandidate> From(int number)
        {
            for (; Has(number); number++)
                yield return made[number];
        }

        private bool Has(int number)
        {
            while (made.Count <= number && !ended)
            {
                if (make(made.Count) is { } candidate)
                    made.Add(candidate);
                else
                    ended = true;
            }

            return number < made.Count;
        }
    }
}
