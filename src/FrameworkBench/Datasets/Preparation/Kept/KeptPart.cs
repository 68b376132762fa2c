using System.Text.Json.Serialization;

namespace FrameworkBench.Datasets.Preparation.Kept;

/// <summary>Turns one cell of a row into one or several numbers.</summary>
/// <param name="Input">The number of the input among the row's cells.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "part", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(NumberPart), "number")]
[JsonDerivedType(typeof(RobustPart), "robust")]
[JsonDerivedType(typeof(IndicatorPart), "indicator")]
[JsonDerivedType(typeof(CategoryPart), "category")]
public abstract record KeptPart(int Input)
{
    /// <summary>Numbers that it makes.</summary>
    [JsonIgnore]
    public virtual int Width => 1;

    /// <summary>Writes a cell's numbers.</summary>
    /// <param name="cell">The cell: a number, or the index of a category, or the number of categories for one that the table does not
    /// have; NaN is missing.</param>
    /// <param name="into">Receives <see cref="Width"/> numbers.</param>
    public abstract void Write(double cell, Span<double> into);

    /// <summary>What is wrong with it; null for nothing.</summary>
    /// <param name="categories">Categories of the input; 0 of a number.</param>
    public virtual string? Problem(int categories) => categories == 0 ? null : $"input {Input} is a category, prepared as a number";
}
