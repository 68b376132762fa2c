using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Networks.Layers;

/// <summary>What a forward pass is for.</summary>
/// <param name="Training">Batch normalisation takes the batch's statistics and moves the running ones.</param>
/// <param name="Dropout">Where dropout draws from; null when it lets everything pass.</param>
/// <param name="Masks">What dropout drops instead of what it would draw; null when it draws.</param>
/// <param name="DropoutFactor">What the rates of dropout are multiplied by.</param>
internal readonly record struct ForwardMode(bool Training, RandomSource? Dropout, GivenMasks? Masks = null, double DropoutFactor = 1)
{
    public static ForwardMode Inference => default;
}
