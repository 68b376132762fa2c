using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Networks.Layers;

/// <summary>What a forward pass is for.</summary>
/// <param name="Training">Batch normalisation takes the batch's statistics and moves the running ones.</param>
/// <param name="Dropout">Where dropout draws from; null when it lets everything pass.</param>
internal readonly record struct ForwardMode(bool Training, RandomSource? Dropout)
{
    public static ForwardMode Inference => default;
}
