namespace FrameworkBench.Reading;

/// <summary>Guesses which known name a misspelt one was meant to be.</summary>
internal static class ClosestName
{
    private const int Shown = 30;

    // Of more names none is looked for: a guess is not worth the time.
    private const int MostCompared = 1000;

    /// <summary>The nearest of the known names by edit distance, or null when none is near.</summary>
    public static string? Of(string name, IEnumerable<string> known)
    {
        string? best = null;
        int bestDistance = Math.Max(1, name.Length / 3) + 1;
        foreach (string candidate in known.Take(MostCompared))
        {
            // Each letter more or less is an edit.
            if (Math.Abs(name.Length - candidate.Length) >= bestDistance)
                continue;
            int distance = EditDistance(name.ToUpperInvariant(), candidate.ToUpperInvariant());
            if (distance < bestDistance && distance < Math.Max(name.Length, candidate.Length))
                (best, bestDistance) = (candidate, distance);
        }

        return best;
    }

    /// <summary>A hint to put behind "no such …": the nearest name, else the first of the known ones.</summary>
    /// <param name="name">The name that is not known.</param>
    /// <param name="known">The names that are.</param>
    /// <param name="shown">How many of them are listed, at most.</param>
    public static string Hint(string name, IReadOnlyCollection<string> known, int shown = Shown)
    {
        if (Of(name, known) is { } closest)
            return $"did you mean '{closest}'?";
        if (known.Count == 0)
            return "there are none";
        string list = string.Join(", ", known.Take(shown));
        return known.Count == 1 ? $"the only one is {list}" : known.Count > shown
            ? $"choose from {list} and {known.Count - shown} more" : $"choose from {list}";
    }

    /// <summary>Edits (insert, delete, replace, swap neighbours) between two texts: optimal string alignment.</summary>
    internal static int EditDistance(string from, string to)
    {
        int[] beforePrevious = new int[to.Length + 1];
        int[] previous = new int[to.Length + 1];
        int[] current = new int[to.Length + 1];
        for (int j = 0; j <= to.Length; j++)
            previous[j] = j;
        for (int i = 1; i <= from.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= to.Length; j++)
            {
                int replace = previous[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                current[j] = Math.Min(replace, 1 + Math.Min(previous[j], current[j - 1]));
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                    current[j] = Math.Min(current[j], beforePrevious[j - 2] + 1);
            }

            (beforePrevious, previous, current) = (previous, current, beforePrevious);
        }

        return previous[to.Length];
    }
}
