namespace FrameworkBench.Trials.Storing;

/// <summary>What packing a store would do.</summary>
internal sealed record PackingPlan
{
    /// <summary>Segments of fewer bytes are joined.</summary>
    public const long Small = 64L << 20;

    /// <summary>What was read: every segment that nobody may append to any more, and the files of their own.</summary>
    public required StoreSurvey Survey { get; init; }

    /// <summary>The records that stay, by the number of their segment.</summary>
    public required IReadOnlyDictionary<int, IReadOnlyList<SegmentPart>> Staying { get; init; }

    /// <summary>The trials whose file of its own goes into a segment.</summary>
    public required IReadOnlyList<TrialKey> StayingLoose { get; init; }

    /// <summary>The numbers of the segments whose records are written anew before they go.</summary>
    public required IReadOnlyList<int> Rewritten { get; init; }

    /// <summary>Segments that are left alone because their writers live, or may live.</summary>
    public required IReadOnlyList<string> Living { get; init; }

    /// <summary>Trials that are dropped although their record is sound.</summary>
    public required int Unwanted { get; init; }

    /// <summary>Records that are dropped because a later one of the same trial counts.</summary>
    public int Superseded => Survey.Records - Survey.Index.Keys.Count;

    /// <summary>Whether there is nothing to do.</summary>
    public bool IsEmpty => Rewritten.Count == 0 && Survey.Loose.Count == 0 && Survey.SpoiltLoose.Count == 0;

    /// <summary>
    /// Plans. Records are compared only with others that are read here: what a living writer has appended may not be on its disk yet.
    /// </summary>
    /// <param name="files">The store.</param>
    /// <param name="isWanted">Whether a trial stays.</param>
    /// <param name="isUnused">Whether it is known that no run uses the store, on any machine.</param>
    /// <param name="small">Segments of fewer bytes are joined.</param>
    public static PackingPlan Of(IStoreFiles files, Func<TrialKey, bool> isWanted, bool isUnused, long small = Small)
    {
        // Listed before anybody is asked who writes: a writer is there before its segment is.
        IReadOnlyList<string> names = StoreSurvey.Names(files);
        HashSet<string> left = [.. SegmentOwners.Writers(files).Select(writer => writer.Segment)];
        HashSet<string> living = isUnused ? [] : SegmentOwners.CanTell(files) ? [.. SegmentOwners.Living(files)] : left;
        var survey = StoreSurvey.Of(files, names.Where(name => !living.Contains(name)));
        Hash256[] wanted = [.. survey.Index.Keys.Where(key => isWanted(new TrialKey(key)))];
        ILookup<int, RecordPlace> places = wanted.Select(key => survey.Index.Find(key)!.Value).ToLookup(place => place.Segment);
        var staying = survey.Segments.Index().ToDictionary(
            segment => segment.Index, segment => RecordsAt(segment.Item, [.. places[segment.Index].Select(place => place.Offset)]));
        return new PackingPlan
        {
            Survey = survey,
            Staying = staying,
            StayingLoose = [.. wanted.Where(key => survey.Index.Find(key) == RecordPlace.OfLooseFile).Select(key => new TrialKey(key))],
            Rewritten = RewrittenOf(survey, staying, left, small),
            Living = [.. names.Where(living.Contains)],
            Unwanted = survey.Index.Keys.Count - wanted.Length,
        };
    }

    private static IReadOnlyList<SegmentPart> RecordsAt(SurveyedSegment segment, HashSet<long> offsets) =>
        [.. segment.Records.Where(record => offsets.Contains(record.Offset))];

    // What a killed writer left may be in memory only, so that nothing may rest on it before it is written anew.
    private static IReadOnlyList<int> RewrittenOf(
        StoreSurvey survey, Dictionary<int, IReadOnlyList<SegmentPart>> staying, HashSet<string> left, long small)
    {
        bool joins = survey.Segments.Count(segment => segment.Bytes < small) > 1 || survey.Loose.Count > 0;
        return
        [
            .. from segment in survey.Segments.Index()
               let keeps = staying[segment.Index].Count
               where left.Contains(segment.Item.Name) || segment.Item.OtherBytes > 0 || keeps < segment.Item.Records.Count
                   || keeps == 0 || (joins && segment.Item.Bytes < small)
               select segment.Index,
        ];
    }
}
