using FrameworkBench.Reading;

namespace FrameworkBench.Experiments.Expansion;

/// <summary>One of the models that an entry of <c>models</c> stands for.</summary>
/// <param name="Entry">Its name and its mapping.</param>
/// <param name="Values">Its value on each axis; none for a model that does not vary.</param>
internal sealed record ModelMember(MappingEntry Entry, IReadOnlyList<AxisValue> Values);
