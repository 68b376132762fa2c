using FrameworkBench.Reading;

namespace FrameworkBench.Experiments;

/// <summary>Reads lists of engines.</summary>
/// <param name="known">The engines there are.</param>
internal sealed class EngineNames(IReadOnlyCollection<string> known)
{
    /// <summary>A list of engines.</summary>
    public List<string> Read(Value value) => [.. (value.AsItems() ?? []).Select(item => item.AsName("an engine", known)).OfType<string>()];

    /// <summary>A list of engines, or a list for some of the profiles; a profile without one takes all engines.</summary>
    public ByProfile<IReadOnlyList<string>?> ReadByProfile(Value value)
    {
        if (!value.IsMapping)
        {
            List<string> always = Read(value);
            return new ByProfile<IReadOnlyList<string>?>(always, always, always);
        }

        Mapping mapping = value.AsMapping()!;
        return new ByProfile<IReadOnlyList<string>?>(At("quick"), At("default"), At("full"));

        IReadOnlyList<string>? At(string profile) => mapping.At(profile) is { } list ? Read(list) : null;
    }
}
