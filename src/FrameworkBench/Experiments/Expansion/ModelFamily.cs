using FrameworkBench.Experiments.Models;
using FrameworkBench.Reading;

namespace FrameworkBench.Experiments.Expansion;

/// <summary>An entry of <c>models</c> and the models that it stands for.</summary>
/// <param name="Entry">As it was written.</param>
/// <param name="Axes">What it varies along; none for a model that does not vary.</param>
/// <param name="Members">Its models, in the order of its axes, the last of them the fastest.</param>
internal sealed record ModelFamily(MappingEntry Entry, IReadOnlyList<VariedAxis> Axes, IReadOnlyList<ModelMember> Members)
{
    /// <summary>A model that does not vary.</summary>
    public static ModelFamily Of(MappingEntry entry) => new(entry, [], [new ModelMember(entry, [])]);

    /// <summary>The first of its models as a reference names it: <c>net[he, relu, 6]</c>.</summary>
    public string Example => $"{Entry.Key}[{string.Join(", ", Members[0].Values.Select(value => value.Label))}]";

    /// <summary>Where a model stands on the axes.</summary>
    public IReadOnlyList<Coordinate> Coordinates(ModelMember member) =>
        [.. Axes.Zip(member.Values, (axis, value) => new Coordinate(axis.Name, value.Label, value.Title))];
}
