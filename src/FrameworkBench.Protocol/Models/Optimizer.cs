namespace FrameworkBench.Protocol.Models;

/// <summary>Update rules, as PyTorch 1.13 defines them.</summary>
public enum Optimizer
{
    /// <summary>w ← w − rate·g on all training rows at once, whatever the batch size says.</summary>
    GradientDescent,

    /// <summary>w ← w − rate·g on each batch.</summary>
    Sgd,

    /// <summary>v ← momentum·v + g; w ← w − rate·v.</summary>
    Momentum,

    /// <summary>v ← momentum·v + g; w ← w − rate·(g + momentum·v).</summary>
    Nesterov,

    /// <summary>s ← ρ·s + (1 − ρ)·g²; w ← w − rate·g / (√s + ε).</summary>
    Rmsprop,

    /// <summary>Adam with bias correction (Kingma and Ba 2015).</summary>
    Adam,

    /// <summary>Adam with decoupled weight decay (Loshchilov and Hutter 2019).</summary>
    Adamw,
}
