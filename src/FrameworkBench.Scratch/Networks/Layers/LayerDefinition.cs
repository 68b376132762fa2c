namespace FrameworkBench.Scratch.Networks.Layers;

/// <summary>One layer of a network as data: what it is, without weights. Networks are lists of these.</summary>
public abstract record LayerDefinition;
