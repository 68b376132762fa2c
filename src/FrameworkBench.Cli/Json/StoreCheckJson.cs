using FrameworkBench.Trials.Storing;

namespace FrameworkBench.Cli.Json;

/// <summary>What <c>store check</c> found.</summary>
/// <param name="Store">The store's folder.</param>
/// <param name="Trials">Trials with a sound record.</param>
/// <param name="Segments">Segments.</param>
/// <param name="Files">Files of one trial each, as older versions wrote them.</param>
/// <param name="Superseded">Sound records that do not count, because a later one of the same trial does.</param>
/// <param name="Bytes">Bytes of all files.</param>
/// <param name="Torn">Segments that end in an outcome that was never finished.</param>
/// <param name="Damaged">Records that are not believed.</param>
internal sealed record StoreCheckJson(
    string Store, int Trials, int Segments, int Files, int Superseded, long Bytes, IReadOnlyList<string> Torn,
    IReadOnlyList<DamagedRecordJson> Damaged)
{
    /// <summary>Reads every byte of a store.</summary>
    /// <param name="files">The store.</param>
    /// <param name="shown">Its folder as people are told it.</param>
    public static StoreCheckJson Of(IStoreFiles files, string shown)
    {
        var survey = StoreSurvey.Of(files, StoreSurvey.Names(files));
        using var store = new OutcomeStore(files.Folder);
        return new StoreCheckJson(
            shown, survey.Index.Keys.Count, survey.Segments.Count, survey.Loose.Count, survey.Records - survey.Index.Keys.Count,
            survey.Bytes, store.Torn, [.. survey.Damaged.Select(damaged => new DamagedRecordJson(damaged.Key, damaged.Value))]);
    }
}
