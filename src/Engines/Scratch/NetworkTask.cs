using System.Numerics;
using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Hosting;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Scratch.Networks.Training;

namespace FrameworkBench.Engines.Scratch;

/// <summary>What a task gives networks, in the types of the library.</summary>
internal static class NetworkTask
{
    // Any odd number far from small ones: members of an ensemble must not share streams with the next trial's seed.
    private const ulong SeedStep = 0x9E3779B97F4A7C15UL;

    /// <summary>The seed of a member of an ensemble, from 0.</summary>
    public static ulong SeedOf(FitTask task, int member) => unchecked((ulong)task.Seed + ((ulong)member * SeedStep));

    /// <summary>Rows for a network of so many outputs.</summary>
    /// <exception cref="UnsupportedException">The outputs do not fit the classes.</exception>
    public static Samples<T> Samples<T>(FitTask task, NpyArray x, NpyArray y, int outputs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] numbers = Numbers<T>(x);
        if (task.PredictsValues)
            return new Samples<T>(numbers, Numbers<T>(y), x.Rows);
        if (outputs == 1 && task.Task == TaskKind.Binary)
            return FrameworkBench.Scratch.Networks.Training.Samples<T>.OfTwoClasses(numbers, y.ToIntegers());
        if (outputs != task.Classes)
            throw new UnsupportedException($"{outputs} outputs for {task.Classes} classes");
        return FrameworkBench.Scratch.Networks.Training.Samples<T>.OfClasses(numbers, y.ToIntegers(), task.Classes);
    }

    /// <summary>An array's numbers.</summary>
    public static T[] Numbers<T>(NpyArray array) =>
        typeof(T) == typeof(float) ? (T[])(object)array.ToSingles() : (T[])(object)array.ToDoubles();

    /// <summary>The given order of the rows in each epoch; null when it is drawn.</summary>
    public static IReadOnlyList<int[]>? BatchOrder(FitTask task) =>
        task.BatchOrder is { } order ? [.. order.ToIntegers().Chunk(order.Columns)] : null;

    /// <summary>The given masks of each dropout layer; null when they are drawn.</summary>
    public static IReadOnlyList<bool[]>? DropoutMasks(FitTask task) => task.DropoutMasks is { } masks
        ? [.. masks.Select(layer => Array.ConvertAll(layer.ToIntegers(), keeps => keeps != 0))]
        : null;
}
