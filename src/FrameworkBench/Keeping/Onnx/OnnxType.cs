namespace FrameworkBench.Keeping.Onnx;

/// <summary>Types of elements, numbered as in TensorProto.</summary>
internal enum OnnxType
{
    /// <summary>No type.</summary>
    None = 0,

    /// <summary>32-bit floats.</summary>
    Single = 1,

    /// <summary>64-bit integers.</summary>
    Int64 = 7,

    /// <summary>Texts.</summary>
    Text = 8,

    /// <summary>64-bit floats.</summary>
    Double = 11,
}
