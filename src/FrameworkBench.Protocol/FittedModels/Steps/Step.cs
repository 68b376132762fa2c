using System.Text.Json.Serialization;
using FrameworkBench.Protocol.Arrays;

namespace FrameworkBench.Protocol.FittedModels.Steps;

/// <summary>One step of a fitted model: a function of rows.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "step", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(ConstantStep), "constant")]
[JsonDerivedType(typeof(DenseStep), "dense")]
[JsonDerivedType(typeof(ActivationStep), "activation")]
[JsonDerivedType(typeof(CurveStep), "curve")]
[JsonDerivedType(typeof(ScaleStep), "scale")]
[JsonDerivedType(typeof(EmbedStep), "embed")]
[JsonDerivedType(typeof(ClampStep), "clamp")]
[JsonDerivedType(typeof(TreesStep), "trees")]
[JsonDerivedType(typeof(TwoClassesStep), "two_classes")]
public abstract record Step
{
    /// <summary>Columns that come out, given those that come in.</summary>
    /// <exception cref="InvalidDataException">The step cannot take so many, or its own arrays do not fit together.</exception>
    public abstract int OutputsOf(int inputs);

    /// <summary>Applies the step, whose columns were checked, to some rows.</summary>
    public abstract Rows Apply(Rows rows);

    private protected static void Require(bool holds, string otherwise)
    {
        if (!holds)
            throw new InvalidDataException(otherwise + ".");
    }

    /// <summary>Requires finite floats of a shape.</summary>
    private protected static void RequireFinite(NpyArray array, string name, params ReadOnlySpan<int> shape)
    {
        RequireShape(array, name, shape);
        bool finite = array.Values switch
        {
            float[] singles => Array.TrueForAll(singles, float.IsFinite),
            double[] doubles => Array.TrueForAll(doubles, double.IsFinite),
            _ => false,
        };
        Require(finite, $"{name} must be finite floats");
    }

    private protected static void RequireShape(NpyArray array, string name, params ReadOnlySpan<int> shape) => Require(
        array.Shape.Count == shape.Length && array.Shape.Zip(shape.ToArray(), (found, right) => found == right).All(same => same),
        $"{name} has shape ({string.Join(", ", array.Shape)}), expected ({string.Join(", ", shape.ToArray())})");
}
