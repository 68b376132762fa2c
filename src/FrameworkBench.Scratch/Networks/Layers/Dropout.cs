namespace FrameworkBench.Scratch.Networks.Layers;

/// <summary>
/// Inverted dropout (Srivastava et al. 2014): in training each value is zeroed with probability <paramref name="Rate"/>
/// and the others are divided by 1 − rate; in inference values pass unchanged.
/// </summary>
/// <param name="Rate">Share that is zeroed, 0 ≤ rate &lt; 1.</param>
public sealed record Dropout(double Rate) : LayerDefinition;
