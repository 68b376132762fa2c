using System.Text.Json.Serialization;
using FrameworkBench.Protocol.Models.Tabular;

namespace FrameworkBench.Protocol.Models;

/// <summary>What an engine is asked to fit. The terms are pinned in docs/model-spec.md.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(ConstantSpec), ConstantSpec.KindName)]
[JsonDerivedType(typeof(PerceptronSpec), PerceptronSpec.KindName)]
[JsonDerivedType(typeof(NetworkSpec), NetworkSpec.KindName)]
[JsonDerivedType(typeof(LinearSpec), LinearSpec.KindName)]
[JsonDerivedType(typeof(TreeSpec), TreeSpec.KindName)]
[JsonDerivedType(typeof(ForestSpec), ForestSpec.KindName)]
[JsonDerivedType(typeof(BoostedTreesSpec), BoostedTreesSpec.KindName)]
[JsonDerivedType(typeof(PrincipalComponentsSpec), PrincipalComponentsSpec.KindName)]
[JsonDerivedType(typeof(RealMlpSpec), RealMlpSpec.KindName)]
[JsonDerivedType(typeof(TabMSpec), TabMSpec.KindName)]
[JsonDerivedType(typeof(CustomSpec), CustomSpec.KindName)]
public abstract record ModelSpec
{
    /// <summary>The word for this kind of model in experiments and in the protocol.</summary>
    [JsonIgnore]
    public abstract string Kind { get; }

    /// <summary>Whether it is a neural network with hidden layers, which learns over epochs.</summary>
    [JsonIgnore]
    public virtual bool IsNetwork => false;

    /// <summary>Whether its fit looks at validation rows, to stop early or to keep the best epoch.</summary>
    [JsonIgnore]
    public virtual bool UsesValidation => false;
}
