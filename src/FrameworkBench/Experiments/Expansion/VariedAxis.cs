namespace FrameworkBench.Experiments.Expansion;

/// <summary>An axis along which models or claims vary.</summary>
/// <param name="Name">Its name, by which templates and coordinates call it.</param>
/// <param name="Values">Its values, at least one.</param>
internal sealed record VariedAxis(string Name, IReadOnlyList<AxisValue> Values)
{
    /// <summary>An axis of one value distinguishes nothing, so no default name needs it.</summary>
    public bool TellsApart => Values.Count > 1;

    /// <summary>The place of the axis of a name; −1 when there is none.</summary>
    public static int IndexOf(IReadOnlyList<VariedAxis> axes, string name) => axes.ToList().FindIndex(axis => axis.Name == name);

    /// <summary>Every choice of one value an axis, in the order written; the last axis is the fastest.</summary>
    public static IEnumerable<IReadOnlyList<AxisValue>> Product(IReadOnlyList<VariedAxis> axes)
    {
        IEnumerable<IReadOnlyList<AxisValue>> all = [[]];
        foreach (VariedAxis axis in axes)
            all = all.SelectMany(chosen => axis.Values.Select(value => (IReadOnlyList<AxisValue>)[.. chosen, value]));
        return all;
    }
}
