using System.Text.Json.Serialization;

namespace FrameworkBench.Protocol.Models;

/// <summary>One layer of a network.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "layer")]
[JsonDerivedType(typeof(DenseLayer), "dense")]
[JsonDerivedType(typeof(ActivationLayer), "activation")]
[JsonDerivedType(typeof(DropoutLayer), "dropout")]
[JsonDerivedType(typeof(BatchNormLayer), "batch_norm")]
public abstract record LayerSpec;
