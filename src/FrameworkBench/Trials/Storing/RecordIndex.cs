namespace FrameworkBench.Trials.Storing;

/// <summary>The records of a store by their trials: of each the one that counts, and apart from these the others.</summary>
internal sealed class RecordIndex
{
    private readonly Dictionary<Hash256, RecordPlace> counting = [];
    private readonly Dictionary<Hash256, List<RecordPlace>> others = [];

    /// <summary>The trials that have a record.</summary>
    public IReadOnlyCollection<Hash256> Keys => counting.Keys;

    /// <summary>The record that counts; null where there is none.</summary>
    public RecordPlace? Find(Hash256 key) => counting.TryGetValue(key, out RecordPlace place) ? place : null;

    /// <summary>Adds a record.</summary>
    public void Add(Hash256 key, RecordPlace place)
    {
        if (counting.TryAdd(key, place))
            return;
        RecordPlace known = counting[key];
        (counting[key], RecordPlace less) = place.IsAfter(known) ? (place, known) : (known, place);
        if (!others.TryGetValue(key, out List<RecordPlace>? list))
            others[key] = list = [];
        list.Add(less);
    }

    /// <summary>Takes away a record that is not believed, so that the next one counts.</summary>
    public void Remove(Hash256 key, RecordPlace place)
    {
        List<RecordPlace> left = others.GetValueOrDefault(key) ?? [];
        if (Find(key) != place)
        {
            left.Remove(place);
            return;
        }

        counting.Remove(key);
        others.Remove(key);
        foreach (RecordPlace other in left)
            Add(key, other);
    }

    /// <summary>Forgets all records.</summary>
    public void Clear()
    {
        counting.Clear();
        others.Clear();
    }
}
