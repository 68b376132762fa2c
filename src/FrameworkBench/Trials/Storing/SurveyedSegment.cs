namespace FrameworkBench.Trials.Storing;

/// <summary>A segment that was read to its end.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Bytes">Its bytes.</param>
/// <param name="Records">Its records, whose content is what their digests say.</param>
/// <param name="OtherBytes">Bytes that are none of these records.</param>
internal sealed record SurveyedSegment(string Name, long Bytes, IReadOnlyList<SegmentPart> Records, long OtherBytes);
