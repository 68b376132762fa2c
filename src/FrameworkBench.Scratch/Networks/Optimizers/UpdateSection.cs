using System.Numerics;
using FrameworkBench.Scratch.Networks.Layers;

namespace FrameworkBench.Scratch.Networks.Optimizers;

/// <summary>Neighbouring parameters with the same rule.</summary>
/// <param name="Start">The first.</param>
/// <param name="Length">How many.</param>
/// <param name="Rule">Their rule.</param>
internal readonly record struct UpdateSection(int Start, int Length, UpdateRule Rule)
{
    /// <summary>The sections of a network's parameters, in their order.</summary>
    public static UpdateSection[] Of<T>(IReadOnlyList<Layer<T>>? layers, int parameters)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (layers is null)
            return [new UpdateSection(0, parameters, UpdateRule.Plain)];
        var sections = new List<UpdateSection>();
        int start = 0;
        foreach (Layer<T> layer in layers)
        {
            IReadOnlyList<int> lengths = layer.ParameterLengths;
            for (int array = 0; array < lengths.Count; array++)
            {
                UpdateRule rule = layer.UpdateRules.Count > 0 ? layer.UpdateRules[array] : UpdateRule.Plain;
                if (sections.Count > 0 && sections[^1].Rule == rule)
                    sections[^1] = sections[^1] with { Length = sections[^1].Length + lengths[array] };
                else
                    sections.Add(new UpdateSection(start, lengths[array], rule));
                start += lengths[array];
            }
        }

        return [.. sections];
    }
}
